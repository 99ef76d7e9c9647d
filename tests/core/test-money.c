/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-money.h"

static void
test_vat_table (void)
{
  static const struct
  {
    gint64 gross;
    int rate;
    gint64 net;
  } rows[] = {
    { 220000, 10, 200000 },
    { 1273000, 10, 1157273 },
    { 2912000, 10, 2647273 },
    { 216000, 8, 200000 },
    { 220000, 0, 220000 },
    { 0, 10, 0 },
    { 1, 10, 1 },
    { 11, 10, 10 },
    { 3, 100, 2 },
    { -3, 100, -2 },
    { -220000, 10, -200000 },
    { 105, 10, 95 },
    { SME_MONEY_MAX, 0, SME_MONEY_MAX },
    { SME_MONEY_MAX, 10, G_GINT64_CONSTANT (8188362958855446) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (sme_money_net (rows[i].gross, rows[i].rate), ==, rows[i].net);
      g_assert_cmpint (sme_money_vat (rows[i].gross, rows[i].rate), ==,
                       rows[i].gross - rows[i].net);
    }
}

/* The definition in exact arithmetic: |net * (100 + rate) - gross * 100| is at most half of
 * (100 + rate). */
static void
test_vat_is_nearest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (220000);

  for (int i = 0; i < 200000; i++)
    {
      gint64 gross = (gint64) (g_rand_double (rand) * (double) (SME_MONEY_MAX >> (i % 53)));
      int rate = g_rand_int_range (rand, 0, 101);
      gint64 net = sme_money_net (gross, rate);
      __int128 error = (__int128) net * (100 + rate) - (__int128) gross * 100;

      g_assert_true (2 * error <= 100 + rate && 2 * error > -(100 + rate));
      g_assert_cmpint (net, >=, 0);
      g_assert_cmpint (net + sme_money_vat (gross, rate), ==, gross);
      g_assert_cmpint (sme_money_net (-gross, rate), ==, -net);
    }
}

static void
test_bounds (void)
{
  gint64 result = 42;

  g_assert_true (sme_money_is_valid (SME_MONEY_MAX));
  g_assert_true (sme_money_is_valid (-SME_MONEY_MAX));
  g_assert_false (sme_money_is_valid (SME_MONEY_MAX + 1));
  g_assert_false (sme_money_is_valid (G_MININT64));

  g_assert_false (sme_money_add (SME_MONEY_MAX, 1, &result));
  g_assert_false (sme_money_add (-SME_MONEY_MAX, -1, &result));
  g_assert_false (sme_money_add (G_MAXINT64, G_MAXINT64, &result));
  g_assert_false (sme_money_add (G_MININT64, G_MININT64, &result));
  g_assert_false (sme_money_add (SME_MONEY_MAX + 1, -5, &result));
  g_assert_false (sme_money_add (-5, SME_MONEY_MAX + 1, &result));
  g_assert_false (sme_money_multiply (SME_MONEY_MAX, 2, &result));
  g_assert_false (sme_money_multiply (2, G_MAXINT64, &result));
  g_assert_false (sme_money_multiply (3, G_MININT64, &result));
  g_assert_cmpint (result, ==, 42);

  g_assert_true (sme_money_add (SME_MONEY_MAX, -SME_MONEY_MAX, &result));
  g_assert_cmpint (result, ==, 0);
  g_assert_true (sme_money_multiply (220000, 100000, &result));
  g_assert_cmpint (result, ==, G_GINT64_CONSTANT (22000000000));
}

static void
test_rounding (void)
{
  static const struct
  {
    gint64 dong, divisor, quotient;
  } rows[] = {
    { 5, 10, 1 },
    { 4, 10, 0 },
    { -5, 10, -1 },
    { -4, 10, 0 },
    { 15, 10, 2 },
    { 1, 3, 0 },
    { 2, 3, 1 },
    { -2, 3, -1 },
    { 7, 1, 7 },
    { 0, 9, 0 },
    { G_MAXINT64, G_MAXINT64, 1 },
    { G_MININT64, 1, G_MININT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (sme_money_divide (rows[i].dong, rows[i].divisor), ==, rows[i].quotient);

  g_assert_cmpint (sme_money_percent (220000, 15), ==, 33000);
  g_assert_cmpint (sme_money_percent (33, 50), ==, 17);
  g_assert_cmpint (sme_money_percent (SME_MONEY_MAX, 100), ==, SME_MONEY_MAX);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/money/vat-table", test_vat_table);
  g_test_add_func ("/money/vat-is-nearest-and-adds-up", test_vat_is_nearest);
  g_test_add_func ("/money/bounds-fail-instead-of-wrapping", test_bounds);
  g_test_add_func ("/money/rounding-is-half-away-from-zero", test_rounding);

  return g_test_run ();
}
