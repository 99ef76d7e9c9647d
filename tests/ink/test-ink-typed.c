/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-typed.h"

#include "ink/sme-ink-check.h"
#include "ink/sme-ink-draw.h"
#include "ink/sme-ink-pdf.h"
#include "ink/sme-ink-svg.h"

#include <math.h>
#include <string.h>

static void
test_names (void)
{
  static const char *const names[] = { "Nguyễn Thị Hường", "A", "  Đỗ Ẩn  ",
                                       "Trần Lê Quốc Bảo Khánh Vân", "O'Neill-Smith" };
  static const char *const families[] = { NULL, "", "Z003", "No Such Font At All", "DejaVu Serif" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint k = 0; k < G_N_ELEMENTS (families); k++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (SmeInkPath) path = sme_ink_typed (names[i], families[k], 480, 200, &error);
        cairo_rectangle_t bounds;

        g_assert_no_error (error);
        g_assert_true (sme_ink_path_check (path, 480, 200, &error));
        g_assert_no_error (error);
        sme_ink_path_get_bounds (path, &bounds);
        g_assert_cmpfloat_with_epsilon (bounds.x + bounds.width / 2, 240, 0.5);
        g_assert_cmpfloat_with_epsilon (bounds.y + bounds.height / 2, 100, 0.5);
        g_assert_cmpfloat (bounds.x, >=, 15.9);
        g_assert_cmpfloat (bounds.y, >=, 15.9);
      }
}

/* The letters of a name come from one font, so composed and decomposed spelling look alike. */
static void
test_spelling (void)
{
  g_autoptr (SmeInkPath) composed = sme_ink_typed ("Nguyễn", "Z003", 480, 200, NULL);
  g_autoptr (SmeInkPath) decomposed = sme_ink_typed ("Nguye\u0302\u0303n", "Z003", 480, 200, NULL);
  g_autoptr (SmeInkPath) other = sme_ink_typed ("Nguyen", "Z003", 480, 200, NULL);
  g_autofree char *a = sme_ink_path_to_svg (composed), *b = sme_ink_path_to_svg (decomposed);
  g_autofree char *c = sme_ink_path_to_svg (other);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

/* A hand for the letters it has; another font for the whole name where it lacks one; and what is
 * not installed is not taken for what stands in for it. */
static void
test_fallback (void)
{
  static const struct
  {
    const char *name;
    const char *wanted;
    gboolean kept;
  } cases[] = {
    { "An", "Z003", TRUE },
    { "Lê Văn Tâm", "Z003", TRUE },
    { "Đỗ Hữu Ước", "Z003", FALSE },
    { "Nguyễn Thị Hường", "Z003", FALSE },
    { "Nguyễn Thị Hường", "DejaVu Serif", TRUE },
    { "An", "No Such Font At All", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *family = sme_ink_typed_find_family (cases[i].name, cases[i].wanted);

      g_test_message ("%s in %s: %s", cases[i].name, cases[i].wanted, family);
      g_assert_cmpint (g_strcmp0 (family, cases[i].wanted) == 0, ==, cases[i].kept);
    }
  g_assert_null (sme_ink_typed_find_family ("  ", NULL));
}

/* Every letter of the language can be drawn, in one font or another. */
static void
test_vietnamese_letters (void)
{
  static const char letters[] =
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
  g_autofree char *capitals = g_utf8_strup (letters, -1);
  const char *const both[] = { letters, capitals };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (const char *p = both[i]; *p != '\0'; p = g_utf8_next_char (p))
      {
        g_autofree char *letter = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
        g_autoptr (GError) error = NULL;
        g_autoptr (SmeInkPath) path = sme_ink_typed (letter, NULL, 600, 250, &error);

        g_assert_no_error (error);
        g_assert_nonnull (path);
      }
}

/* No letter is left out, however long the name and large the letters. */
static void
test_every_letter (void)
{
  g_autofree char *longest = g_strnfill (SME_INK_TYPED_MAX, 'l');
  g_autoptr (SmeInkPath) one = sme_ink_typed ("l", "DejaVu Serif", 480, 200, NULL);
  g_autoptr (SmeInkPath) all = sme_ink_typed (longest, "DejaVu Serif", 480, 200, NULL);

  g_assert_cmpuint (sme_ink_path_get_n_parts (all), ==,
                    SME_INK_TYPED_MAX * sme_ink_path_get_n_parts (one));
}

static void
test_refused (void)
{
  g_autofree char *long_name = g_strnfill (81, 'n'), *huge = g_strnfill (1 << 20, 'n');
  struct
  {
    const char *name;
    SmeInkError reason;
  } cases[] = { { "", SME_INK_ERROR_EMPTY },          { "   ", SME_INK_ERROR_EMPTY },
                { "...", SME_INK_ERROR_EMPTY },       { "a\nb", SME_INK_ERROR_FORMAT },
                { "a\u2028b", SME_INK_ERROR_FORMAT }, { "\xff\xfe", SME_INK_ERROR_FORMAT },
                { long_name, SME_INK_ERROR_LIMIT },   { huge, SME_INK_ERROR_FORMAT },
                { "\u0378x", SME_INK_ERROR_GLYPH } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sme_ink_typed (cases[i].name, NULL, 480, 200, &error));
      g_assert_error (error, SME_INK_ERROR, (int) cases[i].reason);
      g_assert_cmpint (sme_ink_typed_check_name (cases[i].name, NULL), ==,
                       cases[i].reason == SME_INK_ERROR_GLYPH);
    }
  g_assert_null (sme_ink_typed ("An", NULL, 0, 200, NULL));
  g_assert_null (sme_ink_typed ("An", NULL, NAN, 200, NULL));
}

static void
test_sinks (void)
{
  g_autoptr (SmeInkPath) path = sme_ink_typed ("Lê Văn Bảy", NULL, 480, 200, NULL);
  cairo_rectangle_t box = { 0, 0, 480, 200 }, field = { 0, 0, 170, 70 }, bbox;
  g_autoptr (GBytes) pdf = sme_ink_path_to_pdf (path, &box, &field, &bbox, NULL);
  g_autofree char *svg = sme_ink_path_to_svg (path), *again = NULL;
  g_autoptr (SmeInkPath) back = sme_ink_path_new_from_svg (svg, NULL);

  g_assert_nonnull (pdf);
  g_assert_cmpfloat (bbox.width, <=, 170);
  g_assert_null (strstr (g_bytes_get_data (pdf, NULL), "Tf"));
  again = sme_ink_path_to_svg (back);
  g_assert_cmpstr (svg, ==, again);
  g_assert_true (sme_ink_path_check (back, 480, 200, NULL));
  g_assert_false (sme_ink_path_check (back, 240, 100, NULL));
}

static void
test_foreign_paths (void)
{
  static const struct
  {
    const char *data;
    int reason; /* -1: good */
  } cases[] = {
    { "", -1 },
    { "M1 2L3 4Z", -1 },
    { "M1 2L3 -4.25C1 2 3 4 5 6ZM0 0L0.5 0Z", -1 },
    { "M1 2L3 4", SME_INK_ERROR_FORMAT },
    { "L3 4Z", SME_INK_ERROR_FORMAT },
    { "Z", SME_INK_ERROR_FORMAT },
    { "M1 2M3 4Z", SME_INK_ERROR_FORMAT },
    { "M1 2L3 4ZL5 6Z", SME_INK_ERROR_FORMAT },
    { "m1 2l3 4z", SME_INK_ERROR_FORMAT },
    { "M1,2L3,4Z", SME_INK_ERROR_FORMAT },
    { "M1 2 L3 4Z", SME_INK_ERROR_FORMAT },
    { "M1  2L3 4Z", SME_INK_ERROR_FORMAT },
    { "M1 2L3 4Zx", SME_INK_ERROR_FORMAT },
    { "M1. 2L3 4Z", SME_INK_ERROR_FORMAT },
    { "M.5 2L3 4Z", SME_INK_ERROR_FORMAT },
    { "M- 2L3 4Z", SME_INK_ERROR_FORMAT },
    { "M1e5 2L3 4Z", SME_INK_ERROR_FORMAT },
    { "Mnan inf", SME_INK_ERROR_FORMAT },
    { "M1", SME_INK_ERROR_FORMAT },
    { "M1 ", SME_INK_ERROR_FORMAT },
    { "M99999 2L3 4Z", SME_INK_ERROR_VALUE },
    { "M1 2L3 -99999Z", SME_INK_ERROR_VALUE },
    { "M1234567890123 2L3 4Z", SME_INK_ERROR_FORMAT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeInkPath) path = sme_ink_path_new_from_svg (cases[i].data, &error);

      g_test_message ("%s", cases[i].data);
      g_assert_cmpint (path != NULL, ==, cases[i].reason == -1);
      if (path == NULL)
        g_assert_error (error, SME_INK_ERROR, cases[i].reason);
    }
}

static void
test_random_paths (void)
{
  static const char alphabet[] = "MLCZ 0123456789.-MLCZ  e,z";
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 20000; i++)
    {
      char data[64];
      gsize n = (gsize) g_rand_int_range (random, 0, sizeof data);
      g_autoptr (SmeInkPath) path = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize k = 0; k < n; k++)
        data[k] = alphabet[g_rand_int_range (random, 0, sizeof alphabet - 1)];
      data[n] = '\0';
      path = sme_ink_path_new_from_svg (data, &error);
      g_assert_true ((path == NULL) == (error != NULL));
    }
}

