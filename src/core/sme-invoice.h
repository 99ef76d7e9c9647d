/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_INVOICE (sme_invoice_get_type ())
SME_DECLARE_RECORD (SmeInvoice, sme_invoice, INVOICE)

/**
 * SmeInvoice:
 *
 * An invoice: what was paid for an order, to whom it is made out, and its number in its series.
 */

G_END_DECLS
