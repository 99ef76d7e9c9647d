/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-phone.h"

typedef struct
{
  const char *text;
  SmeReason reason;
  SmePhoneKind kind;
  const char *normalized;
} Row;

static void
test_table (void)
{
  static const Row rows[] = {
    { "0912345678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "0912 345 678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "+84 912.345.678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "84-912-345-678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "+84 (0)912 345 678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "0912\u00a0345\u00a0678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "０912345678", SME_REASON_OK, SME_PHONE_MOBILE, "+84912345678" },
    { "024 3774 1234", SME_REASON_OK, SME_PHONE_LANDLINE, "+842437741234" },
    { "0225 374 7474", SME_REASON_OK, SME_PHONE_LANDLINE, "+842253747474" },
    { "1800 1260", SME_REASON_OK, SME_PHONE_SERVICE, "18001260" },
    { "1900545454", SME_REASON_OK, SME_PHONE_SERVICE, "1900545454" },
    { "", SME_REASON_REQUIRED, 0, NULL },
    { NULL, SME_REASON_REQUIRED, 0, NULL },
    { " - ", SME_REASON_REQUIRED, 0, NULL },
    { "0", SME_REASON_TOO_SHORT, 0, NULL },
    { "09", SME_REASON_TOO_SHORT, 0, NULL },
    { "091234567", SME_REASON_TOO_SHORT, 0, NULL },
    { "09123456789", SME_REASON_TOO_LONG, 0, NULL },
    { "02", SME_REASON_SHORT_LANDLINE, 0, NULL },
    { "024377412", SME_REASON_SHORT_LANDLINE, 0, NULL },
    { "02812345", SME_REASON_SHORT_LANDLINE, 0, NULL },
    { "+84 28 123 45", SME_REASON_SHORT_LANDLINE, 0, NULL },
    { "024377412345", SME_REASON_TOO_LONG, 0, NULL },
    { "912345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "+12025550123", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0412345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0312345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0512345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0712345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0952345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0802345678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "02023747474", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "02173747474", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0168 234 5678", SME_REASON_OLD_MOBILE, 0, NULL },
    { "+841682345678", SME_REASON_OLD_MOBILE, 0, NULL },
    { "0168 234 567", SME_REASON_TOO_SHORT, 0, NULL },
    { "0168 234 56789", SME_REASON_TOO_LONG, 0, NULL },
    { "0110 234 5678", SME_REASON_UNKNOWN_PREFIX, 0, NULL },
    { "0912345+78", SME_REASON_CHARACTERS, 0, NULL },
    { "0912 345 67a", SME_REASON_CHARACTERS, 0, NULL },
    { "tel:0912345678", SME_REASON_CHARACTERS, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *normalized = NULL;
      SmePhoneKind kind = 0;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (sme_phone_check (rows[i].text, &kind, &normalized), ==, rows[i].reason);
      g_assert_cmpint (kind, ==, rows[i].kind);
      g_assert_cmpstr (normalized, ==, rows[i].normalized);
    }
}

static void
test_mobile (void)
{
  g_autofree char *normalized = NULL;

  g_assert_cmpint (sme_phone_check_mobile ("0912345678", &normalized), ==, SME_REASON_OK);
  g_assert_cmpstr (normalized, ==, "+84912345678");
  g_assert_cmpint (sme_phone_check_mobile ("024 3774 1234", NULL), ==, SME_REASON_NOT_MOBILE);
  g_assert_cmpint (sme_phone_check_mobile ("02812345", NULL), ==, SME_REASON_NOT_MOBILE);
  g_assert_cmpint (sme_phone_check_mobile ("18001260", NULL), ==, SME_REASON_NOT_MOBILE);
  g_assert_cmpint (sme_phone_check_mobile ("01682345678", NULL), ==, SME_REASON_OLD_MOBILE);
}

/* Every prefix against the plan written as regular expressions. */
static void
test_every_prefix (void)
{
  g_autoptr (GRegex) mobile =
    g_regex_new ("^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\\d{7}$", 0, 0, NULL);
  g_autoptr (GRegex) landline =
    g_regex_new ("^02(0[3-9]|1[0-689]|2[0-25-9]|3[2-9]|4[2-8]|5[124-9]|6[0-39]|7[0-7]|8[2-7]|"
                 "9[0-4679])\\d{7}$",
                 0, 0, NULL);
  int n_mobile = 0, n_landline = 0;

  for (int prefix = 0; prefix < 1000; prefix++)
    for (int length = 5; length < 10; length++)
      {
        g_autofree char *number = g_strdup_printf ("0%03d%.*s", prefix, length, "123456789");
        SmePhoneKind kind = SME_PHONE_SERVICE;
        gboolean ok = sme_phone_check (number, &kind, NULL) == SME_REASON_OK;

        g_assert_cmpint (ok && kind == SME_PHONE_MOBILE, ==,
                         g_regex_match (mobile, number, 0, NULL));
        g_assert_cmpint (ok && kind == SME_PHONE_LANDLINE, ==,
                         g_regex_match (landline, number, 0, NULL));
        n_mobile += ok && kind == SME_PHONE_MOBILE;
        n_landline += ok && kind == SME_PHONE_LANDLINE;
      }

  g_assert_cmpint (n_mobile, ==, (8 + 5 + 5 + 9 + 9) * 10);
  g_assert_cmpint (n_landline, ==, 7 + 9 + 8 + 8 + 7 + 8 + 5 + 8 + 6 + 8);
}

static void
test_modern_form (void)
{
  static const struct
  {
    const char *before, *after;
  } rows[] = {
    { "01682345678", "+84382345678" },
    { "0120 234 5678", "+84702345678" },
    { "+84121 2345678", "+84792345678" },
    { "01232345678", "+84832345678" },
    { "01862345678", "+84562345678" },
    { "01992345678", "+84592345678" },
    { "0912345678", NULL },
    { "0110234567", NULL },
    { "0168234567", NULL },
    { "x", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after = sme_phone_modern_form (rows[i].before);

      g_assert_cmpstr (after, ==, rows[i].after);
      if (after != NULL)
        g_assert_cmpint (sme_phone_check_mobile (after, NULL), ==, SME_REASON_OK);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/table", test_table);
  g_test_add_func ("/phone/mobile-takes-messages", test_mobile);
  g_test_add_func ("/phone/every-prefix-as-planned", test_every_prefix);
  g_test_add_func ("/phone/modern-form-of-eleven-digits", test_modern_form);

  return g_test_run ();
}
