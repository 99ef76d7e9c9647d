/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Near 2^53 đồng a quote is exact or refused with a reason, and never wraps: compared with sums in
 * 128 bits, which have room for all of it. */
#include "core/sme-money.h"
#include "core/sme-pricing.h"

#define ROUNDS 20000
#define MAX_ADDONS 3

typedef __int128 Wide;

typedef struct
{
  SmePricingRequest request;
  SmePricingStep steps[3];
  SmePricingAddon addons[MAX_ADDONS];
  SmePricingCoupon coupon;
} Order;

/* Half of them at the limit, the others anywhere up to it. */
static gint64
random_price (GRand *rand, gint64 share)
{
  gint64 limit = SME_MONEY_MAX / share;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return limit - g_rand_int_range (rand, 0, 3);
    case 1:
      return MIN (limit + g_rand_int_range (rand, 0, 3), G_MAXINT64);
    case 2:
      return limit / 11 * 10 + g_rand_int_range (rand, -3, 3);
    default:
      return (gint64) (g_rand_double (rand) * (double) limit);
    }
}

static void
fill_steps (GRand *rand, Order *order, gint64 quantity)
{
  gint64 first = MAX (1, quantity / 3);

  order->steps[0] = (SmePricingStep){ first, random_price (rand, quantity) };
  order->steps[1] = (SmePricingStep){ first * 2, random_price (rand, quantity) };
  order->steps[2] = (SmePricingStep){ 0, random_price (rand, quantity) };
  order->request.plan.steps = order->steps;
  order->request.plan.n_steps = 3;
}

static void
fill (GRand *rand, Order *order)
{
  static const int rates[] = { 0, 5, 8, 10, 100 };
  gint64 quantity = g_rand_boolean (rand) ? 1 : g_rand_int_range (rand, 1, 1000000);
  SmePricingRequest *request = &order->request;

  *request = (SmePricingRequest){
    .plan = { .label = "plan",
              .model = (SmePriceModel) g_rand_int_range (rand, SME_MODEL_FLAT, SME_MODEL_CONTACT),
              .unit_price = random_price (rand, quantity),
              .free_units = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 5) : 0,
              .setup_fee = g_rand_boolean (rand) ? random_price (rand, 2) : 0,
              .vat_rate = rates[g_rand_int_range (rand, 0, G_N_ELEMENTS (rates))],
              .vat_included = g_rand_boolean (rand) },
    .cycle_months = 12,
    .quantity = quantity,
    .today = 20261122,
    .addons = order->addons,
    .n_addons = (gsize) g_rand_int_range (rand, 0, MAX_ADDONS + 1),
  };
  fill_steps (rand, order, quantity);
  for (gsize i = 0; i < request->n_addons; i++)
    order->addons[i] = (SmePricingAddon){ "add-on", random_price (rand, 10), 1 };
  order->coupon = (SmePricingCoupon){ "CODE", .percent = g_rand_int_range (rand, 1, 101) };
  if (g_rand_boolean (rand))
    request->coupon = &order->coupon;
}

static Wide
price_tiers (const SmePricingPlan *plan, gint64 quantity)
{
  gint64 before = 0;
  Wide sum = 0;

  for (gsize i = 0; i < plan->n_steps && before < quantity; i++)
    {
      gint64 up_to = plan->steps[i].up_to == 0 ? quantity : MIN (quantity, plan->steps[i].up_to);

      sum += (Wide) (up_to - before) * plan->steps[i].price;
      before = up_to;
    }
  return sum;
}

static Wide
price_plan (const SmePricingPlan *plan, gint64 quantity)
{
  gsize i = 0;

  while (plan->steps[i].up_to != 0 && quantity > plan->steps[i].up_to)
    i++;
  switch (plan->model)
    {
    case SME_MODEL_FLAT:
      return (Wide) quantity * plan->unit_price;
    case SME_MODEL_PER_UNIT:
      return (Wide) MAX (0, quantity - plan->free_units) * plan->unit_price;
    case SME_MODEL_TIERED:
      return price_tiers (plan, quantity);
    case SME_MODEL_VOLUME:
      return (Wide) quantity * plan->steps[i].price;
    default:
      return plan->steps[i].price;
    }
}

