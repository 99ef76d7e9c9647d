/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-catalog.h"
#include "backend/store/sme-store-coupons.h"
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
  sme_record_set_int (record, "subtotal", priced->subtotal);
  sme_record_set_int (record, "discount", priced->discount);
  sme_record_set_int (record, "net", priced->net);
  sme_record_set_int (record, "vat_rate", plan->vat_rate);
  sme_record_set_int (record, "vat_included", plan->vat_included);
  sme_record_set_int (record, "vat", priced->vat);
  sme_record_set_int (record, "total", priced->total);
  sme_record_set_int (record, "starts_on", priced->starts_on);
  sme_record_set_int (record, "ends_on", priced->ends_on);
  return quote;
}

/* ---- Add-ons: the required ones come by themselves, before those that were chosen */

static void
add_addon (GArray *addons, SmeRecord *addon)
{
  SmePricingAddon item = { sme_record_get_text (addon, "name"), sme_record_get_int (addon, "price"),
                           1 };

  g_array_append_val (addons, item);
}

static gboolean
is_chosen (const char *const *chosen, SmeRecord *addon)
{
  return chosen != NULL && g_strv_contains (chosen, sme_record_get_text (addon, "id"));
}

/* FALSE when @chosen names one that the plan does not have, or one twice. */
static gboolean
are_known (GListModel *offered, const char *const *chosen)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; offered != NULL && i < g_list_model_get_n_items (offered); i++)
    {
      g_autoptr (SmeRecord) addon = g_list_model_get_item (offered, i);

      g_hash_table_add (ids, g_strdup (sme_record_get_text (addon, "id")));
    }
  for (guint i = 0; chosen != NULL && chosen[i] != NULL; i++)
    if (!g_hash_table_remove (ids, chosen[i]))
      return FALSE;
  return TRUE;
}

/* Names are borrowed from @plan; NULL with @error. */
static GArray *
read_addons (SmePlan *plan, const char *const *chosen, GError **error)
{
  GListModel *offered = sme_record_get_list (SME_RECORD (plan), "addons");
  GArray *addons;

  if (!are_known (offered, chosen))
    {
      sme_problem_set_field (error, "/addons", "unknown-value");
      return NULL;
    }
  addons = g_array_new (FALSE, FALSE, sizeof (SmePricingAddon));
  for (int required = 1; required >= 0; required--)
    for (guint i = 0; offered != NULL && i < g_list_model_get_n_items (offered); i++)
      {
        g_autoptr (SmeRecord) addon = g_list_model_get_item (offered, i);
        gboolean is_required = sme_record_get_int (addon, "required") != 0;

        if (is_required == (required == 1) && (is_required || is_chosen (chosen, addon)))
          add_addon (addons, addon);
      }
  return addons;
}

/* ---- The quote */

/* FALSE with @error when the coupon is not good; *@coupon stays NULL where none was given. */
static gboolean
read_coupon (SmeCall *call, const char *code, SmeStoredCoupon **coupon, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SmeReason reason;

  if (code == NULL || *code == '\0')
    return TRUE;
  *coupon = sme_store_find_coupon (call, code, &reason, &failure);
  if (*coupon == NULL && failure == NULL)
    sme_problem_set_field (&failure, "/coupon", sme_reason_to_code (reason));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return *coupon != NULL;
}

static const char *
reason_pointer (SmeReason reason)
{
  switch (reason)
    {
    case SME_REASON_COUPON_NOT_STARTED:
    case SME_REASON_COUPON_EXPIRED:
    case SME_REASON_COUPON_MINIMUM:
      return "/coupon";
    case SME_REASON_RANGE:
      return "/quantity";
    default:
      return "/plan_id";
    }
}

static gint64
get_quantity (SmeRecord *request)
{
  return sme_record_has (request, "quantity") ? sme_record_get_int (request, "quantity") : 1;
}

static gboolean
check_quantity (SmePlan *plan, gint64 quantity, GError **error)
{
  gint64 most = MAX (1, sme_record_get_int (SME_RECORD (plan), "max_quantity"));

  return quantity <= most ||
         sme_problem_set_field (error, "/quantity", sme_reason_to_code (SME_REASON_RANGE));
}

static SmePlan *
find_plan (SmeCall *call, SmeRecord *request, gint64 *price, GError **error)
{
  g_autoptr (SmePlan) plan =
    sme_store_find_plan (call, sme_record_get_text (request, "plan_id"), error);

  if (plan == NULL)
    {
      g_clear_error (error);
      sme_problem_set_field (error, "/plan_id", "unknown-value");
      return NULL;
    }
  if (!find_cycle (plan, sme_record_get_int (request, "cycle_months"), price))
    {
      sme_problem_set_field (error, "/cycle_months", "unknown-value");
      return NULL;
    }
  return check_quantity (plan, get_quantity (request), error) ? g_steal_pointer (&plan) : NULL;
}

/* The refusal says what the order would have to come to. */
static void
refuse (SmeReason reason, const SmePricingCoupon *coupon, GError **error)
{
  GPtrArray *errors = g_ptr_array_new_with_free_func (g_object_unref);
  SmeFieldError *refused =
    sme_field_error_new_full (reason_pointer (reason), sme_reason_to_code (reason));

  if (reason == SME_REASON_COUPON_MINIMUM)
    sme_record_set_int (SME_RECORD (refused), "minimum", coupon->minimum);
  g_ptr_array_add (errors, refused);
  sme_problem_set_invalid (error, errors);
}

static SmeQuote *
price_request (const SmePricingRequest *pricing, SmeRecord *request, GError **error)
{
  g_autoptr (SmePricingQuote) priced = NULL;
  SmeReason reason = sme_pricing_quote (pricing, &priced);

  if (reason != SME_REASON_OK)
    {
      refuse (reason, pricing->coupon, error);
      return NULL;
    }
  return make_record (request, priced, &pricing->plan, pricing->quantity);
}

SmeQuote *
sme_store_make_quote (SmeCall *call, SmeOrderRequest *request, SmePlan **plan, GError **error)
{
  SmeRecord *record = SME_RECORD (request);
  gint64 cycle_price = 0;
  g_autoptr (SmePlan) found = find_plan (call, record, &cycle_price, error);
  g_autoptr (GArray) steps = NULL;
  g_autoptr (GArray) addons = NULL;
  g_autoptr (SmeStoredCoupon) coupon = NULL;
  SmePricingRequest pricing = { 0 };
  SmeQuote *quote;

  if (found == NULL ||
      (addons = read_addons (found, sme_record_get_texts (record, "addons"), error)) == NULL ||
      !read_coupon (call, sme_record_get_text (record, "coupon"), &coupon, error))
    return NULL;
  steps = read_steps (found);
  pricing.plan = read_plan (found, cycle_price, steps);
  pricing.cycle_months = (int) sme_record_get_int (record, "cycle_months");
  pricing.quantity = get_quantity (record);
  pricing.addons = (const SmePricingAddon *) (gpointer) addons->data;
  pricing.n_addons = addons->len;
  pricing.coupon = coupon != NULL ? &coupon->terms : NULL;
  pricing.today = sme_date_from_time (call->now);
  quote = price_request (&pricing, record, error);
  if (quote != NULL)
    {
      /* Whoever shows a price says whether it is anybody's real one. */
      sme_record_set_int (SME_RECORD (quote), "basis",
                          sme_record_get_int (SME_RECORD (found), "basis"));
      sme_record_set_texts (SME_RECORD (quote), "customer_types",
                            sme_record_get_texts (SME_RECORD (found), "customer_types"));
      *plan = g_steal_pointer (&found);
    }
  return quote;
}
