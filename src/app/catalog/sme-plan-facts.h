/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

G_BEGIN_DECLS

/**
 * SmePlanFacts:
 *
 * What is to be said about some plans, in rows that fit all of them: price, cycles, charges, and
 * each feature that any of them has. "Speed: 1 a second" is a row "Speed"; a feature without a
 * value is there or not.
 */
typedef struct _SmePlanFacts SmePlanFacts;

/* @plans: (element-type SmePlan) */
SmePlanFacts *sme_plan_facts_new (GPtrArray *plans);
void sme_plan_facts_free (SmePlanFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePlanFacts, sme_plan_facts_free)

guint sme_plan_facts_get_n_rows (SmePlanFacts *self);
const char *sme_plan_facts_get_title (SmePlanFacts *self, guint row);
/* NULL where nothing is said of the plan; "" where it has the feature, and that is all. */
const char *sme_plan_facts_get_value (SmePlanFacts *self, guint row, guint plan);

G_END_DECLS
