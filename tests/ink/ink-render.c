/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink-render.h"

#include "ink/sme-ink-draw.h"

#include <gio/gio.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

#define WIDTH INK_RENDER_WIDTH
#define HEIGHT INK_RENDER_HEIGHT

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

guint8 *
ink_render_cairo (SmeInk *ink, double scale)
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

guint8 *
ink_render_pdf (GBytes *content, double scale)
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

/* What @command answers to @in. */
static GBytes *
ask (const char *const *command, GBytes *in)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  GBytes *out = NULL;

  process = g_subprocess_newv (
    command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Reader;

static cairo_status_t
read_some (void *closure, unsigned char *to, unsigned int n)
{
  Reader *reader = closure;

  if (reader->left < n)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (to, reader->data, n);
  reader->data += n;
  reader->left -= n;
  return CAIRO_STATUS_SUCCESS;
}

/* The coverage in a PNG file. */
static guint8 *
read_png (GBytes *png)
{
  Reader reader;
  cairo_surface_t *surface;
  guint8 *out;

  reader.data = g_bytes_get_data (png, &reader.left);
  surface = cairo_image_surface_create_from_png_stream (read_some, &reader);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  out = coverage (surface);
  cairo_surface_destroy (surface);
  return out;
}

guint8 *
ink_render_pdf_with (GBytes *content, const char *tool, double scale)
{
  g_autoptr (GBytes) file = wrap_in_pdf (content), png = NULL;
  g_autofree char *dpi = g_strdup_printf ("%g", 72 * scale);
  const char *command[] = { tool, "-png", "-r", dpi, "-", NULL };

  png = ask (command, file);
  return read_png (png);
}

guint8 *
ink_render_svg (const char *data, const char *tool, double scale)
{
  g_autofree char *svg = NULL, *zoom = g_strdup_printf ("%g", scale);
  g_autoptr (GBytes) in = NULL, png = NULL;
  const char *command[] = { tool, "--zoom", zoom, NULL };

  svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d'>"
                         "<rect width='100%%' height='100%%' fill='white'/>"
                         "<path fill='" SME_INK_HEX "' fill-rule='nonzero' d='%s'/></svg>",
                         WIDTH, HEIGHT, data);
  in = g_bytes_new (svg, strlen (svg));
  png = ask (command, in);
  return read_png (png);
}

gsize
ink_render_size (double scale)
{
  return (gsize) ceil (WIDTH * scale) * (gsize) ceil (HEIGHT * scale);
}
