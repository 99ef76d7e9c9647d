/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-json-scan.h"
#include "core/sme-record-json.h"

#include <string.h>

typedef struct
{
  const char *text;
  gboolean good;
} Case;

static const Case cases[] = {
  { "{}", TRUE },
  { " [1, -2.5e3, true, false, null, \"x\"] \r\n\t", TRUE },
  { "\"\\u00e1\\ud83d\\ude00\\/\\b\\f\\n\\r\\t\\\\\\\"\"", TRUE },
  { "0", TRUE },
  { "9007199254740991", TRUE },
  { "-9007199254740991", TRUE },
  { "1e400", TRUE },
  { "", FALSE },
  { " ", FALSE },
  { "9007199254740992", FALSE },
  { "99999999999999999999", FALSE },
  { "01", FALSE },
  { "1.", FALSE },
  { ".5", FALSE },
  { "+1", FALSE },
  { "-", FALSE },
  { "1e", FALSE },
  { "NaN", FALSE },
  { "nul", FALSE },
  { "truex", FALSE },
  { "{} {}", FALSE },
  { "[1,]", FALSE },
  { "[,1]", FALSE },
  { "{\"a\":1,}", FALSE },
  { "{\"a\" 1}", FALSE },
  { "{a:1}", FALSE },
  { "{\"a\":1,\"a\":2}", FALSE },
  { "{\"a\":1,\"\\u0061\":2}", FALSE },
  { "{\"a\":{\"a\":1}}", TRUE },
  { "\"\\u0000\"", FALSE },
  { "\"\\ud800\"", FALSE },
  { "\"\\udc00\"", FALSE },
  { "\"\\ud800\\u0041\"", FALSE },
  { "\"\\x\"", FALSE },
  { "\"a\nb\"", FALSE },
  { "\"abc", FALSE },
  { "\"abc\\", FALSE },
  { "/* c */ {}", FALSE },
  { "{} // c", FALSE },
  { "\xff", FALSE },
  { "\"\xc3\x28\"", FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  const char *what = NULL;

  g_assert_cmpint (sme_json_scan (test->text, strlen (test->text), &what), ==, test->good);
  g_assert_cmpint (what == NULL, ==, test->good);
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint depth = 1; depth <= SME_JSON_MAX_DEPTH + 1; depth++)
    {
      g_string_truncate (text, 0);
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      g_assert_cmpint (sme_json_scan (text->str, text->len, NULL), ==, depth <= SME_JSON_MAX_DEPTH);
    }
}

static void
test_endless_nesting_costs_nothing (void)
{
  g_autofree char *text = g_strnfill (1 << 20, '[');

  g_assert_false (sme_json_scan (text, 1 << 20, NULL));
}

static void
test_nul_byte (void)
{
  g_assert_false (sme_json_scan ("{}\0", 3, NULL));
  g_assert_false (sme_json_scan ("\"a\0b\"", 5, NULL));
}

/* What the scanner lets through, json-glib reads; nothing crashes whatever the bytes. */
static void
test_random_changes (void)
{
  static const char seed[] =
    "{\"a\":[1,2.5e3,{\"b\":\"\\u00e1\\ud83d\\ude00\"}],\"c\":null,\"d\":true}";
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; i < 20000; i++)
    {
      char text[sizeof seed];
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (JsonNode) node = NULL;

      memcpy (text, seed, sizeof seed);
      for (int k = g_rand_int_range (random, 1, 4); k > 0; k--)
        text[g_rand_int_range (random, 0, sizeof seed - 1)] =
          (char) g_rand_int_range (random, 1, 256);
      bytes = g_bytes_new (text, sizeof seed - 1);
      node = sme_json_parse (bytes, NULL);
      g_assert_cmpint (node != NULL, ==, sme_json_scan (text, sizeof seed - 1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-scan/case/%02u", i);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/json-scan/depth", test_depth);
  g_test_add_func ("/json-scan/endless-nesting", test_endless_nesting_costs_nothing);
  g_test_add_func ("/json-scan/nul-byte", test_nul_byte);
  g_test_add_func ("/json-scan/random-changes", test_random_changes);
  return g_test_run ();
}
