/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-plan.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/**
 * sme_plan_audience_check: whether a customer of @type may order @plan.
 *
 * A plan says whom it is for (acceptance A13, A15); the same rule holds in the app before anything
 * is ordered, and on the server. SME_REASON_NOT_FOR_CUSTOMER where it is for others only; a plan
 * that says nothing is for everybody.
 */
SmeReason sme_plan_audience_check (SmePlan *plan, SmeCustomerType type);

/* Whether @plan turns anybody away at all. */
gboolean sme_plan_audience_is_narrow (SmePlan *plan);

G_END_DECLS
