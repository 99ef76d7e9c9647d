/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-quote-line.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_quote_line_kind_get_type },
  { "label", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "quantity", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "unit_price", SME_FIELD_MONEY, SME_FIELD_REQUIRED, .min = -SME_MAX_MONEY },
  { "amount", SME_FIELD_MONEY, SME_FIELD_REQUIRED, .min = -SME_MAX_MONEY },
};

SME_DEFINE_RECORD (SmeQuoteLine, sme_quote_line, fields)
