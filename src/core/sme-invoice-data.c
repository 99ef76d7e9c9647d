/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-invoice-data.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_invoice_kind_get_type },
  { "name", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 200 },
  { "tax_code", SME_FIELD_TEXT, .max = 32 },
  { "personal_number", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 20 },
  { "passport_number", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 20 },
  { "nationality", SME_FIELD_TEXT, .max = 2 },
  { "address", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 300 },
  { "email", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 254 },
};

SME_DEFINE_RECORD (SmeInvoiceData, sme_invoice_data, fields)
