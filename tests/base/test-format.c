/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "base/sme-format.h"

static void
test_money (void)
{
  static const struct
  {
    gint64 dong;
    const char *text;
  } rows[] = {
    { 0, "0\u00a0₫" },
    { 999, "999\u00a0₫" },
    { 1000, "1.000\u00a0₫" },
    { 220000, "220.000\u00a0₫" },
    { 1273000, "1.273.000\u00a0₫" },
    { -220000, "-220.000\u00a0₫" },
    { G_MAXINT64, "9.223.372.036.854.775.807\u00a0₫" },
    { G_MININT64, "-9.223.372.036.854.775.808\u00a0₫" },
  };

  setlocale (LC_ALL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = sme_format_money (rows[i].dong);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_dates (void)
{
  g_autofree char *date = sme_format_date (20261122);
  g_autofree char *none = sme_format_date (20260230);
  g_autofree char *moment = sme_format_date_time (1795317300000);
  g_autofree char *midnight = sme_format_date_time (1795280400000);
  g_autofree char *before = sme_format_date_time (1795280399999);
  g_autofree char *hour = sme_format_time_of_day (1795317300000);
  g_autofree char *never = sme_format_date_time (G_MAXINT64);

  g_assert_cmpstr (date, ==, "22/11/2026");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (moment, ==, "22/11/2026 10:15");
  g_assert_cmpstr (midnight, ==, "22/11/2026 00:00");
  g_assert_cmpstr (before, ==, "21/11/2026 23:59");
  g_assert_cmpstr (hour, ==, "10:15");
  g_assert_cmpstr (never, ==, "");
}

static void
test_duration (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } rows[] = { { 300, "5:00" }, { 245, "4:05" }, { 9, "0:09" },
               { 0, "0:00" },   { -3, "0:00" },  { 3900, "65:00" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = sme_format_duration (rows[i].seconds);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_phone (void)
{
  static const struct
  {
    const char *phone, *shown, *masked;
  } rows[] = {
    { "+84912345678", "0912 345 678", "0912 *** 678" },
    { "+842437741234", "024 3774 1234", "0243 *** 234" },
    { "+842253747474", "0225 374 7474", "0225 *** 474" },
    { "18001260", "1800 1260", "***" },
    { "+12025550123", "+12025550123", "***" },
    { "+84912x45678", "+84912x45678", "***" },
    { "+8491234567890", "+8491234567890", "***" },
    { "", "", "" },
    { NULL, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = sme_format_phone (rows[i].phone);
      g_autofree char *masked = sme_format_phone_masked (rows[i].phone);

      g_assert_cmpstr (shown, ==, rows[i].shown);
      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

static void
test_masks (void)
{
  static const struct
  {
    char *(*mask) (const char *text);
    const char *text, *masked;
  } rows[] = {
    { sme_format_email_masked, "lan.nguyen@example.vn", "l***n@example.vn" },
    { sme_format_email_masked, "lan@example.vn", "l***@example.vn" },
    { sme_format_email_masked, "l@example.vn", "l***@example.vn" },
    { sme_format_email_masked, "ệabệ@example.vn", "ệ***ệ@example.vn" },
    { sme_format_email_masked, "@example.vn", "***" },
    { sme_format_email_masked, "no mail", "***" },
    { sme_format_email_masked, NULL, "***" },
    { sme_format_id_masked, "031186004567", "********4567" },
    { sme_format_id_masked, "B1234567", "******67" },
    { sme_format_id_masked, "123", "**3" },
    { sme_format_id_masked, NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *masked = rows[i].mask (rows[i].text);

      g_assert_cmpstr (masked, ==, rows[i].masked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/money-has-dots-and-no-break-space", test_money);
  g_test_add_func ("/format/dates-are-vietnamese", test_dates);
  g_test_add_func ("/format/duration", test_duration);
  g_test_add_func ("/format/phone", test_phone);
  g_test_add_func ("/format/masks-hide-what-matters", test_masks);

  return g_test_run ();
}
