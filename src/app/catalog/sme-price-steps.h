/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PRICE_STEPS (sme_price_steps_get_type ())
G_DECLARE_FINAL_TYPE (SmePriceSteps, sme_price_steps, SME, PRICE_STEPS, AdwBin)

/**
 * SmePriceSteps:
 *
 * The steps of a plan's price: so many, so much. One line each, read as one by a screen reader.
 * Hidden for a plan without steps.
 */
GtkWidget *sme_price_steps_new (void);

void sme_price_steps_set_plan (SmePriceSteps *self, SmePlan *plan);

/* Marks the step that @quantity reaches; 0 marks none. */
void sme_price_steps_set_quantity (SmePriceSteps *self, gint64 quantity);

G_END_DECLS
