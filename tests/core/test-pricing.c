/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-money.h"
#include "core/sme-pricing.h"

#define TODAY 20261122

static SmePricingRequest
make_request (SmePriceModel model, gint64 unit_price, gint64 quantity)
{
  return (SmePricingRequest){
    .plan = { .label = "plan",
              .model = model,
              .unit_price = unit_price,
              .vat_rate = 10,
              .vat_included = TRUE },
    .cycle_months = 12,
    .quantity = quantity,
    .today = TODAY,
  };
}

static SmePricingQuote *
quote_ok (const SmePricingRequest *request)
{
  SmePricingQuote *quote = NULL;

  g_assert_cmpint (sme_pricing_quote (request, &quote), ==, SME_REASON_OK);
  g_assert_nonnull (quote);
  return quote;
}

static void
test_seed_plans (void)
{
  SmePricingRequest basic = make_request (SME_MODEL_FLAT, 220000, 1);
  SmePricingRequest by_turn = make_request (SME_MODEL_FREE, 0, 1);
  g_autoptr (SmePricingQuote) paid = quote_ok (&basic);
  g_autoptr (SmePricingQuote) zero = quote_ok (&by_turn);

  g_assert_cmpuint (paid->n_lines, ==, 1);
  g_assert_cmpint (paid->lines[0].kind, ==, SME_LINE_PLAN);
  g_assert_cmpstr (paid->lines[0].label, ==, "plan");
  g_assert_cmpint (paid->net, ==, 200000);
  g_assert_cmpint (paid->vat, ==, 20000);
  g_assert_cmpint (paid->total, ==, 220000);
  g_assert_cmpint (paid->starts_on, ==, 20261122);
  g_assert_cmpint (paid->ends_on, ==, 20271121);
  g_assert_cmpint (zero->total, ==, 0);
}

static void
test_whole_order (void)
{
  const SmePricingAddon addons[] = { { "token", 550000, 1 }, { "support", 10000, 12 } };
  const SmePricingCoupon coupon = { "TRINHDIEN10", .percent = 10, .valid_from = 20260101,
                                    .valid_until = 20991231 };
  SmePricingRequest request = make_request (SME_MODEL_FLAT, 1273000, 2);

  request.plan.setup_fee = 330000;
  request.addons = addons;
  request.n_addons = 2;
  request.coupon = &coupon;
  g_autoptr (SmePricingQuote) quote = quote_ok (&request);

  g_assert_cmpuint (quote->n_lines, ==, 5);
  g_assert_cmpint (quote->lines[0].amount, ==, 2546000);
  g_assert_cmpint (quote->lines[1].kind, ==, SME_LINE_SETUP);
  g_assert_null (quote->lines[1].label);
  g_assert_cmpint (quote->lines[1].amount, ==, 330000);
  g_assert_cmpint (quote->lines[2].amount, ==, 550000);
  g_assert_cmpint (quote->lines[3].amount, ==, 120000);
  g_assert_cmpint (quote->lines[4].kind, ==, SME_LINE_DISCOUNT);
  g_assert_cmpstr (quote->lines[4].label, ==, "TRINHDIEN10");
  g_assert_cmpint (quote->lines[4].amount, ==, -354600);
  g_assert_cmpint (quote->subtotal, ==, 3546000);
  g_assert_cmpint (quote->discount, ==, 354600);
  g_assert_cmpint (quote->total, ==, 3191400);
  g_assert_cmpint (quote->net, ==, 2901273);
  g_assert_cmpint (quote->vat, ==, 290127);

  request.renewal = TRUE;
  g_autoptr (SmePricingQuote) renewal = quote_ok (&request);
  g_assert_cmpint (renewal->subtotal, ==, 3216000);
  g_assert_cmpint (renewal->discount, ==, 321600);
}

