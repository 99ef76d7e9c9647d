/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_INVOICE_QUERY (sme_invoice_query_get_type ())
SME_DECLARE_RECORD (SmeInvoiceQuery, sme_invoice_query, INVOICE_QUERY)

/**
 * SmeInvoiceQuery:
 *
 * Which invoices: all, or those of an order.
 */

G_END_DECLS
