/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-payment-request.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_JOINT_CHECKOUT (sme_joint_checkout_get_type ())
G_DECLARE_FINAL_TYPE (SmeJointCheckout, sme_joint_checkout, SME, JOINT_CHECKOUT, AdwBin)

/**
 * SmeJointCheckout:
 *
 * The review before one payment for several orders (acceptance A30): which ones, with whom they are
 * for and their lines; invoice and contact; coupon; how it is paid, under which terms, the sum.
 * What is typed for all of them stays when the orders are read again. Signal `pay`: all of it is
 * settled and the button was pressed.
 */
GtkWidget *sme_joint_checkout_new (SmeContext *context);

/* @orders: of #SmeOrder, those too that are not to be paid. FALSE: there is nothing to pay */
gboolean sme_joint_checkout_set_orders (SmeJointCheckout *self, GListModel *orders);

/* What has come for payments that this one takes the place of. */
gint64 sme_joint_checkout_sum_parts (SmeJointCheckout *self);

/* (transfer full) */
SmePaymentRequest *sme_joint_checkout_make_request (SmeJointCheckout *self);
/* While it is on its way it is not sent again. */
void sme_joint_checkout_set_sending (SmeJointCheckout *self, gboolean sending);

G_END_DECLS
