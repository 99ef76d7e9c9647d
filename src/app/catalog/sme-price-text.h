/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

G_BEGIN_DECLS

/* How the ways to set a price read (docs/catalog-format.md). Strings returned are new. */

/* What the quantity of an order counts: "users"-like word of the plan; NULL for whole plans. */
const char *sme_price_text_unit (SmePlan *plan);

/* "/year", or "/user/year" where the plan is sold by the piece. */
char *sme_price_text_per (SmePlan *plan, int months);

/* "Demonstration price" where nobody published what @record costs, a plan, quote or subscription;
 * NULL where it is known. */
const char *sme_price_text_mark (SmeRecord *record);

/* One sentence: how the price comes about; NULL where price and cycle say it all. */
char *sme_price_text_model (SmePlan *plan);

/* Set-up fee and trial, one line each; NULL where there is neither. */
char *sme_price_text_extras (SmePlan *plan);

/* "Moving mail: 660.000 ₫ once per order". */
char *sme_price_text_addon (SmeRecord *addon);
/* The add-ons that are ordered with the plan in any case, one line each; NULL for none. */
char *sme_price_text_required (SmePlan *plan);

/* Of a plan with steps. "1 - 1.000", "from 10.001"; and "2.200 ₫/check", or the price of the whole
 * step. */
guint sme_price_text_n_steps (SmePlan *plan);
char *sme_price_text_step_range (SmePlan *plan, guint step);
char *sme_price_text_step_price (SmePlan *plan, guint step);

G_END_DECLS
