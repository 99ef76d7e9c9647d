/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

/**
 * SmeOrderGroup:
 * @SME_ORDERS_TO_DO: the person has the next step
 * @SME_ORDERS_WAITING: somebody else has it: a bank, the support
 * @SME_ORDERS_DONE: the service is in use
 * @SME_ORDERS_CANCELLED: nothing comes of it any more
 *
 * Where an order stands for the person, which several states of it have in common.
 */
typedef enum
{
  SME_ORDERS_TO_DO,
  SME_ORDERS_WAITING,
  SME_ORDERS_DONE,
  SME_ORDERS_CANCELLED,
} SmeOrderGroup;

#define SME_TYPE_ORDER_GROUP (sme_order_group_get_type ())
GType sme_order_group_get_type (void);

/**
 * SmeOrderSort:
 *
 * In what order orders can be listed: the newest first, by name, the dearest first.
 */
typedef enum
{
  SME_ORDERS_NEWEST,
  SME_ORDERS_BY_NAME,
  SME_ORDERS_BY_PRICE,
} SmeOrderSort;

#define SME_TYPE_ORDER_SORT (sme_order_sort_get_type ())
GType sme_order_sort_get_type (void);

#define SME_TYPE_ORDER_QUERY (sme_order_query_get_type ())
SME_DECLARE_RECORD (SmeOrderQuery, sme_order_query, ORDER_QUERY)

/**
 * SmeOrderQuery:
 *
 * Query of the orders.
 */

G_END_DECLS
