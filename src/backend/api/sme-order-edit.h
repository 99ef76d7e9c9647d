/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/*
 * What may be changed of an order that is not paid, one at a time or several that are paid
 * together. All of it is part of the call's transaction: one that fails leaves nothing changed.
 */

/* An order that is paid, under way or over is not open: %SME_PROBLEM_WRONG_STATE. */
gboolean sme_order_edit_is_open (SmeCall *call, SmeStoredOrder *order, GError **error);

/* The rules of core/sme-billing-rules.h; puts @billing into the form that is kept. */
gboolean sme_order_edit_check_billing (SmeCall *call, SmeBilling *billing, GError **error);
/* @billing: that passed the check */
gboolean
sme_order_edit_set_billing (SmeCall *call, const char *id, SmeBilling *billing, GError **error);

/* Prices @order anew; its open payments are replaced. @coupon: NULL takes off the one it has */
gboolean sme_order_edit_set_coupon (SmeCall *call,
                                    SmeStoredOrder *order,
                                    const char *coupon,
                                    GError **error);

G_END_DECLS
