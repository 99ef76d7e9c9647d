/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-service.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PLAN_COMPARISON (sme_plan_comparison_get_type ())
G_DECLARE_FINAL_TYPE (SmePlanComparison, sme_plan_comparison, SME, PLAN_COMPARISON, AdwBin)

/**
 * SmePlanComparison:
 *
 * A service's plans side by side: what they cost and have, a row each. Of many plans the first
 * three are compared until others are chosen above. Where its columns have no room, what it is in
 * scrolls sideways. To a screen reader it is a table, whose cells
 * name their plan and row.
 */
GtkWidget *sme_plan_comparison_new (void);

void sme_plan_comparison_set_service (SmePlanComparison *self, SmeService *service);

G_END_DECLS
