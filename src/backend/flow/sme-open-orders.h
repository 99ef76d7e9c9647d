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

/* The numbers of the account's orders in one of @states (a list for SQL: "'paid', 'signing'"). */
GStrv
sme_flow_list_orders_in (SmeCall *call, const char *account_id, const char *states, GError **error);

/* Not paid: they can be cancelled. */
#define SME_OPEN_ORDER_STATES "'draft', 'declared', 'awaiting_payment'"

G_END_DECLS
