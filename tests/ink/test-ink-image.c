/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-image.h"

#include "scan-figures.h"

#include <gio/gio.h>
#include <string.h>

static SmeInkImage *
make_image (void)
{
  static const ScanFigure figure = { { 0.1, 0.15, 0.55 }, { 1, 1, 1 }, 0.2, 4, FALSE };
  g_autoptr (SmeInkScan) scan = scan_figure_draw (&figure);
  g_autoptr (GError) error = NULL;
  SmeInkImage *image = sme_ink_scan_extract (scan, SME_INK_SCAN_STRENGTH, &error);

  g_assert_no_error (error);
  return image;
}

static void
test_round_trip (void)
{
  g_autoptr (SmeInkImage) image = make_image (), again = NULL;
  g_autoptr (GBytes) colours = sme_ink_image_get_colours (image), same = NULL;
  g_autoptr (GError) error = NULL;

  again = sme_ink_image_new_from_png (sme_ink_image_get_png (image), &error);
  g_assert_no_error (error);
  same = sme_ink_image_get_colours (again);
  g_assert_true (g_bytes_equal (colours, same));
  g_assert_true (g_bytes_equal (sme_ink_image_get_png (image), sme_ink_image_get_png (again)));
}

static void
assert_refused (const guint8 *data, gsize size, SmeInkError reason)
{
  g_autoptr (GBytes) png = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_ink_image_new_from_png (png, &error));
  g_assert_error (error, SME_INK_ERROR, (int) reason);
}

/* Of the PNG's format: where the header's numbers are. */
#define WIDTH_AT 16
#define DEPTH_AT 24
#define COLOUR_AT 25
#define INTERLACE_AT 28
#define HEADER_END 33

static void
refuse_changed (GBytes *png, gsize at, guint8 value, SmeInkError reason)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  copy[at] = value;
  assert_refused (copy, size, reason);
}

/* A picture that says it is 2^31 pixels wide is never unpacked, nor one of a form that can hide
 * things. */
static void
test_hostile_header (void)
{
  g_autoptr (SmeInkImage) image = make_image ();
  GBytes *png = sme_ink_image_get_png (image);

  refuse_changed (png, 0, 'X', SME_INK_ERROR_FORMAT);
  refuse_changed (png, WIDTH_AT, 0x7f, SME_INK_ERROR_LIMIT);
  refuse_changed (png, WIDTH_AT + 4, 0x7f, SME_INK_ERROR_LIMIT);
  refuse_changed (png, DEPTH_AT, 16, SME_INK_ERROR_FORMAT);
  refuse_changed (png, COLOUR_AT, 3, SME_INK_ERROR_FORMAT);
  refuse_changed (png, INTERLACE_AT, 1, SME_INK_ERROR_FORMAT);
  /* The checksum of the header no longer holds. */
  refuse_changed (png, WIDTH_AT + 3, 1, SME_INK_ERROR_FORMAT);
}

/* Nothing rides along: no text, no place, nothing behind the end. */
static void
test_passengers (void)
{
  static const guint8 text[] = {
    0, 0, 0, 5, 't', 'E', 'X', 't', 'a', 0, 'b', 'c', 'd', 0, 0, 0, 0
  };
  static const guint8 exif[] = { 0, 0, 0, 0, 'e', 'X', 'I', 'f', 0, 0, 0, 0 };
  g_autoptr (SmeInkImage) image = make_image ();
  gsize size;
  const guint8 *data = g_bytes_get_data (sme_ink_image_get_png (image), &size);
  const struct
  {
    const guint8 *data;
    gsize size, at;
  } passengers[] = {
    { text, sizeof text, HEADER_END },
    { exif, sizeof exif, HEADER_END },
    { (const guint8 *) "more", 4, size },
  };

  for (guint i = 0; i < G_N_ELEMENTS (passengers); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) passengers[i].at);
      g_byte_array_append (bytes, passengers[i].data, (guint) passengers[i].size);
      g_byte_array_append (bytes, data + passengers[i].at, (guint) (size - passengers[i].at));
      assert_refused (bytes->data, bytes->len, SME_INK_ERROR_FORMAT);
    }
}

/* Any cut and any flipped bit ends in a picture or in an error. */
static void
test_damaged (void)
{
  g_autoptr (SmeInkImage) image = make_image ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (45);
  gsize size;
  const guint8 *data = g_bytes_get_data (sme_ink_image_get_png (image), &size);

  for (guint i = 0; i < 60; i++)
    assert_refused (data, size * i / 60, SME_INK_ERROR_FORMAT);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeInkImage) read = NULL;

      copy[g_rand_int_range (rand, 0, (gint32) size)] ^= (guint8) (1 << i % 8);
      png = g_bytes_new (copy, size);
      read = sme_ink_image_new_from_png (png, &error);
      g_assert_true ((read != NULL) != (error != NULL));
    }
}

static cairo_surface_t *
make_surface (int width, int height, double alpha)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, 0, 0, 0.4, alpha);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static void
test_limits (void)
{
  static const struct
  {
    int width, height;
    double alpha;
    SmeInkError reason;
  } cases[] = {
    { 1201, 100, 0.2, SME_INK_ERROR_LIMIT }, { 100, 501, 0.2, SME_INK_ERROR_LIMIT },
    { 39, 40, 0.2, SME_INK_ERROR_COARSE },   { 100, 11, 0.2, SME_INK_ERROR_COARSE },
    { 200, 100, 0, SME_INK_ERROR_PAPER },    { 200, 100, 0.9, SME_INK_ERROR_SOLID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
        sme_ink_image_new (make_surface (cases[i].width, cases[i].height, cases[i].alpha), &error));
      g_assert_error (error, SME_INK_ERROR, (int) cases[i].reason);
    }
}

/* In the middle of the box, as large as fits, whatever its own size. */
static void
test_place (void)
{
  g_autoptr (SmeInkImage) image = sme_ink_image_new (make_surface (100, 100, 0.3), NULL);
  cairo_rectangle_t from = { 0, 0, 600, 250 }, to = { 0, 0, 240, 100 };
  g_autoptr (GBytes) pdf = sme_ink_image_to_pdf (image, "Ink", &from, &to, NULL);
  static const char wanted[] = "q\n100 0 0 100 70 0 cm\n/Ink Do\nQ\n";

  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), wanted, strlen (wanted));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a45/image/the-same-again", test_round_trip);
  g_test_add_func ("/a45/image/no-bomb", test_hostile_header);
  g_test_add_func ("/a45/image/nothing-rides-along", test_passengers);
  g_test_add_func ("/a45/image/damaged", test_damaged);
  g_test_add_func ("/a45/image/limits", test_limits);
  g_test_add_func ("/a45/image/in-the-middle-of-the-box", test_place);
  return g_test_run ();
}
