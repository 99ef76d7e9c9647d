/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_ORDER_ROW (sme_order_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderRow, sme_order_row, SME, ORDER_ROW, GtkListBoxRow)

/**
 * SmeOrderRow:
 *
 * One order in the list: what, when, how much, its state in words, and a button for the next step.
 * Follows the order as it changes.
 */
GtkWidget *sme_order_row_new (SmeOrder *order);

/* (transfer none) */
SmeOrder *sme_order_row_get_order (SmeOrderRow *self);

/* (transfer full): where the row leads */
char *sme_order_row_build_route (SmeOrderRow *self);

G_END_DECLS
