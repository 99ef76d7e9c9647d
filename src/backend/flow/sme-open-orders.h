/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_flow_cancel_open_orders:
 *
 * Cancels every order of the account that is not paid, and erases what was declared for it. Money
 * that arrives later is sent back, as for any cancelled order.
 *
 * Returns: (transfer full) (nullable): the numbers of the orders, maybe none
 */
GStrv sme_flow_cancel_open_orders (SmeCall *call, const char *account_id, GError **error);

/* The numbers of the account's orders for which @condition (SQL) is true. */
GStrv sme_flow_list_orders_that (SmeCall *call,
                                 const char *account_id,
                                 const char *condition,
                                 GError **error);

/**
 * sme_flow_end_services:
 *
 * Revokes the certificates of the account's orders and cancels its subscriptions.
 */
gboolean sme_flow_end_services (SmeCall *call, const char *account_id, GError **error);

/* Paid orders have a subscription, also while their declaration is being corrected. */
#define SME_ORDER_IS_PAID "subscription_id IS NOT NULL"

/* Not paid: they can be cancelled. */
#define SME_ORDER_IS_OPEN \
  "subscription_id IS NULL AND state IN ('draft', 'declared', 'awaiting_payment')"

G_END_DECLS
