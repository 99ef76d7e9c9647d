/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PLAN (sme_plan_get_type ())
SME_DECLARE_RECORD (SmePlan, sme_plan, PLAN)

/**
 * SmePlan:
 *
 * A plan of a service, as in the price list.
 */

G_END_DECLS
