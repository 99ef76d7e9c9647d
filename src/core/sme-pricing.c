/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-pricing.h"

#include "base/sme-time.h"
#include "core/sme-money.h"

#define MAX_CYCLE_MONTHS 1200
#define MAX_TRIAL_DAYS 3660

/* A quote being made: the lines so far and their sum. */
typedef struct
{
  GArray *lines;
  gint64 sum;
} Draft;

void
sme_pricing_quote_free (SmePricingQuote *quote)
{
  if (quote == NULL)
    return;

  g_free (quote->lines);
  g_free (quote);
}

/* FALSE if the amount or the sum passes the bound. */
static gboolean
add_line (Draft *draft,
          SmeQuoteLineKind kind,
          const char *label,
          gint64 quantity,
          gint64 unit_price)
{
  SmePricingLine line = { kind, label, quantity, unit_price, 0 };

  if (!sme_money_is_valid (quantity) || !sme_money_multiply (unit_price, quantity, &line.amount) ||
      !sme_money_add (draft->sum, line.amount, &draft->sum))
    return FALSE;

  g_array_append_val (draft->lines, line);
  return TRUE;
}

/* ---- The models */

static gboolean
steps_rise (const SmePricingPlan *plan)
{
  for (gsize i = 0; i < plan->n_steps; i++)
    {
      gboolean last = i + 1 == plan->n_steps;
      gint64 before = i > 0 ? plan->steps[i - 1].up_to : 0;

      if (plan->steps[i].price < 0 || (plan->steps[i].up_to == 0 && !last))
        return FALSE;
      if (plan->steps[i].up_to != 0 && plan->steps[i].up_to <= before)
        return FALSE;
    }

  return plan->n_steps > 0;
}

/* The step that @quantity reaches; NULL beyond the last. */
static const SmePricingStep *
find_step (const SmePricingPlan *plan, gint64 quantity)
{
  for (gsize i = 0; i < plan->n_steps; i++)
    if (plan->steps[i].up_to == 0 || quantity <= plan->steps[i].up_to)
      return &plan->steps[i];

  return NULL;
}

static gboolean
add_tiers (Draft *draft, const SmePricingPlan *plan, gint64 quantity)
{
  gint64 before = 0;

  for (gsize i = 0; i < plan->n_steps && before < quantity; i++)
    {
      gint64 up_to = plan->steps[i].up_to == 0 ? quantity : MIN (quantity, plan->steps[i].up_to);

      if (!add_line (draft, SME_LINE_PLAN, plan->label, up_to - before, plan->steps[i].price))
        return FALSE;
      before = up_to;
    }

  return TRUE;
}

static gboolean
add_stepped (Draft *draft, const SmePricingPlan *plan, gint64 quantity)
{
  const SmePricingStep *step;

  if (!steps_rise (plan))
    return FALSE;

  step = find_step (plan, quantity);
  if (step == NULL)
    return FALSE;

  if (plan->model == SME_MODEL_TIERED)
    return add_tiers (draft, plan, quantity);
  if (plan->model == SME_MODEL_VOLUME)
    return add_line (draft, SME_LINE_PLAN, plan->label, quantity, step->price);

  return add_line (draft, SME_LINE_PLAN, plan->label, 1, step->price);
}

static gboolean
add_units (Draft *draft, const SmePricingPlan *plan, gint64 quantity)
{
  gint64 n_free = MIN (plan->free_units, quantity);

  if (n_free > 0 && !add_line (draft, SME_LINE_PLAN, plan->label, n_free, 0))
    return FALSE;

  return n_free == quantity ||
         add_line (draft, SME_LINE_PLAN, plan->label, quantity - n_free, plan->unit_price);
}

static gboolean
add_plan (Draft *draft, const SmePricingPlan *plan, gint64 quantity)
{
  switch (plan->model)
    {
    case SME_MODEL_FREE:
      return add_line (draft, SME_LINE_PLAN, plan->label, quantity, 0);
    case SME_MODEL_FLAT:
      return add_line (draft, SME_LINE_PLAN, plan->label, quantity, plan->unit_price);
    case SME_MODEL_PER_UNIT:
      return add_units (draft, plan, quantity);
    case SME_MODEL_TIERED:
    case SME_MODEL_VOLUME:
    case SME_MODEL_STAIR_STEP:
      return add_stepped (draft, plan, quantity);
    case SME_MODEL_CONTACT:
    default:
      return FALSE;
    }
}

/* ---- The order around it */

static gboolean
check_request (const SmePricingRequest *request)
{
  const SmePricingPlan *plan = &request->plan;

  return request->quantity >= 1 && request->cycle_months >= 1 &&
         request->cycle_months <= MAX_CYCLE_MONTHS && sme_date_is_valid (request->today) &&
         plan->unit_price >= 0 && plan->free_units >= 0 && plan->setup_fee >= 0 &&
         plan->trial_days >= 0 && plan->trial_days <= MAX_TRIAL_DAYS && plan->vat_rate >= 0 &&
         plan->vat_rate <= 100;
}

