/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-pricing-cheaper.h"

#define ANY_DAY 20260101 /* what a plan costs does not depend on it */

/* FALSE where there is no such price. */
static gboolean
find_cost (const SmePricingPlan *plan, gint64 quantity, gint64 *cost)
{
  SmePricingRequest request = {
    .plan = *plan, .cycle_months = 1, .quantity = quantity, .today = ANY_DAY
  };
  g_autoptr (SmePricingQuote) quote = NULL;

  request.plan.setup_fee = 0;
  if (sme_pricing_quote (&request, &quote) != SME_REASON_OK)
    return FALSE;
  *cost = quote->subtotal;
  return TRUE;
}

/* Within a step more never costs less: only the first number of each can. */
gboolean
sme_pricing_find_cheaper (const SmePricingPlan *plan,
                          gint64 quantity,
                          gint64 most,
                          SmePricingCheaper *cheaper)
{
  gint64 before, best;

  g_return_val_if_fail (cheaper != NULL, FALSE);

  if (plan->n_steps == 0 || !find_cost (plan, quantity, &before))
    return FALSE;
  best = before;
  for (gsize i = 0; i < plan->n_steps; i++)
    {
      gint64 up_to = plan->steps[i].up_to, cost;

      if (up_to < quantity || up_to >= most || !find_cost (plan, up_to + 1, &cost) || cost >= best)
        continue;
      *cheaper = (SmePricingCheaper){ up_to + 1, cost, before };
      best = cost;
    }
  return best < before;
}

static GArray *
read_steps (SmePlan *plan)
{
  GListModel *list = sme_record_get_list (SME_RECORD (plan), "steps");
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (SmePricingStep));

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (list, i);
      SmePricingStep step = { sme_record_get_int (item, "up_to"),
                              sme_record_get_int (item, "price") };

      g_array_append_val (steps, step);
    }
  return steps;
}

gboolean
sme_pricing_find_cheaper_of_plan (SmePlan *plan, gint64 quantity, SmePricingCheaper *cheaper)
{
  SmeRecord *record = SME_RECORD (plan);
  g_autoptr (GArray) steps = read_steps (plan);
  SmePricingPlan priced = {
    .label = sme_record_get_text (record, "name"),
    .model = (SmePriceModel) sme_record_get_int (record, "model"),
    .steps = (const SmePricingStep *) (gpointer) steps->data,
    .n_steps = steps->len,
    .vat_included = TRUE,
  };

  return sme_pricing_find_cheaper (&priced, quantity, sme_record_get_int (record, "max_quantity"),
                                   cheaper);
}
