/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-draw.h"
#include "ink/sme-ink-pdf.h"
#include "ink/sme-ink-svg.h"

#include "ink-figures.h"
#include "ink/sme-ink-number.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#define WIDTH 480
#define HEIGHT 200

static const double scales[] = { 1, 1.5, 2, 3 };

/* How dark each pixel is, 0..255; one byte each, rows without padding. */
static guint8 *
coverage (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  guint8 *out = g_malloc ((gsize) width * height);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row =
        (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface) +
                                      (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        out[(gsize) y * width + x] = 255 - (row[x] >> 16 & 255); /* red of dark ink on white */
    }
  return out;
}

static cairo_surface_t *
white_surface (double scale, cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (WIDTH * scale), (int) ceil (HEIGHT * scale));

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  return surface;
}

static guint8 *
draw_with_cairo (SmeInk *ink, double scale)
{
  cairo_t *cr;
  cairo_surface_t *surface = white_surface (scale, &cr);
  guint8 *out;

  cairo_scale (cr, scale, scale);
  sme_ink_draw (ink, cr);
  cairo_destroy (cr);
  out = coverage (surface);
  cairo_surface_destroy (surface);
  return out;
}

static void
put_object (GString *pdf, gsize *offsets, guint number, const char *head, GBytes *stream)
{
  offsets[number] = pdf->len;
  g_string_append_printf (pdf, "%u 0 obj\n%s\n", number, head);
  if (stream != NULL)
    {
      g_string_append (pdf, "stream\n");
      g_string_append_len (pdf, g_bytes_get_data (stream, NULL), g_bytes_get_size (stream));
      g_string_append (pdf, "\nendstream\n");
    }
  g_string_append (pdf, "endobj\n");
}

/* The smallest file with one page of WIDTH x HEIGHT points and @content on it. */
static GBytes *
wrap_in_pdf (GBytes *content)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  g_autofree char *page = NULL, *head = NULL;
  gsize offsets[5], xref;

  page = g_strdup_printf (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<<>>/Contents 4 0 R>>", WIDTH, HEIGHT);
  head = g_strdup_printf ("<</Length %" G_GSIZE_FORMAT ">>", g_bytes_get_size (content));
  put_object (pdf, offsets, 1, "<</Type/Catalog/Pages 2 0 R>>", NULL);
  put_object (pdf, offsets, 2, "<</Type/Pages/Kids[3 0 R]/Count 1>>", NULL);
  put_object (pdf, offsets, 3, page, NULL);
  put_object (pdf, offsets, 4, head, content);
  xref = pdf->len;
  g_string_append (pdf, "xref\n0 5\n0000000000 65535 f \n");
  for (guint i = 1; i < 5; i++)
    g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", offsets[i]);
  g_string_append_printf (
    pdf, "trailer<</Size 5/Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", xref);
  return g_string_free_to_bytes (pdf);
}

static guint8 *
draw_with_pdf (GBytes *content, double scale)
{
  g_autoptr (GBytes) file = wrap_in_pdf (content);
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) document = (GObject *) poppler_document_new_from_bytes (file, NULL, &error);
  g_autoptr (GObject) page = NULL;
  cairo_t *cr;
  cairo_surface_t *surface = white_surface (scale, &cr);
  guint8 *out;

  g_assert_no_error (error);
  page = (GObject *) poppler_document_get_page (POPPLER_DOCUMENT (document), 0);
  cairo_scale (cr, scale, scale);
  poppler_page_render (POPPLER_PAGE (page), cr);
  cairo_destroy (cr);
  out = coverage (surface);
  cairo_surface_destroy (surface);
  return out;
}

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
      g_autofree guint8 *screen = draw_with_cairo (ink, scales[i]);
      g_autofree guint8 *paper = draw_with_pdf (content, scales[i]);
      double iou =
        ink_iou (screen, paper, (gsize) (ceil (WIDTH * scales[i]) * ceil (HEIGHT * scales[i])));

      g_test_message ("scale %g: %.4f", scales[i], iou);
      g_assert_cmpfloat (iou, >=, 0.97);
    }
}

static guint8 *
draw_with_svg (const char *data, const char *tool, double scale)
{
  g_autofree char *svg = NULL, *zoom = g_strdup_printf ("%g", scale);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = NULL, out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  cairo_surface_t *surface;
  guint8 *answer;

  svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>"
                         "<rect width='100%%' height='100%%' fill='white'/>"
                         "<path fill='" SME_INK_HEX "' fill-rule='nonzero' d='%s'/></svg>",
                         WIDTH, HEIGHT, data);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, tool, "--zoom", zoom, NULL);
  g_assert_no_error (error);
  in = g_bytes_new (svg, strlen (svg));
  g_subprocess_communicate (process, in, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  {
    g_autofree char *name = NULL;
    int fd = g_file_open_tmp ("ink-XXXXXX.png", &name, &error);

    g_assert_no_error (error);
    g_close (fd, NULL);
    g_file_set_contents (name, g_bytes_get_data (out, NULL), g_bytes_get_size (out), &error);
    g_assert_no_error (error);
    surface = cairo_image_surface_create_from_png (name);
    g_remove (name);
  }
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  answer = coverage (surface);
  cairo_surface_destroy (surface);
  return answer;
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
      g_autofree guint8 *screen = draw_with_cairo (ink, scales[i]);
      g_autofree guint8 *paper = draw_with_svg (data, tool, scales[i]);
      double iou =
        ink_iou (screen, paper, (gsize) (ceil (WIDTH * scales[i]) * ceil (HEIGHT * scales[i])));

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
  g_autofree guint8 *paper = draw_with_pdf (content, 2);
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
  g_test_add_func ("/ink-sinks/svg-is-the-screen", test_svg_is_the_screen);
  g_test_add_func ("/ink-sinks/pdf-fits-the-field", test_pdf_fits_the_field);
  g_test_add_func ("/ink-sinks/pdf-refuses-nothing-nowhere", test_pdf_refuses);
  g_test_add_func ("/ink-sinks/numbers", test_numbers);
  g_test_add_func ("/ink-sinks/numbers-in-every-locale", test_locale);
  return g_test_run ();
}
