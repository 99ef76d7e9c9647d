/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-citizen-id.h"

#define TODAY 20261122

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    SmeReason reason;
    SmeCitizenIdParts parts;
  } rows[] = {
    { "031186004567", SME_REASON_OK, { 31, 1986, TRUE } },
    { "031 086 004567", SME_REASON_OK, { 31, 1986, FALSE } },
    { "001099000001", SME_REASON_OK, { 1, 1999, FALSE } },
    { "079200000001", SME_REASON_OK, { 79, 2000, FALSE } },
    { "096301000001", SME_REASON_OK, { 96, 2001, TRUE } },
    { "002226999999", SME_REASON_OK, { 2, 2026, FALSE } },
    { "100090000001", SME_REASON_OK, { 0, 1990, FALSE } },
    { "399190000001", SME_REASON_OK, { 0, 1990, TRUE } },
    { "400190000001", SME_REASON_OK, { 0, 1990, TRUE } },
    { "840190000001", SME_REASON_OK, { 0, 1990, TRUE } },
    { "899190000001", SME_REASON_OK, { 0, 1990, TRUE } },
    { "900190000001", SME_REASON_OK, { 0, 1990, TRUE } },
    { "999190000001", SME_REASON_OK, { 0, 1990, TRUE } },
    { "", SME_REASON_REQUIRED, { 0 } },
    { NULL, SME_REASON_REQUIRED, { 0 } },
    { "   ", SME_REASON_REQUIRED, { 0 } },
    { "03118600456", SME_REASON_TOO_SHORT, { 0 } },
    { "0311860045678", SME_REASON_TOO_LONG, { 0 } },
    { "03118600456x", SME_REASON_CHARACTERS, { 0 } },
    { "031186-004567", SME_REASON_CHARACTERS, { 0 } },
    { "０31186004567", SME_REASON_CHARACTERS, { 0 } },
    { "000186004567", SME_REASON_UNKNOWN_PROVINCE, { 0 } },
    { "003186004567", SME_REASON_UNKNOWN_PROVINCE, { 0 } },
    { "005186004567", SME_REASON_UNKNOWN_PROVINCE, { 0 } },
    { "007186004567", SME_REASON_UNKNOWN_PROVINCE, { 0 } },
    { "097186004567", SME_REASON_UNKNOWN_PROVINCE, { 0 } },
    { "031227004567", SME_REASON_BIRTH_IN_FUTURE, { 0 } },
    { "031400004567", SME_REASON_BIRTH_IN_FUTURE, { 0 } },
    { "031986004567", SME_REASON_BIRTH_IN_FUTURE, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SmeCitizenIdParts parts = { 0 };

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (sme_citizen_id_check (rows[i].text, TODAY, &parts), ==, rows[i].reason);
      g_assert_cmpint (parts.province, ==, rows[i].parts.province);
      g_assert_cmpint (parts.birth_year, ==, rows[i].parts.birth_year);
      g_assert_cmpint (parts.female, ==, rows[i].parts.female);
    }

  g_assert_cmpint (sme_citizen_id_check ("031986004567", SME_DATE_NONE, NULL), ==, SME_REASON_OK);
}

static void
test_every_century_and_sex (void)
{
  for (int digit = 0; digit < 10; digit++)
    {
      g_autofree char *number = g_strdup_printf ("031%d42123456", digit);
      SmeCitizenIdParts parts;

      g_assert_cmpint (sme_citizen_id_check (number, 99991231, &parts), ==, SME_REASON_OK);
      g_assert_cmpint (parts.birth_year, ==, 1900 + digit / 2 * 100 + 42);
      g_assert_cmpint (parts.female, ==, digit % 2);
    }
}

static void
test_provinces (void)
{
  int known = 0;

  for (int code = -1; code < 1000; code++)
    known += sme_citizen_id_province_name (code) != NULL;

  g_assert_cmpint (known, ==, 63);
  g_assert_cmpstr (sme_citizen_id_province_name (1), ==, "Hà Nội");
  g_assert_cmpstr (sme_citizen_id_province_name (31), ==, "Hải Phòng");
  g_assert_cmpstr (sme_citizen_id_province_name (79), ==, "Hồ Chí Minh");
  g_assert_cmpstr (sme_citizen_id_province_name (96), ==, "Cà Mau");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/citizen-id/table", test_table);
  g_test_add_func ("/citizen-id/every-century-and-sex", test_every_century_and_sex);
  g_test_add_func ("/citizen-id/sixty-three-provinces", test_provinces);

  return g_test_run ();
}
