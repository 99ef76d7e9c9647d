/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/catalog/sme-price-steps.h"
#include "app/form/sme-choice-row.h"
#include "app/form/sme-field-row.h"
#include "app/order/sme-addon-list.h"
#include "app/order/sme-buy-step.h"
#include "app/order/sme-cheaper-hint.h"
#include "app/order/sme-quantity-row.h"
#include "core/sme-quote.h"

G_BEGIN_DECLS

struct _SmeBuyStep
{
  SmeStep parent_instance;

  SmePlan *plan;
  SmeChoiceRow *cycle_row;  /* NULL where there is one cycle only */
  SmeQuantityRow *quantity; /* NULL where the number is not asked */
  SmePriceSteps *steps;
  SmeCheaperHint *cheaper;
  SmeAddonList *addons;
  SmeFieldRow *coupon_row;
  GtkWidget *apply_button; /* of the coupon */

  char *coupon; /* that the price has, or is to have */
  GCancellable *pricing;
  SmeQuote *quote;
  char *order_id;
  gboolean taking_over; /* the rows are set to what an earlier step had */
};

/* The rows of the plan, in the page's content; @months as in sme_buy_step_new(). */
void sme_buy_step_build (SmeBuyStep *self, int months);

G_END_DECLS
