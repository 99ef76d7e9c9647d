/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-time.h"

static void
test_rfc3339_good (void)
{
  static const struct
  {
    const char *text;
    gint64 ms;
    const char *back;
  } rows[] = {
    { "1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z" },
    { "2026-11-22T10:15:00+07:00", 1795317300000, "2026-11-22T03:15:00Z" },
    { "2026-11-22t03:15:00z", 1795317300000, "2026-11-22T03:15:00Z" },
    { "1985-04-12T23:20:50.52Z", 482196050520, "1985-04-12T23:20:50.520Z" },
    { "1996-12-19T16:39:57-08:00", 851042397000, "1996-12-20T00:39:57Z" },
    { "1990-12-31T23:59:60Z", 662688000000, "1991-01-01T00:00:00Z" },
    { "1990-12-31T15:59:60-08:00", 662688000000, "1991-01-01T00:00:00Z" },
    { "1969-12-31T23:59:59.9999Z", -1, "1969-12-31T23:59:59.999Z" },
    { "2024-02-29T00:00:00-00:00", 1709164800000, "2024-02-29T00:00:00Z" },
    { "0001-01-01T00:00:00Z", -62135596800000, "0001-01-01T00:00:00Z" },
    { "9999-12-31T23:59:59.999Z", 253402300799999, "9999-12-31T23:59:59.999Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 ms = 42;
      g_autofree char *back = NULL;

      g_assert_true (sme_time_parse_rfc3339 (rows[i].text, &ms));
      g_assert_cmpint (ms, ==, rows[i].ms);
      back = sme_time_to_rfc3339 (ms);
      g_assert_cmpstr (back, ==, rows[i].back);
    }
}

static void
test_rfc3339_bad (void)
{
  static const char *rows[] = {
    NULL,
    "",
    "2026-11-22",
    "2026-11-22T10:15:00",
    "2026-11-22 10:15:00Z",
    "2026-11-22T10:15Z",
    "2026-11-22T24:00:00Z",
    "2026-11-22T10:60:00Z",
    "2026-11-22T10:15:60Z",
    "2026-11-22T10:15:61Z",
    "2026-11-22T10:15:00.Z",
    "2026-11-22T10:15:00,5Z",
    "2026-11-22T10:15:00+7:00",
    "2026-11-22T10:15:00+0700",
    "2026-11-22T10:15:00+24:00",
    "2026-11-22T10:15:00Z ",
    " 2026-11-22T10:15:00Z",
    "2026-11-31T10:15:00Z",
    "2025-02-29T10:15:00Z",
    "2026-00-10T10:15:00Z",
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+00:01",
    "9999-12-31T23:59:59-00:01",
    "12026-01-01T00:00:00Z",
    "２026-11-22T10:15:00Z",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 ms = 42;

      g_assert_false (sme_time_parse_rfc3339 (rows[i], &ms));
      g_assert_cmpint (ms, ==, 42);
    }

  g_assert_null (sme_time_to_rfc3339 (G_MAXINT64));
  g_assert_null (sme_time_to_rfc3339 (G_MININT64));
  g_assert_null (sme_time_to_rfc3339 (253402300800000));
}

static void
test_moments_come_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      gint64 ms = (gint64) g_rand_double_range (rand, -62135596800000.0, 253402300799999.0);
      gint64 again = 0;
      g_autofree char *text = sme_time_to_rfc3339 (ms);
      g_autoptr (GDateTime) judge = g_date_time_new_from_iso8601 (text, NULL);

      g_assert_true (sme_time_parse_rfc3339 (text, &again));
      g_assert_cmpint (again, ==, ms);
      g_assert_nonnull (judge);
      g_assert_cmpint (g_date_time_to_unix (judge), ==, ms / 1000 - (ms % 1000 < 0));
    }
}

static void
test_date_validity (void)
{
  static const int good[] = { 20261122, 20240229, 20000229, 10101, 99991231, 20260131 };
  static const int bad[] = { 0,        -20261122, 20250229, 19000229, 20260431,
                             20261301, 20260100,  20260001, 1231,     100000101 };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (sme_date_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sme_date_is_valid (bad[i]));
}

static void
test_date_parse (void)
{
  static const char *bad[] = { NULL,         "",           "2026-11-2",  "2026-11-222",
                               "20261122",   "22/11/2026", "2026-02-30", "2026-11-22 ",
                               "-026-11-22", "2026/11/22" };
  int date = 0;
  g_autofree char *text = NULL;

  g_assert_true (sme_date_parse ("2024-02-29", &date));
  g_assert_cmpint (date, ==, 20240229);
  text = sme_date_to_string (date);
  g_assert_cmpstr (text, ==, "2024-02-29");
  g_assert_null (sme_date_to_string (20250229));

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (sme_date_parse (bad[i], &date));
      g_assert_cmpint (date, ==, 20240229);
    }
}