static void
test_models (void)
{
  static const SmePricingStep steps[] = { { 10, 1000 }, { 100, 800 }, { 0, 500 } };
  static const struct
  {
    SmePriceModel model;
    gint64 quantity, subtotal;
    gsize n_lines;
  } rows[] = {
    { SME_MODEL_FREE, 7, 0, 1 },           { SME_MODEL_FLAT, 7, 7 * 220, 1 },
    { SME_MODEL_PER_UNIT, 7, 4 * 220, 2 }, { SME_MODEL_PER_UNIT, 3, 0, 1 },
    { SME_MODEL_PER_UNIT, 4, 220, 2 },     { SME_MODEL_TIERED, 1, 1000, 1 },
    { SME_MODEL_TIERED, 10, 10000, 1 },    { SME_MODEL_TIERED, 11, 10800, 2 },
    { SME_MODEL_TIERED, 100, 82000, 2 },   { SME_MODEL_TIERED, 101, 82500, 3 },
    { SME_MODEL_VOLUME, 10, 10000, 1 },    { SME_MODEL_VOLUME, 11, 8800, 1 },
    { SME_MODEL_VOLUME, 101, 50500, 1 },   { SME_MODEL_STAIR_STEP, 10, 1000, 1 },
    { SME_MODEL_STAIR_STEP, 11, 800, 1 },  { SME_MODEL_STAIR_STEP, 5000, 500, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmePricingRequest request = make_request (rows[i].model, 220, rows[i].quantity);

      request.plan.free_units = 3;
      request.plan.steps = steps;
      request.plan.n_steps = G_N_ELEMENTS (steps);
      g_autoptr (SmePricingQuote) quote = quote_ok (&request);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (quote->subtotal, ==, rows[i].subtotal);
      g_assert_cmpuint (quote->n_lines, ==, rows[i].n_lines);
    }
}

static void
test_vat_not_included (void)
{
  SmePricingRequest request = make_request (SME_MODEL_FLAT, 199999, 1);

  request.plan.vat_included = FALSE;
  g_autoptr (SmePricingQuote) quote = quote_ok (&request);

  g_assert_cmpint (quote->subtotal, ==, 199999);
  g_assert_cmpint (quote->net, ==, 199999);
  g_assert_cmpint (quote->vat, ==, 20000);
  g_assert_cmpint (quote->total, ==, 219999);
}

static void
test_coupons (void)
{
  static const struct
  {
    SmePricingCoupon coupon;
    gboolean renewal;
    SmeReason reason;
    gint64 discount;
  } rows[] = {
    { { "P", .percent = 15 }, FALSE, SME_REASON_OK, 33000 },
    { { "P", .percent = 100 }, FALSE, SME_REASON_OK, 220000 },
    { { "A", .amount = 50000 }, FALSE, SME_REASON_OK, 50000 },
    { { "A", .amount = 500000 }, FALSE, SME_REASON_OK, 220000 },
    { { "0", .amount = 0 }, FALSE, SME_REASON_OK, 0 },
    { { "M", .percent = 10, .minimum = 220000 }, FALSE, SME_REASON_OK, 22000 },
    { { "M", .percent = 10, .minimum = 220001 }, FALSE, SME_REASON_COUPON_MINIMUM, 0 },
    { { "D", .percent = 10, .valid_until = TODAY }, FALSE, SME_REASON_OK, 22000 },
    { { "D", .percent = 10, .valid_until = TODAY - 1 }, FALSE, SME_REASON_COUPON_EXPIRED, 0 },
    { { "D", .percent = 10, .valid_from = TODAY }, FALSE, SME_REASON_OK, 22000 },
    { { "D", .percent = 10, .valid_from = TODAY + 1 }, FALSE, SME_REASON_COUPON_NOT_STARTED, 0 },
    { { "F", .percent = 10, .first_cycle_only = TRUE }, FALSE, SME_REASON_OK, 22000 },
    { { "F", .percent = 10, .first_cycle_only = TRUE }, TRUE, SME_REASON_OK, 0 },
    { { "P", .percent = 10 }, TRUE, SME_REASON_OK, 22000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmePricingRequest request = make_request (SME_MODEL_FLAT, 220000, 1);
      g_autoptr (SmePricingQuote) quote = NULL;

      request.coupon = &rows[i].coupon;
      request.renewal = rows[i].renewal;
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sme_pricing_quote (&request, &quote), ==, rows[i].reason);
      g_assert_nonnull (quote);
      g_assert_cmpint (quote->discount, ==, rows[i].discount);
      g_assert_cmpint (quote->total, ==, 220000 - rows[i].discount);
      g_assert_cmpuint (quote->n_lines, ==, rows[i].discount > 0 ? 2 : 1);
    }
}

static void
test_days (void)
{
  SmePricingRequest request = make_request (SME_MODEL_FLAT, 1, 1);

  request.today = 20260131;
  request.cycle_months = 1;
  g_autoptr (SmePricingQuote) month = quote_ok (&request);
  g_assert_cmpint (month->starts_on, ==, 20260131);
  g_assert_cmpint (month->ends_on, ==, 20260227);

  request.plan.trial_days = 30;
  request.cycle_months = 12;
  g_autoptr (SmePricingQuote) trial = quote_ok (&request);
  g_assert_cmpint (trial->starts_on, ==, 20260302);
  g_assert_cmpint (trial->ends_on, ==, 20270301);

  request.renewal = TRUE;
  g_autoptr (SmePricingQuote) renewal = quote_ok (&request);
  g_assert_cmpint (renewal->starts_on, ==, 20260131);
}

static void
assert_reason (const SmePricingRequest *request, SmeReason reason)
{
  SmePricingQuote untouched = { 0 };
  SmePricingQuote *quote = &untouched;

  g_assert_cmpint (sme_pricing_quote (request, &quote), ==, reason);
  g_assert_null (quote);
}

static void
test_out_of_range (void)
{
  static const SmePricingStep falling[] = { { 10, 1 }, { 5, 1 } };
  static const SmePricingStep endless_first[] = { { 0, 1 }, { 5, 1 } };
  static const SmePricingStep short_list[] = { { 10, 1 } };
  static const SmePricingStep negative[] = { { 0, -1 } };
  static const struct
  {
    const SmePricingStep *steps;
    gsize n_steps;
  } bad_steps[] = {
    { NULL, 0 }, { falling, 2 }, { endless_first, 2 }, { short_list, 1 }, { negative, 1 }
  };
  const SmePricingAddon bad_addon = { "x", -1, 1 };
  const SmePricingAddon no_addon = { "x", 1, 0 };
  const SmePricingCoupon bad_coupon = { "x", .percent = 101 };
  SmePricingRequest request = make_request (SME_MODEL_CONTACT, 1, 1);

  assert_reason (&request, SME_REASON_PRICE_ON_REQUEST);
  request = make_request (SME_MODEL_FLAT, 1, 0);
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, -1, 1);
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, SME_MONEY_MAX, 2);
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, 2, G_MAXINT64);
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FREE, 0, G_MAXINT64);
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_TIERED, 0, 2);
  request.plan.steps = &(const SmePricingStep){ 0, SME_MONEY_MAX };
  request.plan.n_steps = 1;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, 1, 1);
  request.cycle_months = 0;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, 1, 1);
  request.today = 20260230;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, 1, 1);
  request.plan.vat_rate = 101;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, SME_MONEY_MAX, 1);
  request.plan.setup_fee = 1;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, SME_MONEY_MAX, 1);
  request.plan.vat_included = FALSE;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, 1, 1);
  request.n_addons = 1;
  request.addons = &bad_addon;
  assert_reason (&request, SME_REASON_RANGE);
  request.addons = &no_addon;
  assert_reason (&request, SME_REASON_RANGE);
  request = make_request (SME_MODEL_FLAT, 1, 1);
  request.coupon = &bad_coupon;
  assert_reason (&request, SME_REASON_RANGE);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_steps); i++)
    for (int model = SME_MODEL_TIERED; model <= SME_MODEL_STAIR_STEP; model++)
      {
        request = make_request ((SmePriceModel) model, 1, 11);
        request.plan.steps = bad_steps[i].steps;
        request.plan.n_steps = bad_steps[i].n_steps;
        assert_reason (&request, SME_REASON_RANGE);

        /* A bad list is bad even where this quantity would find its step. */
        request.quantity = 3;
        if (bad_steps[i].steps != short_list)
          assert_reason (&request, SME_REASON_RANGE);
      }

  request = make_request (SME_MODEL_FLAT, SME_MONEY_MAX, 1);
  g_autoptr (SmePricingQuote) greatest = quote_ok (&request);
  g_assert_cmpint (greatest->total, ==, SME_MONEY_MAX);
}

