/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-order-query.h"

G_DEFINE_ENUM_TYPE (SmeOrderGroup,
                    sme_order_group,
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_TO_DO, "to_do"),
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (SmeOrderSort,
                    sme_order_sort,
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_NEWEST, "newest"),
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_BY_NAME, "name"),
                    G_DEFINE_ENUM_VALUE (SME_ORDERS_BY_PRICE, "price"))

static const SmeField fields[] = {
  { "query", SME_FIELD_TEXT, .max = 200 },
  { "group", SME_FIELD_ENUM, .type = sme_order_group_get_type },
  { "sort", SME_FIELD_ENUM, .type = sme_order_sort_get_type },
  { "limit", SME_FIELD_INTEGER, .min = 1, .max = 100 },
  { "after", SME_FIELD_TEXT, .max = 200 },
};

SME_DEFINE_RECORD (SmeOrderQuery, sme_order_query, fields)
