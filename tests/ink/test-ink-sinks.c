/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-draw.h"
#include "ink/sme-ink-pdf.h"
#include "ink/sme-ink-svg.h"

#include "ink-figures.h"
#include "ink-render.h"
#include "ink/sme-ink-number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define WIDTH INK_RENDER_WIDTH
#define HEIGHT INK_RENDER_HEIGHT

static const double scales[] = { 1, 1.5, 2, 3 };

static GBytes *
box_to_pdf (SmeInk *ink, cairo_rectangle_t to, cairo_rectangle_t *bbox)
{
  g_autoptr (SmeInkPath) path = sme_ink_to_path (ink);
  g_autoptr (GError) error = NULL;
  cairo_rectangle_t box = { 0, 0, sme_ink_get_width (ink), sme_ink_get_height (ink) };
  GBytes *bytes = sme_ink_path_to_pdf (path, &box, &to, bbox, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_pdf_is_the_screen (void)
{
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (GBytes) content = box_to_pdf (ink, (cairo_rectangle_t){ 0, 0, WIDTH, HEIGHT }, NULL);

  g_test_message ("%" G_GSIZE_FORMAT " bytes for %u samples, %.0f px", g_bytes_get_size (content),
                  sme_ink_get_n_samples (ink), sme_ink_get_length (ink));
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree guint8 *screen = ink_render_cairo (ink, scales[i]);
      g_autofree guint8 *paper = ink_render_pdf (content, scales[i]);
      double iou = ink_iou (screen, paper, ink_render_size (scales[i]));

      g_test_message ("scale %g: %.4f", scales[i], iou);
      g_assert_cmpfloat (iou, >=, 0.97);
    }
}

/* The same with a renderer that has nothing in common with ours. */
static void
test_pdf_elsewhere (void)
{
  g_autofree char *tool = g_find_program_in_path ("pdftoppm");
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (GBytes) content = NULL;

  if (tool == NULL)
    {
      g_test_skip ("pdftoppm (poppler-utils) is not installed");
      return;
    }
  content = box_to_pdf (ink, (cairo_rectangle_t){ 0, 0, WIDTH, HEIGHT }, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree guint8 *screen = ink_render_cairo (ink, scales[i]);
      g_autofree guint8 *paper = ink_render_pdf_with (content, tool, scales[i]);
      double iou = ink_iou (screen, paper, ink_render_size (scales[i]));

      g_test_message ("scale %g: %.4f", scales[i], iou);
      g_assert_cmpfloat (iou, >=, 0.9);
    }
}

static void
test_svg_is_the_screen (void)
{
  g_autofree char *tool = g_find_program_in_path ("rsvg-convert"), *data = NULL;
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (SmeInkPath) path = sme_ink_to_path (ink);

  if (tool == NULL)
    {
      g_test_skip ("rsvg-convert (librsvg) is not installed");
      return;
    }
  data = sme_ink_path_to_svg (path);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree guint8 *screen = ink_render_cairo (ink, scales[i]);
      g_autofree guint8 *paper = ink_render_svg (data, tool, scales[i]);
      double iou = ink_iou (screen, paper, ink_render_size (scales[i]));

      g_test_message ("scale %g: %.4f", scales[i], iou);
      g_assert_cmpfloat (iou, >=, 0.97);
    }
}

/* In a small field of another shape: centred, undistorted, inside; bbox tells where. */
static void
test_pdf_fits_the_field (void)
{
  g_autoptr (SmeInk) ink = ink_signature ();
  cairo_rectangle_t to = { 100, 40, 120, 90 }, bbox;
  g_autoptr (GBytes) content = box_to_pdf (ink, to, &bbox);
  g_autofree guint8 *paper = ink_render_pdf (content, 2);
  guint inside = 0, outside = 0;

  g_assert_cmpfloat (bbox.x, >=, to.x);
  g_assert_cmpfloat (bbox.x + bbox.width, <=, to.x + to.width);
  g_assert_cmpfloat (bbox.y, >=, to.y + 20);
  g_assert_cmpfloat (bbox.y + bbox.height, <=, to.y + to.height - 20);
  for (int y = 0; y < 2 * HEIGHT; y++)
    for (int x = 0; x < 2 * WIDTH; x++)
      if (paper[y * 2 * WIDTH + x] > 8)
        {
          double px = x / 2.0, py = HEIGHT - y / 2.0;
          gboolean in = px >= bbox.x - 1 && px <= bbox.x + bbox.width + 1 && py >= bbox.y - 1 &&
                        py <= bbox.y + bbox.height + 1;

          *(in ? &inside : &outside) += 1;
        }
  g_assert_cmpuint (inside, >, 500);
  g_assert_cmpuint (outside, ==, 0);
}