static void
test_path_check (void)
{
  g_autoptr (SmeInkPath) empty = sme_ink_path_new ();
  g_autoptr (SmeInkPath) speck = sme_ink_path_new_from_svg ("M10 10L12 10L12 12Z", NULL);
  g_autoptr (SmeInkPath) hair = sme_ink_path_new_from_svg ("M10 10L400 10L400 11Z", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (sme_ink_path_check (empty, 480, 200, &error));
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_EMPTY);
  g_assert_false (sme_ink_path_check (speck, 480, 200, NULL));
  g_assert_false (sme_ink_path_check (hair, 480, 200, NULL));
  g_assert_false (sme_ink_path_check (hair, NAN, 200, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink-typed/names-fill-the-box", test_names);
  g_test_add_func ("/ink-typed/spelling-does-not-matter", test_spelling);
  g_test_add_func ("/a45/a-name-in-one-font", test_fallback);
  g_test_add_func ("/a45/vietnamese-letters", test_vietnamese_letters);
  g_test_add_func ("/ink-typed/every-letter-is-drawn", test_every_letter);
  g_test_add_func ("/ink-typed/what-is-no-name", test_refused);
  g_test_add_func ("/ink-typed/sinks", test_sinks);
  g_test_add_func ("/ink-typed/foreign-paths", test_foreign_paths);
  g_test_add_func ("/ink-typed/random-paths", test_random_paths);
  g_test_add_func ("/ink-typed/outlines-are-checked", test_path_check);
  return g_test_run ();
}
