/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PLAN_CARD (sme_plan_card_get_type ())
G_DECLARE_FINAL_TYPE (SmePlanCard, sme_plan_card, SME, PLAN_CARD, AdwBin)

/**
 * SmePlanCard:
 *
 * A plan as the guide shows it (acceptance A15): price, "Choose payment cycle", "Features" with
 * "Show more", and at the foot "Buy now", which activates "win.buy" with the plan and the months
 * chosen. A plan priced on request offers the hotline instead.
 */
GtkWidget *sme_plan_card_new (SmePlan *plan);

/* The cycle chosen; 0 where the plan has none. */
int sme_plan_card_get_months (SmePlanCard *self);

G_END_DECLS
