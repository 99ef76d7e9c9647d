/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-quote.h"

#include "core/sme-enums.h"
#include "core/sme-quote-line.h"

static const SmeField fields[] = {
  { "plan_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "cycle_months", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "quantity", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "basis", SME_FIELD_ENUM, .type = sme_price_basis_get_type },
  { "customer_types", SME_FIELD_TEXTS, .type = sme_customer_type_get_type },
  { "lines", SME_FIELD_LIST, .type = sme_quote_line_get_type },
  { "subtotal", SME_FIELD_MONEY },
  { "discount", SME_FIELD_MONEY },
  { "net", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "vat_rate", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "vat_included", SME_FIELD_BOOLEAN },
  { "vat", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "total", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "starts_on", SME_FIELD_DATE },
  { "ends_on", SME_FIELD_DATE },
};

SME_DEFINE_RECORD (SmeQuote, sme_quote, fields)
