/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-catalog.h"
#include "base/sme-time.h"
#include "core/sme-pricing.h"
#include "core/sme-problem.h"

static gboolean
find_cycle (SmePlan *plan, gint64 months, gint64 *price)
{
  GListModel *cycles = sme_record_get_list (SME_RECORD (plan), "cycles");

  for (guint i = 0; cycles != NULL && i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (SmeRecord) cycle = g_list_model_get_item (cycles, i);

      *price = sme_record_get_int (cycle, "price");
      if (sme_record_get_int (cycle, "months") == months)
        return TRUE;
    }
  return FALSE;
}

static GArray *
read_steps (SmePlan *plan)
{
  GListModel *steps = sme_record_get_list (SME_RECORD (plan), "steps");
  GArray *array = g_array_new (FALSE, FALSE, sizeof (SmePricingStep));

  for (guint i = 0; steps != NULL && i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (SmeRecord) step = g_list_model_get_item (steps, i);
      SmePricingStep item = { sme_record_get_int (step, "up_to"),
                              sme_record_get_int (step, "price") };

      g_array_append_val (array, item);
    }
  return array;
}

static SmePricingPlan
read_plan (SmePlan *plan, gint64 price, GArray *steps)
{
  SmeRecord *record = SME_RECORD (plan);

  return (SmePricingPlan){
    .label = sme_record_get_text (record, "name"),
    .model = (SmePriceModel) sme_record_get_int (record, "model"),
    .unit_price = price,
    .free_units = sme_record_get_int (record, "free_units"),
    .steps = (const SmePricingStep *) (gpointer) steps->data,
    .n_steps = steps->len,
    .setup_fee = sme_record_get_int (record, "setup_fee"),
    .trial_days = (int) sme_record_get_int (record, "trial_days"),
    .vat_rate = (int) sme_record_get_int (record, "vat_rate"),
    .vat_included = sme_record_get_int (record, "vat_included") != 0,
  };
}

static void
add_line (SmeRecord *quote, const SmePricingLine *line, const char *setup_label)
{
  g_autoptr (SmeQuoteLine) item = sme_quote_line_new ();
  SmeRecord *record = SME_RECORD (item);

  sme_record_set_int (record, "kind", line->kind);
  sme_record_set_text (record, "label", line->label != NULL ? line->label : setup_label);
  sme_record_set_int (record, "quantity", line->quantity);
  sme_record_set_int (record, "unit_price", line->unit_price);
  sme_record_set_int (record, "amount", line->amount);
  sme_record_append (quote, "lines", item);
}

static SmeQuote *
make_record (SmeRecord *request,
             const SmePricingQuote *priced,
             const SmePricingPlan *plan,
             gint64 quantity)
{
  SmeQuote *quote = sme_quote_new ();
  SmeRecord *record = SME_RECORD (quote);

  sme_record_set_text (record, "plan_id", sme_record_get_text (request, "plan_id"));
  sme_record_set_int (record, "cycle_months", sme_record_get_int (request, "cycle_months"));
  sme_record_set_int (record, "quantity", quantity);
  for (gsize i = 0; i < priced->n_lines; i++)
    add_line (record, &priced->lines[i], "Phí khởi tạo");
  sme_record_set_int (record, "discount", priced->discount);
  sme_record_set_int (record, "net", priced->net);
  sme_record_set_int (record, "vat_rate", plan->vat_rate);
  sme_record_set_int (record, "vat", priced->vat);
  sme_record_set_int (record, "total", priced->total);
  return quote;
}

/* No plan of the catalog has add-ons or takes coupons yet: naming one is an error, not a silence.
 */
static gboolean
has_unknown_extras (SmeRecord *request, GError **error)
{
  const char *const *addons = sme_record_get_texts (request, "addons");
  const char *coupon = sme_record_get_text (request, "coupon");

  if (addons != NULL && addons[0] != NULL)
    return !sme_problem_set_field (error, "/addons", "unknown-value");
  if (coupon != NULL && coupon[0] != '\0')
    return !sme_problem_set_field (error, "/coupon", "unknown-value");
  return FALSE;
}

SmeQuote *
sme_store_make_quote (SmeCall *call, SmeOrderRequest *request, SmePlan **plan, GError **error)
{
  SmeRecord *record = SME_RECORD (request);
  g_autoptr (SmePlan) found =
    sme_store_find_plan (call, sme_record_get_text (record, "plan_id"), error);
  g_autoptr (SmePricingQuote) priced = NULL;
  g_autoptr (GArray) steps = NULL;
  SmePricingRequest pricing = { 0 };
  gint64 price = 0;
  SmeReason reason;

  if (found == NULL)
    {
      g_clear_error (error);
      sme_problem_set_field (error, "/plan_id", "unknown-value");
      return NULL;
    }
  if (has_unknown_extras (record, error))
    return NULL;
  if (!find_cycle (found, sme_record_get_int (record, "cycle_months"), &price))
    {
      sme_problem_set_field (error, "/cycle_months", "unknown-value");
      return NULL;
    }
  steps = read_steps (found);
  pricing.plan = read_plan (found, price, steps);
  pricing.cycle_months = (int) sme_record_get_int (record, "cycle_months");
  pricing.quantity =
    sme_record_has (record, "quantity") ? sme_record_get_int (record, "quantity") : 1;
  pricing.today = sme_date_from_time (call->now);
  reason = sme_pricing_quote (&pricing, &priced);
  if (reason != SME_REASON_OK)
    {
      sme_problem_set_field (error, reason == SME_REASON_RANGE ? "/quantity" : "/plan_id",
                             sme_reason_to_code (reason));
      return NULL;
    }
  *plan = g_steal_pointer (&found);
  return make_record (record, priced, &pricing.plan, pricing.quantity);
}
