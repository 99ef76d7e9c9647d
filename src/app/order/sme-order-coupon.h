/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-order.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_ORDER_COUPON (sme_order_coupon_get_type ())
G_DECLARE_FINAL_TYPE (SmeOrderCoupon, sme_order_coupon, SME, ORDER_COUPON, AdwBin)

/**
 * SmeOrderCoupon:
 *
 * The coupon of an order that is not paid (acceptance A30): a code is put on it, which prices the
 * order anew, or refused with the reason at the field; the one that it has can be taken off.
 */
GtkWidget *sme_order_coupon_new (SmeContext *context, SmeOrder *order);

/* The coupon of several orders that are paid together, which get it all or none: the backend takes
 * them for one purchase. Whoever shows it sets the orders anew when a price has changed. */
GtkWidget *sme_order_coupon_new_joint (SmeContext *context);
/* @orders: (element-type SmeOrder): those that are to be paid */
void sme_order_coupon_set_orders (SmeOrderCoupon *self, GPtrArray *orders);

G_END_DECLS