/* ---- Properties of random orders */

typedef struct
{
  SmePricingRequest request;
  SmePricingStep steps[4];
  SmePricingAddon addons[2];
  SmePricingCoupon coupon;
} RandomOrder;

static gint64
random_money (GRand *rand)
{
  return (gint64) g_rand_int (rand) >> g_rand_int_range (rand, 0, 32);
}

static void
fill_steps (GRand *rand, RandomOrder *order)
{
  gint64 up_to = 0;
  gint64 price = 0;

  for (gsize i = 0; i < 4; i++)
    {
      up_to += g_rand_int_range (rand, 1, 100);
      price += random_money (rand);
      order->steps[i] = (SmePricingStep){ i == 3 ? 0 : up_to, price };
    }
  order->request.plan.steps = order->steps;
  order->request.plan.n_steps = 4;
}

static void
fill_order (GRand *rand, RandomOrder *order)
{
  SmePricingRequest *request = &order->request;

  *request = make_request (g_rand_int_range (rand, SME_MODEL_FREE, SME_MODEL_CONTACT),
                           random_money (rand), g_rand_int_range (rand, 1, 400));
  fill_steps (rand, order);
  request->plan.free_units = g_rand_int_range (rand, 0, 50);
  request->plan.setup_fee = g_rand_boolean (rand) ? random_money (rand) : 0;
  request->plan.trial_days = g_rand_int_range (rand, 0, 60);
  request->plan.vat_rate = g_rand_int_range (rand, 0, 101);
  request->plan.vat_included = g_rand_boolean (rand);
  request->cycle_months = g_rand_int_range (rand, 1, 37);
  request->renewal = g_rand_boolean (rand);
  request->n_addons = g_rand_int_range (rand, 0, 3);
  request->addons = order->addons;
  for (gsize i = 0; i < 2; i++)
    order->addons[i] =
      (SmePricingAddon){ "addon", random_money (rand), g_rand_int_range (rand, 1, 40) };

  order->coupon =
    (SmePricingCoupon){ "coupon",
                        .percent = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 101) : 0,
                        .amount = random_money (rand), .first_cycle_only = g_rand_boolean (rand) };
  request->coupon = g_rand_boolean (rand) ? &order->coupon : NULL;
}

