/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"
#include "core/sme-pricing.h"

G_BEGIN_DECLS

/*
 * Where more costs less: with volume pricing all units have the price of the step that is reached,
 * so the last numbers of a step cost more than the first of the next (500 at 14,000 are 7,000,000;
 * 501 at 11,000 are 5,511,000). That is how the model is meant, and it is for the customer to know
 * before ordering.
 */

/**
 * SmePricingCheaper:
 * @quantity: more than what was asked about, and the least number that costs so little
 * @cost: of it, before set-up fee, add-ons and coupon; tax in it or not as the plan's prices
 * @cost_before: of what was asked about
 */
typedef struct
{
  gint64 quantity;
  gint64 cost;
  gint64 cost_before;
} SmePricingCheaper;

/**
 * sme_pricing_find_cheaper:
 * @most: how many one order takes
 * @cheaper: (out): set on %TRUE: of all numbers above @quantity the one that costs least
 *
 * Returns: whether any of them costs less than @quantity. Never for plans without steps.
 */
gboolean sme_pricing_find_cheaper (const SmePricingPlan *plan,
                                   gint64 quantity,
                                   gint64 most,
                                   SmePricingCheaper *cheaper);

/* The same for a plan of the catalog. */
gboolean
sme_pricing_find_cheaper_of_plan (SmePlan *plan, gint64 quantity, SmePricingCheaper *cheaper);

G_END_DECLS
