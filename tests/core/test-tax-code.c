/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-tax-code.h"

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    SmeTaxCodeForms accepted;
    SmeReason reason;
    const char *normalized;
  } rows[] = {
    { "0100684378", SME_TAX_CODE_ANY, SME_REASON_OK, "0100684378" },
    { "0100000010", SME_TAX_CODE_ANY, SME_REASON_OK, "0100000010" },
    { "0106869738", SME_TAX_CODE_MAIN, SME_REASON_OK, "0106869738" },
    { "0100109106", SME_TAX_CODE_ENTERPRISE, SME_REASON_OK, "0100109106" },
    { " 0301 442 989 ", SME_TAX_CODE_ANY, SME_REASON_OK, "0301442989" },
    { "0100684378-001", SME_TAX_CODE_ANY, SME_REASON_OK, "0100684378-001" },
    { "0100684378001", SME_TAX_CODE_ANY, SME_REASON_OK, "0100684378-001" },
    { "0100684378 - 999", SME_TAX_CODE_BRANCH, SME_REASON_OK, "0100684378-999" },
    { "031186004567", SME_TAX_CODE_PERSONAL, SME_REASON_OK, "031186004567" },
    { "", SME_TAX_CODE_ANY, SME_REASON_REQUIRED, NULL },
    { NULL, SME_TAX_CODE_ANY, SME_REASON_REQUIRED, NULL },
    { "0100684379", SME_TAX_CODE_ANY, SME_REASON_CHECK_DIGIT, NULL },
    { "0100684379-001", SME_TAX_CODE_ANY, SME_REASON_CHECK_DIGIT, NULL },
    { "0000000000", SME_TAX_CODE_ANY, SME_REASON_CHECK_DIGIT, NULL },
    { "0100684378-000", SME_TAX_CODE_ANY, SME_REASON_FORMAT, NULL },
    { "0100684378-01", SME_TAX_CODE_ANY, SME_REASON_CHARACTERS, NULL },
    { "01006843-78", SME_TAX_CODE_ANY, SME_REASON_CHARACTERS, NULL },
    { "0100684378--001", SME_TAX_CODE_ANY, SME_REASON_CHARACTERS, NULL },
    { "O100684378", SME_TAX_CODE_ANY, SME_REASON_CHARACTERS, NULL },
    { "010068437", SME_TAX_CODE_ANY, SME_REASON_TOO_SHORT, NULL },
    { "01006843780", SME_TAX_CODE_ANY, SME_REASON_FORMAT, NULL },
    { "01006843780012", SME_TAX_CODE_ANY, SME_REASON_TOO_LONG, NULL },
    { "003186004567", SME_TAX_CODE_ANY, SME_REASON_UNKNOWN_PROVINCE, NULL },
    { "0100684378", SME_TAX_CODE_PERSONAL, SME_REASON_WRONG_KIND, NULL },
    { "0100684378-001", SME_TAX_CODE_MAIN, SME_REASON_WRONG_KIND, NULL },
    { "031186004567", SME_TAX_CODE_ENTERPRISE, SME_REASON_WRONG_KIND, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normalized = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (sme_tax_code_check (rows[i].text, rows[i].accepted, &normalized), ==,
                       rows[i].reason);
      g_assert_cmpstr (normalized, ==, rows[i].normalized);
    }
}

/* The weights and the modulus are primes to each other, so no single slip passes. */
static void
test_one_digit_changed (void)
{
  static const char *valid[] = { "0100684378", "0106869738", "0100109106", "0301442989" };

  for (gsize i = 0; i < G_N_ELEMENTS (valid); i++)
    for (int place = 0; place < 10; place++)
      for (char digit = '0'; digit <= '9'; digit++)
        {
          g_autofree char *changed = g_strdup (valid[i]);
          SmeReason wanted = digit == valid[i][place] ? SME_REASON_OK : SME_REASON_CHECK_DIGIT;

          changed[place] = digit;
          g_assert_cmpint (sme_tax_code_check (changed, SME_TAX_CODE_ANY, NULL), ==, wanted);
        }
}

static void
test_check_digit (void)
{
  int without = 0;

  g_assert_cmpint (sme_tax_code_check_digit ("010068437"), ==, 8);
  g_assert_cmpint (sme_tax_code_check_digit ("000000000"), ==, -1);
  g_assert_cmpint (sme_tax_code_check_digit ("12345678"), ==, -1);
  g_assert_cmpint (sme_tax_code_check_digit ("12345678x"), ==, -1);

  for (int i = 0; i < 11000; i++)
    {
      g_autofree char *digits = g_strdup_printf ("0%08d", i * 9001);
      int check = sme_tax_code_check_digit (digits);

      g_assert_cmpint (check, >=, -1);
      g_assert_cmpint (check, <=, 9);
      without += check < 0;
    }
  g_assert_cmpint (without, >, 900);
  g_assert_cmpint (without, <, 1100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tax-code/table", test_table);
  g_test_add_func ("/tax-code/one-changed-digit-is-refused", test_one_digit_changed);
  g_test_add_func ("/tax-code/check-digit", test_check_digit);

  return g_test_run ();
}