static gboolean
add_all (Draft *draft, const SmePricingRequest *request)
{
  if (!add_plan (draft, &request->plan, request->quantity))
    return FALSE;
  if (request->plan.setup_fee > 0 && !request->renewal &&
      !add_line (draft, SME_LINE_SETUP, NULL, 1, request->plan.setup_fee))
    return FALSE;

  for (gsize i = 0; i < request->n_addons; i++)
    {
      const SmePricingAddon *addon = &request->addons[i];

      if (addon->unit_price < 0 || addon->quantity < 1 ||
          !add_line (draft, SME_LINE_ADDON, addon->label, addon->quantity, addon->unit_price))
        return FALSE;
    }

  return TRUE;
}

/* The sum with tax; FALSE past the bound. */
static gboolean
make_gross (const SmePricingPlan *plan, gint64 sum, gint64 *gross)
{
  if (plan->vat_included)
    {
      *gross = sum;
      return TRUE;
    }

  return sme_money_add (sum, sme_money_percent (sum, plan->vat_rate), gross);
}

static SmeReason
check_coupon (const SmePricingCoupon *coupon, int today, gint64 gross)
{
  if (coupon->percent < 0 || coupon->percent > 100 || !sme_money_is_valid (coupon->amount) ||
      coupon->amount < 0)
    return SME_REASON_RANGE;
  if (coupon->valid_from != SME_DATE_NONE && today < coupon->valid_from)
    return SME_REASON_COUPON_NOT_STARTED;
  if (coupon->valid_until != SME_DATE_NONE && today > coupon->valid_until)
    return SME_REASON_COUPON_EXPIRED;

  return gross < coupon->minimum ? SME_REASON_COUPON_MINIMUM : SME_REASON_OK;
}

static gint64
make_discount (const SmePricingCoupon *coupon, gint64 subtotal)
{
  if (coupon->percent > 0)
    return sme_money_percent (subtotal, coupon->percent);

  return MIN (coupon->amount, subtotal);
}

static gboolean
set_totals (SmePricingQuote *quote, const SmePricingPlan *plan)
{
  gint64 charged = quote->subtotal - quote->discount;

  if (!make_gross (plan, charged, &quote->total))
    return FALSE;

  quote->net = plan->vat_included ? sme_money_net (charged, plan->vat_rate) : charged;
  quote->vat = quote->total - quote->net;
  return TRUE;
}

static gboolean
set_days (SmePricingQuote *quote, const SmePricingRequest *request)
{
  int trial_days = request->renewal ? 0 : request->plan.trial_days;
  int after_end;

  quote->starts_on = sme_date_add_days (request->today, trial_days);
  after_end = sme_date_add_months (quote->starts_on, request->cycle_months);
  quote->ends_on = sme_date_add_days (after_end, -1);
  return quote->ends_on != SME_DATE_NONE;
}

/* Adds the discount and the totals to the lines in @draft. A coupon that isn't good leaves the
 * quote without it. */
static SmeReason
finish (Draft *draft, const SmePricingRequest *request, SmePricingQuote *quote)
{
  const SmePricingCoupon *coupon = request->coupon;
  SmeReason reason = SME_REASON_OK;
  gint64 gross;

  quote->subtotal = draft->sum;
  if (!make_gross (&request->plan, draft->sum, &gross))
    return SME_REASON_RANGE;

  if (coupon != NULL && !(coupon->first_cycle_only && request->renewal))
    {
      reason = check_coupon (coupon, request->today, gross);
      if (reason == SME_REASON_OK)
        quote->discount = make_discount (coupon, draft->sum);
      if (quote->discount > 0)
        add_line (draft, SME_LINE_DISCOUNT, coupon->code, 1, -quote->discount);
    }

  if (!set_totals (quote, &request->plan) || !set_days (quote, request))
    return SME_REASON_RANGE;

  return reason;
}

SmeReason
sme_pricing_quote (const SmePricingRequest *request, SmePricingQuote **quote)
{
  g_autoptr (SmePricingQuote) made = g_new0 (SmePricingQuote, 1);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SmePricingLine));
  Draft draft = { lines, 0 };
  SmeReason reason;

  g_return_val_if_fail (request != NULL && quote != NULL, SME_REASON_RANGE);

  *quote = NULL;
  if (request->plan.model == SME_MODEL_CONTACT)
    return SME_REASON_PRICE_ON_REQUEST;
  if (!check_request (request) || !add_all (&draft, request))
    return SME_REASON_RANGE;

  reason = finish (&draft, request, made);
  if (reason == SME_REASON_RANGE)
    return reason;

  made->n_lines = lines->len;
  made->lines = (SmePricingLine *) (void *) g_array_free (g_steal_pointer (&lines), FALSE);
  *quote = g_steal_pointer (&made);
  return reason;
}
