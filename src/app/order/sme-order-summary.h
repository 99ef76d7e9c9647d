/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/sme-order.h"

G_BEGIN_DECLS

#define SME_TYPE_ORDER_SUMMARY (sme_order_summary_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderSummary, sme_order_summary, SME, ORDER_SUMMARY, AdwBin)

/**
 * SmeOrderSummary:
 *
 * The card beside the steps: plan, cycle, every line of the quote, VAT and total. Follows the
 * order, which is live.
 */
GtkWidget *sme_order_summary_new (SmeOrder *order);

G_END_DECLS
