/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PEOPLE_ORDERS (sme_people_orders_get_type ())
SME_DECLARE_RECORD (SmePeopleOrders, sme_people_orders, PEOPLE_ORDERS)

/**
 * SmePeopleOrders:
 *
 * The orders that came of declaring for several people, in the order of the people.
 */

G_END_DECLS
