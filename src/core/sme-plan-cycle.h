/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PLAN_CYCLE (sme_plan_cycle_get_type ())
SME_DECLARE_RECORD (SmePlanCycle, sme_plan_cycle, PLAN_CYCLE)

/**
 * SmePlanCycle:
 *
 * A billing cycle that a plan offers, and its price in đồng.
 */

G_END_DECLS
