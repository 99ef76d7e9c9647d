/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-dark.h"

/* With v = c + 255 - max - min the lightness (max + min) / 2 turns into 255 minus itself, and the
 * differences of the channels, which are the hue, stay. */
static guint32
darken_pixel (guint32 pixel)
{
  int red = pixel >> 16 & 0xff, green = pixel >> 8 & 0xff, blue = pixel & 0xff;
  int shift = 255 - MAX (MAX (red, green), blue) - MIN (MIN (red, green), blue);
  int span = SME_PAGE_DARK_INK - SME_PAGE_DARK_PAPER;

  red = SME_PAGE_DARK_PAPER + (red + shift) * span / 255;
  green = SME_PAGE_DARK_PAPER + (green + shift) * span / 255;
  blue = SME_PAGE_DARK_PAPER + (blue + shift) * span / 255;
  return 0xff000000u | (guint32) red << 16 | (guint32) green << 8 | (guint32) blue;
}

void
sme_page_darken (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  guchar *data = cairo_image_surface_get_data (surface);
  guint32 before = 0xffffffff; /* most pixels are like the one before */
  guint32 after = darken_pixel (before);

  if (data == NULL)
    return;
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      guint32 *line = (guint32 *) (gpointer) (data + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++)
        {
          if (line[x] != before)
            {
              before = line[x];
              after = darken_pixel (before);
            }
          line[x] = after;
        }
    }
  cairo_surface_mark_dirty (surface);
}
