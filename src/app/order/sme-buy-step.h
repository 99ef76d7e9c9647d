/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-step.h"
#include "core/sme-order-request.h"
#include "core/sme-plan.h"

G_BEGIN_DECLS

#define SME_TYPE_BUY_STEP (sme_buy_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeBuyStep, sme_buy_step, SME, BUY_STEP, SmeStep)

/**
 * SmeBuyStep:
 *
 * What of a plan is ordered: cycle, number, add-ons, coupon; each change is priced by the shop.
 * Applying it makes the order. A coupon that is refused says why at its field and leaves the price
 * without it.
 *
 * Property "quote" (#SmeQuote, nullable, read-only): what it costs as chosen, for the summary.
 * Signal "edited": the person chose or typed something.
 */

/* @months: chosen at first, if the plan has that cycle */
SmeStep *sme_buy_step_new (SmeContext *context, SmePlan *plan, int months);

/* Another cycle, all else stays as it was chosen and typed. FALSE if the plan has none of @months.
 */
gboolean sme_buy_step_set_months (SmeBuyStep *self, int months);
int sme_buy_step_get_months (SmeBuyStep *self);

/* What was chosen and typed in @before, a step of the same plan as it was fetched earlier: number,
 * add-ons, coupon. What the plan has no more is left out. Before the step is shown. */
void sme_buy_step_take_over (SmeBuyStep *self, SmeBuyStep *before);

SmeRecord *sme_buy_step_get_quote (SmeBuyStep *self);
/* Of the order that was made; NULL before. */
const char *sme_buy_step_get_order_id (SmeBuyStep *self);

G_END_DECLS
