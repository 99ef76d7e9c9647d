/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as one text for a screen reader: headings, units, and the way from pages and back. */
#include "viewer/sme-reading-text.h"

#include <locale.h>

#define FIRST "Điều 1. Bên A trả tiền.\nBên B cấp chứng thư số. Hai bên\nđồng ý."
#define SECOND "Điều 2. Hết."

static SmeReadingText *
make_text (void)
{
  SmeReadingText *self = sme_reading_text_new ();

  sme_reading_text_add_page (self, "Trang 1/3", FIRST, TRUE);
  sme_reading_text_add_page (self, "Trang 2/3", "(Trang này không có chữ.)", FALSE);
  sme_reading_text_add_page (self, "Trang 3/3", SECOND, TRUE);
  return self;
}

/* Where @part stands in the whole, in characters. */
static guint
find (SmeReadingText *self, const char *part)
{
  g_autofree char *all = sme_reading_text_dup_range (self, 0, G_MAXUINT);
  const char *found = strstr (all, part);

  g_assert_nonnull (found);
  return (guint) g_utf8_pointer_to_offset (all, found);
}

static void
assert_unit (SmeReadingText *self, const char *at, SmeReadingUnit unit, const char *expected)
{
  guint start, end;
  g_autofree char *text = sme_reading_text_dup_unit (self, find (self, at), unit, &start, &end);
  g_autofree char *again = sme_reading_text_dup_range (self, start, end);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (again, ==, expected);
}

static void
test_whole (void)
{
  g_autoptr (SmeReadingText) self = make_text ();
  g_autofree char *all = sme_reading_text_dup_range (self, 0, G_MAXUINT);
  g_autofree char *across = NULL;
  g_autofree char *none = sme_reading_text_dup_range (self, 5, 5);

  g_assert_cmpstr (
    all, ==, "Trang 1/3\n" FIRST "\nTrang 2/3\n(Trang này không có chữ.)\nTrang 3/3\n" SECOND "\n");
  g_assert_cmpuint (sme_reading_text_get_length (self), ==, g_utf8_strlen (all, -1));
  across = sme_reading_text_dup_range (self, find (self, "ý.\nTrang 2"), find (self, "này"));
  g_assert_cmpstr (across, ==, "ý.\nTrang 2/3\n(Trang ");
  g_assert_cmpstr (none, ==, "");
}

static void
test_units (void)
{
  g_autoptr (SmeReadingText) self = make_text ();

  assert_unit (self, "ứng thư", SME_READING_CHARACTER, "ứ");
  assert_unit (self, "ứng thư", SME_READING_WORD, "chứng ");
  assert_unit (self, "ứng thư", SME_READING_LINE, "Bên B cấp chứng thư số. Hai bên\n");
  assert_unit (self, "ứng thư", SME_READING_SENTENCE, "Bên B cấp chứng thư số. ");
  assert_unit (self, "ứng thư", SME_READING_PARAGRAPH, FIRST "\n");
  /* The heading is a line of its own in every unit, and none goes on to the next page. */
  assert_unit (self, "rang 3/3", SME_READING_LINE, "Trang 3/3\n");
  assert_unit (self, "rang 3/3", SME_READING_PARAGRAPH, "Trang 3/3\n");
  assert_unit (self, "ết.", SME_READING_WORD, "Hết.\n");
  assert_unit (self, "đồng", SME_READING_LINE, "đồng ý.\n");
}

/* Unit by unit, the whole text is read once and nothing twice. */
static void
test_no_gaps (void)
{
  g_autoptr (SmeReadingText) self = make_text ();
  g_autofree char *all = sme_reading_text_dup_range (self, 0, G_MAXUINT);

  for (int unit = SME_READING_CHARACTER; unit <= SME_READING_PARAGRAPH; unit++)
    {
      g_autoptr (GString) read = g_string_new (NULL);
      guint offset = 0;

      while (offset < sme_reading_text_get_length (self))
        {
          guint start, end;
          g_autofree char *part = sme_reading_text_dup_unit (self, offset, unit, &start, &end);

          g_assert_cmpuint (start, ==, offset);
          g_assert_cmpuint (end, >, offset);
          g_string_append (read, part);
          offset = end;
        }
      g_assert_cmpstr (read->str, ==, all);
    }
}

static void
test_spots (void)
{
  g_autoptr (SmeReadingText) self = make_text ();
  SmeTextSpot spot = { 2, 5 };
  SmeTextSpot found;
  guint offset = sme_reading_text_get_offset (self, &spot);

  g_assert_cmpuint (offset, ==, find (self, "2. Hết"));
  g_assert_true (sme_reading_text_get_spot (self, offset, &found));
  g_assert_cmpint (sme_text_spot_compare (&found, &spot), ==, 0);
  /* In a heading, in what is said instead of a text, and beyond the end there is no spot. */
  g_assert_false (sme_reading_text_get_spot (self, find (self, "Trang 3/3"), &found));
  g_assert_false (sme_reading_text_get_spot (self, find (self, "này không"), &found));
  g_assert_false (sme_reading_text_get_spot (self, G_MAXUINT, &found));
  /* "To the end of the page" and pages that have not come. */
  spot.boundary = G_MAXUINT;
  g_assert_cmpuint (sme_reading_text_get_offset (self, &spot), ==,
                    sme_reading_text_get_length (self) - 1);
  spot.page = 9;
  g_assert_cmpuint (sme_reading_text_get_offset (self, &spot), ==,
                    sme_reading_text_get_length (self));
}

static void
test_nothing (void)
{
  g_autoptr (SmeReadingText) self = sme_reading_text_new ();
  guint start, end;
  g_autofree char *all = sme_reading_text_dup_range (self, 0, G_MAXUINT);
  g_autofree char *unit = sme_reading_text_dup_unit (self, 3, SME_READING_LINE, &start, &end);

  g_assert_cmpstr (all, ==, "");
  g_assert_cmpstr (unit, ==, "");
  g_assert_cmpuint (start, ==, 0);
  g_assert_cmpuint (end, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading-text/whole", test_whole);
  g_test_add_func ("/reading-text/units", test_units);
  g_test_add_func ("/reading-text/no-gaps", test_no_gaps);
  g_test_add_func ("/reading-text/spots", test_spots);
  g_test_add_func ("/reading-text/nothing", test_nothing);
  return g_test_run ();
}
