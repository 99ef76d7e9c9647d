/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-invoice-query.h"

static const SmeField fields[] = {
  { "order_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "limit", SME_FIELD_INTEGER, .min = 1, .max = 100 },
  { "after", SME_FIELD_TEXT, .max = 64 },
};

SME_DEFINE_RECORD (SmeInvoiceQuery, sme_invoice_query, fields)