static Wide
add_tax (const SmePricingPlan *plan, Wide sum)
{
  return plan->vat_included ? sum : sum + (sum * plan->vat_rate * 2 + 100) / 200;
}

/* What has to be paid, with @greatest the greatest sum on the way to it. */
static Wide
price (const Order *order, Wide *greatest)
{
  const SmePricingRequest *request = &order->request;
  Wide sum = price_plan (&request->plan, request->quantity) + request->plan.setup_fee;
  Wide discount;

  for (gsize i = 0; i < request->n_addons; i++)
    sum += (Wide) request->addons[i].quantity * request->addons[i].unit_price;
  *greatest = add_tax (&request->plan, sum);
  discount = request->coupon != NULL ? (sum * request->coupon->percent * 2 + 100) / 200 : 0;
  return add_tax (&request->plan, sum - discount);
}

/* A price past the limit is refused even where nothing is bought for it. */
static gboolean
has_bad_price (const Order *order)
{
  const SmePricingPlan *plan = &order->request.plan;
  gboolean stepped = plan->model == SME_MODEL_TIERED || plan->model == SME_MODEL_VOLUME ||
                     plan->model == SME_MODEL_STAIR_STEP;

  return !stepped && !sme_money_is_valid (plan->unit_price);
}

static gint64
sum_lines (const SmePricingQuote *quote)
{
  gint64 sum = 0;

  for (gsize i = 0; i < quote->n_lines; i++)
    {
      g_assert_true (sme_money_is_valid (quote->lines[i].amount));
      sum += quote->lines[i].amount;
    }
  return sum;
}

static void
test_exact_or_refused (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (53);
  guint n_refused = 0, n_given = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Order order;
      g_autoptr (SmePricingQuote) quote = NULL;
      SmeReason reason;
      Wide total, greatest;

      fill (rand, &order);
      total = price (&order, &greatest);
      reason = sme_pricing_quote (&order.request, &quote);
      if (greatest > SME_MONEY_MAX)
        {
          g_assert_cmpint (reason, ==, SME_REASON_RANGE);
          g_assert_null (quote);
          n_refused++;
          continue;
        }
      if (has_bad_price (&order))
        continue;
      g_assert_cmpint (reason, ==, SME_REASON_OK);
      g_assert_true (quote->total == total);
      g_assert_cmpint (quote->net + quote->vat, ==, quote->total);
      g_assert_cmpint (sum_lines (quote), ==, quote->subtotal - quote->discount);
      g_assert_true (sme_money_is_valid (quote->total));
      g_assert_cmpint (quote->total, >=, 0);
      n_given++;
    }
  /* Both sides of the limit were seen. */
  g_assert_cmpuint (n_refused, >, ROUNDS / 10);
  g_assert_cmpuint (n_given, >, ROUNDS / 10);
}

/* The very last đồng, of each model. */
static void
test_edge (void)
{
  for (int model = SME_MODEL_FLAT; model < SME_MODEL_CONTACT; model++)
    for (gint64 over = 0; over < 2; over++)
      {
        SmePricingStep step = { 0, SME_MONEY_MAX + over };
        SmePricingRequest request = {
          .plan = { .label = "plan",
                    .model = (SmePriceModel) model,
                    .unit_price = SME_MONEY_MAX + over,
                    .steps = &step,
                    .n_steps = 1,
                    .vat_rate = 8,
                    .vat_included = TRUE },
          .cycle_months = 1,
          .quantity = 1,
          .today = 20261122,
        };
        g_autoptr (SmePricingQuote) quote = NULL;
        SmeReason reason = sme_pricing_quote (&request, &quote);

        g_assert_cmpint (reason, ==, over == 0 ? SME_REASON_OK : SME_REASON_RANGE);
        g_assert_true ((quote != NULL) == (over == 0));
        if (quote != NULL)
          g_assert_cmpint (quote->net, ==, (gint64) (((Wide) SME_MONEY_MAX * 200 + 108) / 216));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pricing-limits/exact-or-refused", test_exact_or_refused);
  g_test_add_func ("/pricing-limits/the-last-dong-of-each-model", test_edge);

  return g_test_run ();
}
