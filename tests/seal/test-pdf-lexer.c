/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seal/sme-pdf-lexer.h"
#include "seal/sme-pdf-text.h"
#include "seal/sme-seal-error.h"

#include <string.h>

static SmePdfObject *
read_sized (const char *text, gsize size, GError **error)
{
  /* A copy of the exact size, so that a sanitizer sees a step beyond the end. */
  g_autofree guint8 *data = g_memdup2 (text, size);
  SmePdfLexer lexer;

  sme_pdf_lexer_init (&lexer, data, size, 0);
  return sme_pdf_lexer_read_object (&lexer, error);
}

static SmePdfObject *
parse (const char *text)
{
  return read_sized (text, strlen (text), NULL);
}

static void
assert_round_trip (const char *text, const char *expected)
{
  g_autoptr (SmePdfObject) object = parse (text);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_nonnull (object);
  sme_pdf_object_write (object, out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_objects (void)
{
  assert_round_trip ("null", "null");
  assert_round_trip ("true", "true");
  assert_round_trip (" % comment\n false ", "false");
  assert_round_trip ("-17", "-17");
  assert_round_trip ("+5", "+5");
  assert_round_trip ("4.", "4.");
  assert_round_trip ("-.002", "-.002");
  assert_round_trip ("/Name", "/Name");
  assert_round_trip ("/", "/");
  assert_round_trip ("/A#20B#2f", "/A#20B#2F");
  assert_round_trip ("(a(b)c)", "(a\\(b\\)c)");
  assert_round_trip ("(\\101\\n\\\r\nx)", "(A\\012x)");
  assert_round_trip ("<48 656C6>", "<48656C60>");
  assert_round_trip ("[1 2 0 R 3 4]", "[ 1 2 0 R 3 4 ]");
  assert_round_trip ("[1 2]", "[ 1 2 ]");
  assert_round_trip ("<</A/B/C<</D[]>>>>", "<< /A /B /C << /D [ ] >> >>");
  assert_round_trip ("<< /A 1 /A 2 >>", "<< /A 1 /A 2 >>");
}

static void
test_refused (void)
{
  static const char *texts[] = {
    "",     " ",     "%",     "x",   "--5",   "1.2.3",  "(",      "(a\\",    "<4",
    "<4x>", "[",     "[1",    "<<",  "<<1>>", "<</A>>", "<</A 1", "<</A 1>", ">>",
    "]",    "/A#00", "truex", "nul", "obj",   "R",      "+",      ".",       "5-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      SmePdfObject *object = read_sized (texts[i], strlen (texts[i]), &error);

      if (object != NULL)
        g_error ("Read \"%s\"", texts[i]);
      g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_MALFORMED);
    }
}

static void
test_depth_is_bounded (void)
{
  static const char *units[] = { "[", "<</A", "<</A[" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 100000; j++)
        g_string_append (text, units[i]);
      g_assert_null (read_sized (text->str, text->len, &error));
      g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT);
    }
}

static void
test_count_is_bounded (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;

  for (guint j = 0; j < 600000; j++)
    g_string_append (text, "1 ");
  g_string_append (text, "]");
  g_assert_null (read_sized (text->str, text->len, &error));
  g_assert_error (error, SME_SEAL_ERROR, SME_SEAL_ERROR_LIMIT);
}

/* A number that does not fit is no offset: nothing may wrap around. */
static void
test_huge_numbers (void)
{
  g_autoptr (SmePdfObject) huge = parse ("99999999999999999999");
  g_autoptr (SmePdfObject) largest = parse ("9223372036854775807");
  g_autoptr (SmePdfObject) reference = parse ("[99999999999 0 R]");
  SmePdfLexer lexer;
  guint64 value = 7;

  g_assert_cmpint (sme_pdf_object_get_integer (huge, -1), ==, -1);
  g_assert_cmpint (sme_pdf_object_get_integer (largest, -1), ==, G_MAXINT64);
  g_assert_null (reference);
  sme_pdf_lexer_init (&lexer, (const guint8 *) "1234567890123456789", 19, 0);
  g_assert_false (sme_pdf_lexer_read_unsigned (&lexer, &value));
  g_assert_cmpuint (lexer.pos, ==, 0);
}