static void
test_pdf_refuses (void)
{
  g_autoptr (SmeInk) ink = sme_ink_new (480, 200), full = ink_signature ();
  g_autoptr (SmeInkPath) empty = sme_ink_to_path (ink), path = sme_ink_to_path (full);
  g_autoptr (GError) error = NULL;
  cairo_rectangle_t box = { 0, 0, 480, 200 }, none = { 0, 0, NAN, 10 };

  g_assert_null (sme_ink_path_to_pdf (empty, &box, &box, NULL, &error));
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (sme_ink_path_to_pdf (path, &box, &none, NULL, &error));
  g_assert_error (error, SME_INK_ERROR, SME_INK_ERROR_BOX);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    guint decimals;
    const char *text;
  } cases[] = {
    { 0, 2, "0" },     { -0.001, 2, "0" },        { 12.5, 2, "12.5" }, { -12.05, 2, "-12.05" },
    { 0.999, 2, "1" }, { 1234567, 0, "1234567" }, { -0.5, 3, "-0.5" }, { 0.000001, 6, "0.000001" },
    { 100, 2, "100" }, { 10.10, 1, "10.1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      sme_ink_number_append (text, cases[i].value, cases[i].decimals);
      g_assert_cmpstr (text->str, ==, cases[i].text);
    }
}

/* A locale with a decimal comma: the machine's, or one made here and now. */
static gboolean
set_comma_locale (void)
{
  g_autofree char *dir = NULL, *target = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (setlocale (LC_NUMERIC, "vi_VN.UTF-8") != NULL)
    return TRUE;
  dir = g_dir_make_tmp ("ink-locale-XXXXXX", &error);
  g_assert_no_error (error);
  target = g_build_filename (dir, "vi_VN.UTF-8", NULL);
  {
    const char *command[] = { "localedef", "-i", "vi_VN", "-f", "UTF-8", target, NULL };
    const char *remove[] = { "rm", "-r", dir, NULL };
    gboolean made;

    made =
      g_spawn_sync (NULL, (char **) command, NULL,
                    G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, &status, NULL);
    g_setenv ("LOCPATH", dir, TRUE);
    made = made && setlocale (LC_NUMERIC, "vi_VN.UTF-8") != NULL;
    g_unsetenv ("LOCPATH");
    g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                  &status, NULL);
    return made;
  }
}

static void
test_locale (void)
{
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (SmeInkPath) path = sme_ink_to_path (ink), back = NULL;
  g_autofree char *plain = sme_ink_path_to_svg (path), *local = NULL;

  if (!set_comma_locale ())
    {
      g_test_skip ("no locale with a decimal comma is installed, nor localedef");
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  local = sme_ink_path_to_svg (path);
  back = sme_ink_path_new_from_svg (local, NULL);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (plain, ==, local);
  g_assert_null (strchr (local, ','));
  g_assert_nonnull (back);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ink-sinks/pdf-is-the-screen", test_pdf_is_the_screen);
  g_test_add_func ("/ink-sinks/pdf-is-the-screen-elsewhere", test_pdf_elsewhere);
  g_test_add_func ("/ink-sinks/svg-is-the-screen", test_svg_is_the_screen);
  g_test_add_func ("/ink-sinks/pdf-fits-the-field", test_pdf_fits_the_field);
  g_test_add_func ("/ink-sinks/pdf-refuses-nothing-nowhere", test_pdf_refuses);
  g_test_add_func ("/ink-sinks/numbers", test_numbers);
  g_test_add_func ("/ink-sinks/numbers-in-every-locale", test_locale);
  return g_test_run ();
}
