/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_ORDER_DETAILS (sme_order_details_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderDetails, sme_order_details, SME, ORDER_DETAILS, AdwBin)

/**
 * SmeOrderDetails:
 *
 * What an order is for and what it costs: who was declared, every line of the price. Follows the
 * order's price.
 */
GtkWidget *sme_order_details_new (SmeOrder *order);

G_END_DECLS