static void
test_duplicates_are_seen (void)
{
  g_autoptr (SmePdfObject) plain = parse ("<< /A 1 /B 2 >>");
  g_autoptr (SmePdfObject) twice = parse ("<< /A 1 /B 2 /A 1 >>");
  g_autoptr (SmePdfObject) disguised = parse ("<< /Contents 1 /#43ontents 2 >>");

  g_assert_false (sme_pdf_object_has_duplicates (plain));
  g_assert_true (sme_pdf_object_has_duplicates (twice));
  g_assert_true (sme_pdf_object_has_duplicates (disguised));
}

static void
test_places (void)
{
  g_autoptr (SmePdfObject) dict = parse ("  << /Contents <00ff> /B 2 >> ");
  SmePdfObject *contents = sme_pdf_object_get (dict, "Contents");

  g_assert_cmpuint (sme_pdf_object_get_start (dict), ==, 2);
  g_assert_cmpuint (sme_pdf_object_get_end (dict), ==, 29);
  g_assert_cmpuint (sme_pdf_object_get_start (contents), ==, 15);
  g_assert_cmpuint (sme_pdf_object_get_end (contents), ==, 21);
}

static void
test_texts (void)
{
  static const char *texts[] = { "", "Hello (world) \\", "Nguyễn Ẩn ợ 😀", "tab\there" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SmePdfObject) made = sme_pdf_text_new (texts[i]);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (SmePdfObject) reread = NULL;
      g_autofree char *text = NULL;

      sme_pdf_object_write (made, out);
      reread = parse (out->str);
      text = sme_pdf_text_decode (reread);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
assert_text (const char *object, const char *expected)
{
  g_autoptr (SmePdfObject) string = parse (object);
  g_autofree char *text = sme_pdf_text_decode (string);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_foreign_texts (void)
{
  assert_text ("(caf\\351)", "café");
  assert_text ("<EFBBBF E1BBA3>", "ợ");
  assert_text ("<FEFF 1EE3>", "ợ");
  assert_text ("/Name", NULL);
}

static void
assert_date (const char *text, const char *expected)
{
  g_autofree char *quoted = g_strdup_printf ("(%s)", text);
  g_autoptr (SmePdfObject) string = parse (quoted);
  g_autoptr (GDateTime) time = sme_pdf_date_decode (string);
  g_autofree char *iso = time != NULL ? g_date_time_format_iso8601 (time) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_dates (void)
{
  assert_date ("D:20261123090807+07'00'", "2026-11-23T09:08:07+07");
  assert_date ("D:20261123090807Z", "2026-11-23T09:08:07Z");
  assert_date ("D:20261123090807-03'30", "2026-11-23T09:08:07-03:30");
  assert_date ("20261123", "2026-11-23T00:00:00Z");
  assert_date ("D:2026", "2026-01-01T00:00:00Z");
  assert_date ("D:20261399", NULL);
  assert_date ("D:", NULL);
  assert_date ("yesterday", NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pdf-lexer/objects", test_objects);
  g_test_add_func ("/pdf-lexer/refused", test_refused);
  g_test_add_func ("/pdf-lexer/depth-is-bounded", test_depth_is_bounded);
  g_test_add_func ("/pdf-lexer/count-is-bounded", test_count_is_bounded);
  g_test_add_func ("/pdf-lexer/huge-numbers", test_huge_numbers);
  g_test_add_func ("/pdf-lexer/duplicates-are-seen", test_duplicates_are_seen);
  g_test_add_func ("/pdf-lexer/places", test_places);
  g_test_add_func ("/pdf-text/round-trip", test_texts);
  g_test_add_func ("/pdf-text/foreign", test_foreign_texts);
  g_test_add_func ("/pdf-text/dates", test_dates);
  return g_test_run ();
}
