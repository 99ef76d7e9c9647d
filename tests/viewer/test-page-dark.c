/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages for reading in the dark: what could be read on white can be read there. */
#include "viewer/sme-page-dark.h"

#include <math.h>

/* Steps of a grid of colours: 0, 15 ... 255. */
#define STEP 15

static guint32
make_pixel (int red, int green, int blue)
{
  return 0xff000000u | (guint32) red << 16 | (guint32) green << 8 | (guint32) blue;
}

static int
get_channel (guint32 pixel, int shift)
{
  return (int) (pixel >> shift & 0xff);
}

/* What it becomes on a page. */
static guint32
darken (guint32 pixel)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  guint32 *data = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  guint32 result;

  *data = pixel;
  cairo_surface_mark_dirty (surface);
  sme_page_darken (surface);
  result = *data;
  cairo_surface_destroy (surface);
  return result;
}

static double
to_light (int channel)
{
  double code = channel / 255.0;

  return code <= 0.04045 ? code / 12.92 : pow ((code + 0.055) / 1.055, 2.4);
}

/* As WCAG has it. */
static double
get_luminance (guint32 pixel)
{
  return 0.2126 * to_light (get_channel (pixel, 16)) + 0.7152 * to_light (get_channel (pixel, 8)) +
         0.0722 * to_light (get_channel (pixel, 0));
}

static double
get_contrast (guint32 ink, guint32 paper)
{
  double a = get_luminance (ink) + 0.05;
  double b = get_luminance (paper) + 0.05;

  return MAX (a, b) / MIN (a, b);
}

static void
for_all (void (*func) (guint32 pixel))
{
  for (int red = 0; red <= 255; red += STEP)
    for (int green = 0; green <= 255; green += STEP)
      for (int blue = 0; blue <= 255; blue += STEP)
        func (make_pixel (red, green, blue));
}

static void
check_contrast (guint32 pixel)
{
  double on_white = get_contrast (pixel, 0xffffff);
  double on_dark = get_contrast (darken (pixel), darken (0xffffffff));

  if ((on_white >= 4.5 && on_dark < 4.5) || (on_white >= 3 && on_dark < 3))
    g_error ("%06x has %g on white and %g on the dark paper", pixel & 0xffffff, on_white, on_dark);
}

static void
test_contrast (void)
{
  g_assert_cmphex (darken (0xffffffff), ==, make_pixel (0x1e, 0x1e, 0x1e));
  g_assert_cmphex (darken (0xff000000), ==, make_pixel (0xe6, 0xe6, 0xe6));
  check_contrast (0xff1e1ee6);
  check_contrast (0xffff0000);
  for_all (check_contrast);
}

/* Which channel is the largest, and which the smallest, is what tells red from green. */
static void
check_hue (guint32 pixel)
{
  guint32 dark = darken (pixel);

  for (int i = 0; i < 24; i += 8)
    for (int j = 0; j < 24; j += 8)
      if (get_channel (pixel, i) >= get_channel (pixel, j))
        g_assert_cmpint (get_channel (dark, i), >=, get_channel (dark, j));
}

/* Of two greys the lighter one becomes the darker one, and a grey stays one. */
static void
test_hues (void)
{
  guint32 before = darken (make_pixel (0, 0, 0));

  for_all (check_hue);
  for (int grey = 1; grey < 256; grey++)
    {
      guint32 after = darken (make_pixel (grey, grey, grey));

      g_assert_cmpint (get_channel (after, 0), <=, get_channel (before, 0));
      g_assert_cmpint (get_channel (after, 0), ==, get_channel (after, 8));
      g_assert_cmpint (get_channel (after, 0), ==, get_channel (after, 16));
      before = after;
    }
}

/* The noise of a picture stays noise: colours that look alike do so afterwards. */
static void
check_neighbours (guint32 pixel)
{
  guint32 dark = darken (pixel);

  for (int i = 0; i < 24; i += 8)
    {
      guint32 next = darken (get_channel (pixel, i) < 255 ? pixel + (1u << i) : pixel - (1u << i));

      for (int j = 0; j < 24; j += 8)
        g_assert_cmpint (ABS (get_channel (next, j) - get_channel (dark, j)), <=, 12);
    }
}

static void
test_pictures (void)
{
  for_all (check_neighbours);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-dark/what-could-be-read-can-be-read", test_contrast);
  g_test_add_func ("/page-dark/hues-stay", test_hues);
  g_test_add_func ("/page-dark/pictures-stay-smooth", test_pictures);
  return g_test_run ();
}
