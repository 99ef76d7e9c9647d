/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-country.h"

#include <string.h>

/* Each has a code of two capitals, in order, and both names in composed letters. */
static void
test_list (void)
{
  const SmeCountry *country;
  guint n = 0;

  for (; (country = sme_country_get (n)) != NULL; n++)
    {
      const SmeCountry *next = sme_country_get (n + 1);
      g_autofree char *composed = g_utf8_normalize (country->vi, -1, G_NORMALIZE_NFC);

      g_assert_cmpuint (strlen (country->code), ==, 2);
      g_assert_true (g_ascii_isupper (country->code[0]) && g_ascii_isupper (country->code[1]));
      g_assert_true (next == NULL || strcmp (country->code, next->code) < 0);
      g_assert_cmpstr (country->en, !=, country->code);
      g_assert_cmpstr (country->vi, !=, country->code);
      g_assert_cmpstr (country->vi, ==, composed);
      g_assert_true (sme_country_find (country->code) == country);
    }
  g_assert_cmpuint (n, ==, 249);
}

static void
test_find (void)
{
  g_assert_cmpstr (sme_country_find ("VN")->vi, ==, "Việt Nam");
  g_assert_cmpstr (sme_country_find ("kr")->vi, ==, "Hàn Quốc");
  g_assert_cmpstr (sme_country_find ("GB")->en, ==, "United Kingdom");
  g_assert_null (sme_country_find ("XX"));
  g_assert_null (sme_country_find ("K"));
  g_assert_null (sme_country_find ("KOR"));
  g_assert_null (sme_country_find (""));
  g_assert_null (sme_country_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a21/countries-of-iso-3166", test_list);
  g_test_add_func ("/a21/a-country-by-its-code", test_find);
  return g_test_run ();
}
