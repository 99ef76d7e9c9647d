/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-figures.h"

#include "ink-figures.h"
#include "ink/sme-ink-draw.h"

#include <math.h>
#include <string.h>

guint8 *
scan_figure_draw_truth (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SCAN_WIDTH, SCAN_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (SmeInk) ink = ink_signature ();
  g_autoptr (SmeInkPath) path = sme_ink_to_path (ink);
  guint8 *truth = g_new (guint8, SCAN_WIDTH * SCAN_HEIGHT);

  cairo_translate (cr, SCAN_LEFT, SCAN_TOP);
  cairo_scale (cr, SCAN_SCALE, SCAN_SCALE);
  sme_ink_path_fill (path, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint y = 0; y < SCAN_HEIGHT; y++)
    memcpy (truth + y * SCAN_WIDTH,
            cairo_image_surface_get_data (surface) +
              y * (guint) cairo_image_surface_get_stride (surface),
            SCAN_WIDTH);
  cairo_surface_destroy (surface);
  return truth;
}

guint8 *
scan_figure_draw_rgb (const ScanFigure *figure)
{
  g_autofree guint8 *truth = scan_figure_draw_truth ();
  g_autoptr (GRand) noise = g_rand_new_with_seed (2026);
  guint8 *rgb = g_new (guint8, 3 * SCAN_WIDTH * SCAN_HEIGHT);

  for (guint i = 0; i < SCAN_WIDTH * SCAN_HEIGHT; i++)
    {
      double along =
        ((double) (i % SCAN_WIDTH) / SCAN_WIDTH + i / SCAN_WIDTH / (double) SCAN_HEIGHT) / 2;
      double light = 255 * (1 - figure->shade * along);
      double part = figure->blank ? 0 : truth[i] / 255.0;
      int grain = figure->noise > 0
                    ? g_rand_int_range (noise, -(gint32) figure->noise, (gint32) figure->noise + 1)
                    : 0;

      for (guint k = 0; k < 3; k++)
        rgb[3 * i + k] = (guint8) CLAMP (
          lround (light * (part * figure->ink[k] + (1 - part) * figure->paper[k])) + grain, 0, 255);
    }
  return rgb;
}

SmeInkScan *
scan_figure_draw (const ScanFigure *figure)
{
  return sme_ink_scan_new (scan_figure_draw_rgb (figure), SCAN_WIDTH, SCAN_HEIGHT);
}