static void
test_date_parse_typed (void)
{
  static const struct
  {
    const char *text;
    int date;
  } rows[] = {
    { "22/11/2026", 20261122 },
    { "2/9/1945", 19450902 },
    { "02.09.1945", 19450902 },
    { " 02-9-1945 ", 19450902 },
    { "02091945", 19450902 },
    { "29/02/2024", 20240229 },
    { "29/02/2025", 0 },
    { "2026-11-22", 0 },
    { "22/11/26", 0 },
    { "11/22/2026", 0 },
    { "22 11 2026", 0 },
    { "2209194", 0 },
    { "022/9/1945", 0 },
    { "", 0 },
    { "1", 0 },
    { "12", 0 },
    { "12/", 0 },
    { "12/1", 0 },
    { "12/1/20261", 0 },
    { NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int date = 0;

      g_assert_cmpint (sme_date_parse_typed (rows[i].text, &date), ==, rows[i].date != 0);
      g_assert_cmpint (date, ==, rows[i].date);
    }
}

static void
test_date_arithmetic (void)
{
  g_assert_cmpint (sme_date_add_days (20241231, 1), ==, 20250101);
  g_assert_cmpint (sme_date_add_days (20240301, -1), ==, 20240229);
  g_assert_cmpint (sme_date_add_days (20250301, -1), ==, 20250228);
  g_assert_cmpint (sme_date_add_days (99991231, 1), ==, SME_DATE_NONE);
  g_assert_cmpint (sme_date_add_days (10101, G_MININT), ==, SME_DATE_NONE);
  g_assert_cmpint (sme_date_add_days (99991231, G_MAXINT), ==, SME_DATE_NONE);
  g_assert_cmpint (sme_date_add_days (20250230, 1), ==, SME_DATE_NONE);

  g_assert_cmpint (sme_date_add_months (20260131, 1), ==, 20260228);
  g_assert_cmpint (sme_date_add_months (20240131, 1), ==, 20240229);
  g_assert_cmpint (sme_date_add_months (20261122, 12), ==, 20271122);
  g_assert_cmpint (sme_date_add_months (20261122, 2), ==, 20270122);
  g_assert_cmpint (sme_date_add_months (20260115, -1), ==, 20251215);
  g_assert_cmpint (sme_date_add_months (10215, -1), ==, 10115);
  g_assert_cmpint (sme_date_add_months (99991115, 1), ==, 99991215);
  g_assert_cmpint (sme_date_add_months (10115, -1), ==, SME_DATE_NONE);
  g_assert_cmpint (sme_date_add_months (99991215, 1), ==, SME_DATE_NONE);
  g_assert_cmpint (sme_date_add_months (20260115, G_MAXINT), ==, SME_DATE_NONE);

  g_assert_cmpint (sme_date_days_between (20240228, 20240301), ==, 2);
  g_assert_cmpint (sme_date_days_between (20261122, 20261121), ==, -1);
}

static void
test_age (void)
{
  g_assert_cmpint (sme_date_age (19900615, 20260614), ==, 35);
  g_assert_cmpint (sme_date_age (19900615, 20260615), ==, 36);
  g_assert_cmpint (sme_date_age (20080229, 20260228), ==, 17);
  g_assert_cmpint (sme_date_age (20080229, 20260301), ==, 18);
  g_assert_cmpint (sme_date_age (20261122, 20261122), ==, 0);
  g_assert_cmpint (sme_date_age (20261123, 20261122), ==, -1);
  g_assert_cmpint (sme_date_age (0, 20261122), ==, -1);
}

static void
test_days_of_vietnam (void)
{
  gint64 ms;

  g_assert_true (sme_time_parse_rfc3339 ("2026-11-22T16:59:59.999Z", &ms));
  g_assert_cmpint (sme_date_from_time (ms), ==, 20261122);
  g_assert_cmpint (sme_date_from_time (ms + 1), ==, 20261123);
  g_assert_cmpint (sme_date_to_time (20261123), ==, ms + 1);
  g_assert_cmpint (sme_date_from_time (-1), ==, 19700101);
  g_assert_cmpint (sme_date_from_time (G_MAXINT64), ==, SME_DATE_NONE);
  g_assert_cmpint (sme_date_from_time (G_MININT64), ==, SME_DATE_NONE);

  for (int date = 20230101; date != 20290101; date = sme_date_add_days (date, 1))
    {
      g_assert_true (sme_date_is_valid (date));
      g_assert_cmpint (sme_date_from_time (sme_date_to_time (date)), ==, date);
      g_assert_cmpint (sme_date_from_time (sme_date_to_time (date) - 1), <, date);
    }
}

static void
test_no_day (void)
{
  static const char *const none[] = { "31/02/2026", "29.2.2025", "32-01-2026", " 0/1/2026 ",
                                      "31022026",   "1/13/2026", "2026-02-31", "2026-13-01" };
  static const char *const others[] = { "28/02/2026", "29/2/2024", "2026-02-28",
                                        "",           "31/2",      "heute",
                                        "31/02/26",   "2026-2-31", "31/02/2026x" };

  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_true (sme_date_is_no_day (none[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (sme_date_is_no_day (others[i]));
  g_assert_false (sme_date_is_no_day (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/rfc3339-is-read", test_rfc3339_good);
  g_test_add_func ("/time/rfc3339-is-strict", test_rfc3339_bad);
  g_test_add_func ("/time/moments-come-back", test_moments_come_back);
  g_test_add_func ("/time/dates-that-exist", test_date_validity);
  g_test_add_func ("/time/date-is-read-strictly", test_date_parse);
  g_test_add_func ("/time/date-as-typed", test_date_parse_typed);
  g_test_add_func ("/time/no-such-day", test_no_day);
  g_test_add_func ("/time/days-and-months-are-added", test_date_arithmetic);
  g_test_add_func ("/time/age", test_age);
  g_test_add_func ("/time/day-begins-at-midnight-in-vietnam", test_days_of_vietnam);

  return g_test_run ();
}
