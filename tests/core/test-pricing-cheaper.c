/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where more costs less, and that nothing else is said to. */
#include "core/sme-pricing-cheaper.h"
#include "core/sme-price-step.h"

#define MOST 60

static gint64
cost_of (const SmePricingPlan *plan, gint64 quantity)
{
  SmePricingRequest request = {
    .plan = *plan, .cycle_months = 12, .quantity = quantity, .today = 20261122
  };
  g_autoptr (SmePricingQuote) quote = NULL;

  g_assert_cmpint (sme_pricing_quote (&request, &quote), ==, SME_REASON_OK);
  return quote->subtotal;
}

static void
test_example (void)
{
  static const SmePricingStep steps[] = { { 500, 14000 }, { 5000, 11000 }, { 0, 9000 } };
  SmePricingPlan plan = { .label = "GB",
                          .model = SME_MODEL_VOLUME,
                          .steps = steps,
                          .n_steps = 3,
                          .vat_rate = 10,
                          .setup_fee = 100000 };
  SmePricingCheaper cheaper = { 0 };

  g_assert_true (sme_pricing_find_cheaper (&plan, 500, 50000, &cheaper));
  g_assert_cmpint (cheaper.quantity, ==, 501);
  g_assert_cmpint (cheaper.cost, ==, 5511000);
  g_assert_cmpint (cheaper.cost_before, ==, 7000000);
  /* 393 cost 5,502,000, 394 cost 5,516,000. */
  g_assert_false (sme_pricing_find_cheaper (&plan, 393, 50000, &cheaper));
  g_assert_true (sme_pricing_find_cheaper (&plan, 394, 50000, &cheaper));
  g_assert_false (sme_pricing_find_cheaper (&plan, 501, 50000, &cheaper));
  g_assert_true (sme_pricing_find_cheaper (&plan, 5000, 50000, &cheaper));
  g_assert_cmpint (cheaper.quantity, ==, 5001);
  /* So many cannot be ordered. */
  g_assert_false (sme_pricing_find_cheaper (&plan, 500, 500, &cheaper));
}

static gsize
fill_steps (GRand *rand, SmePricingStep *steps)
{
  gsize n = (gsize) g_rand_int_range (rand, 1, 5);
  gint64 up_to = 0;

  for (gsize i = 0; i < n; i++)
    {
      up_to += g_rand_int_range (rand, 1, 15);
      steps[i] = (SmePricingStep){ i + 1 < n ? up_to : 0, g_rand_int_range (rand, 0, 1000) };
    }
  return n;
}

/* By looking at each number there is. */
static void
assert_cheapest (const SmePricingPlan *plan, gint64 quantity)
{
  gint64 before = cost_of (plan, quantity), best = before, at = 0;
  SmePricingCheaper cheaper = { 0 };
  gboolean found;

  for (gint64 n = quantity + 1; n <= MOST; n++)
    if (cost_of (plan, n) < best)
      {
        best = cost_of (plan, n);
        at = n;
      }
  found = sme_pricing_find_cheaper (plan, quantity, MOST, &cheaper);
  g_assert_cmpint (found, ==, at != 0);
  if (!found)
    return;
  g_assert_cmpint (cheaper.quantity, ==, at);
  g_assert_cmpint (cheaper.cost, ==, best);
  g_assert_cmpint (cheaper.cost_before, ==, before);
}

static void
test_every_number (void)
{
  static const SmePriceModel models[] = { SME_MODEL_VOLUME, SME_MODEL_TIERED,
                                          SME_MODEL_STAIR_STEP };
  g_autoptr (GRand) rand = g_rand_new_with_seed (501);

  for (int round = 0; round < 300; round++)
    {
      SmePricingStep steps[5];
      SmePricingPlan plan = { .label = "plan", .model = models[round % 3], .steps = steps };

      plan.n_steps = fill_steps (rand, steps);
      for (gint64 quantity = 1; quantity <= MOST; quantity++)
        assert_cheapest (&plan, quantity);
    }
}

/* Each unit at its own price: more never costs less. */
static void
test_tiered_never (void)
{
  static const SmePricingStep steps[] = { { 5, 1000 }, { 0, 1 } };
  SmePricingPlan plan = {
    .label = "plan", .model = SME_MODEL_TIERED, .steps = steps, .n_steps = 2
  };
  SmePricingPlan flat = { .label = "plan", .model = SME_MODEL_FLAT, .unit_price = 5 };
  SmePricingCheaper cheaper;

  for (gint64 quantity = 1; quantity <= MOST; quantity++)
    {
      g_assert_false (sme_pricing_find_cheaper (&plan, quantity, MOST, &cheaper));
      g_assert_false (sme_pricing_find_cheaper (&flat, quantity, MOST, &cheaper));
    }
}

static void
append_step (SmeRecord *plan, gint64 up_to, gint64 price)
{
  g_autoptr (SmeRecord) step = SME_RECORD (sme_price_step_new ());

  sme_record_set_int (step, "up_to", up_to);
  sme_record_set_int (step, "price", price);
  sme_record_append (plan, "steps", step);
}

static void
test_plan (void)
{
  g_autoptr (SmePlan) plan = sme_plan_new ();
  SmeRecord *record = SME_RECORD (plan);
  SmePricingCheaper cheaper = { 0 };

  sme_record_set_text (record, "name", "By the message");
  sme_record_set_int (record, "model", SME_MODEL_VOLUME);
  sme_record_set_int (record, "max_quantity", 100000);
  g_assert_false (sme_pricing_find_cheaper_of_plan (plan, 1000, &cheaper));
  append_step (record, 1000, 880);
  append_step (record, 0, 770);
  g_assert_true (sme_pricing_find_cheaper_of_plan (plan, 1000, &cheaper));
  g_assert_cmpint (cheaper.quantity, ==, 1001);
  g_assert_cmpint (cheaper.cost, ==, 770770);
  g_assert_false (sme_pricing_find_cheaper_of_plan (plan, 1001, &cheaper));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pricing-cheaper/a30/501-cost-less-than-500", test_example);
  g_test_add_func ("/pricing-cheaper/it-is-the-cheapest-of-all-numbers", test_every_number);
  g_test_add_func ("/pricing-cheaper/each-unit-at-its-own-price-never-gets-cheaper",
                   test_tiered_never);
  g_test_add_func ("/pricing-cheaper/of-a-plan-of-the-catalog", test_plan);
  return g_test_run ();
}
