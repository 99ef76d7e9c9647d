/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-invoice.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "series", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 16, .min = 1 },
  { "number", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1 },
  { "order_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_number", SME_FIELD_TEXT, .max = 32 },
  { "payment_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "buyer", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 200 },
  { "total", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "issued_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeInvoice, sme_invoice, fields)