/* The subtotal counted unit by unit. */
static gint64
count_plan (const SmePricingPlan *plan, gint64 quantity)
{
  gint64 sum = 0;
  gint64 reached = 0;

  for (gint64 unit = 1; unit <= quantity; unit++)
    {
      gsize i = 0;

      while (plan->steps[i].up_to != 0 && unit > plan->steps[i].up_to)
        i++;
      reached = plan->steps[i].price;
      if (plan->model == SME_MODEL_FLAT ||
          (plan->model == SME_MODEL_PER_UNIT && unit > plan->free_units))
        sum += plan->unit_price;
      else if (plan->model == SME_MODEL_TIERED)
        sum += reached;
    }

  if (plan->model == SME_MODEL_VOLUME)
    return reached * quantity;

  return plan->model == SME_MODEL_STAIR_STEP ? reached : sum;
}

static void
check_quote (const SmePricingRequest *request, const SmePricingQuote *quote)
{
  gint64 sum = 0;
  gint64 wanted = count_plan (&request->plan, request->quantity);

  for (gsize i = 0; i < quote->n_lines; i++)
    {
      const SmePricingLine *line = &quote->lines[i];

      g_assert_cmpint (line->quantity * line->unit_price, ==, line->amount);
      g_assert_cmpint (line->quantity, >=, 1);
      g_assert_true (line->amount >= 0 || line->kind == SME_LINE_DISCOUNT);
      sum += line->amount;
    }

  wanted += request->renewal ? 0 : request->plan.setup_fee;
  for (gsize i = 0; i < request->n_addons; i++)
    wanted += request->addons[i].unit_price * request->addons[i].quantity;

  g_assert_cmpint (quote->subtotal, ==, wanted);
  g_assert_cmpint (sum, ==, quote->subtotal - quote->discount);
  g_assert_cmpint (sum, ==, request->plan.vat_included ? quote->total : quote->net);
  g_assert_cmpint (quote->net + quote->vat, ==, quote->total);
  g_assert_cmpint (quote->discount, >=, 0);
  g_assert_cmpint (quote->net, >=, 0);
  g_assert_cmpint (quote->vat, >=, 0);
  g_assert_cmpint (quote->total, >=, 0);
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (int round = 0; round < 20000; round++)
    {
      RandomOrder order;

      fill_order (rand, &order);
      g_autoptr (SmePricingQuote) quote = quote_ok (&order.request);
      check_quote (&order.request, quote);
    }
}

/* With prices that rise from step to step, more never costs less, whatever the coupon. */
static void
test_monotonic (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int round = 0; round < 5000; round++)
    {
      RandomOrder order;

      fill_order (rand, &order);
      g_autoptr (SmePricingQuote) fewer = quote_ok (&order.request);
      order.request.quantity += g_rand_int_range (rand, 1, 100);
      g_autoptr (SmePricingQuote) more = quote_ok (&order.request);

      g_assert_cmpint (more->subtotal, >=, fewer->subtotal);
      g_assert_cmpint (more->total, >=, fewer->total);
      g_assert_cmpint (more->net, >=, fewer->net);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/a15/plans-of-the-guide-are-priced", test_seed_plans);
  g_test_add_func ("/a30/set-up-add-ons-coupon-and-tax-add-up", test_whole_order);
  g_test_add_func ("/pricing/models", test_models);
  g_test_add_func ("/pricing/vat-not-included", test_vat_not_included);
  g_test_add_func ("/pricing/coupons", test_coupons);
  g_test_add_func ("/pricing/days-paid-for", test_days);
  g_test_add_func ("/pricing/out-of-range-is-refused", test_out_of_range);
  g_test_add_func ("/pricing/random-orders-add-up", test_properties);
  g_test_add_func ("/pricing/more-never-costs-less", test_monotonic);

  return g_test_run ();
}
