/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PLAN (sme_plan_get_type ())
SME_DECLARE_RECORD (SmePlan, sme_plan, PLAN)

/**
 * SmePlan:
 *
 * A plan of a service, as in the price list. `unit` says what the quantity counts ("user"), where
 * it is not whole plans; `max_quantity` is the most that one order takes, and 1, or left out, says
 * that the quantity is not asked. Where there are `steps`, the price of a cycle is that of the
 * first.
 */

/**
 * sme_plan_get_price_once: what an order of the plan cannot do without and is paid once, whatever
 * the cycle: the set-up fee and the add-ons that are required, as the quote adds them.
 */
gint64 sme_plan_get_price_once (SmePlan *self);

G_END_DECLS
