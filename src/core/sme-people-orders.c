/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-people-orders.h"

#include "core/sme-order.h"

static const SmeField fields[] = {
  { "orders", SME_FIELD_LIST, SME_FIELD_REQUIRED, .type = sme_order_get_type },
};

SME_DEFINE_RECORD (SmePeopleOrders, sme_people_orders, fields)
