/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-scan.h"

#include "ink/sme-ink-scan-paper.h"
#include "ink/sme-ink-specks.h"

#include <math.h>
#include <string.h>

/* Contrast is how much darker than the paper a place is, 0 to 1; pencil has 0.3, a ball pen 0.6.
 * The grain of paper and the noise of a camera stay below 0.1. */
#define LEAST_CONTRAST 0.14
#define STEPS 256
/* From paper to ink, as parts of the threshold and of what the ink has: edges stay smooth. */
#define FADE_FROM 0.75
#define FADE_TO 1.35
#define FADE_TO_INK 0.85
/* Of what the ink has, so that the strongest setting leaves some. */
#define MOST_THRESHOLD 0.7
/* Paper that is darker than this is none. */
#define DARKEST_PAPER 60.0
/* A speck, as a part of the picture; the dot of an i has ten times as much. */
#define SPECK 8e-6
#define SMALLEST_SPECK 4
#define MARGIN 3
#define MOST_INK 0.60

struct _SmeInkScan
{
  guint8 *rgb;
  guint width;
  guint height;
};

typedef struct
{
  guint8 *coverage;
  double tint[3]; /* of the paper, by its brightness */
  SmeInkPaper *paper;
} Ink;

static void
clear (gpointer data)
{
  g_free (((SmeInkScan *) data)->rgb);
}

SmeInkScan *
sme_ink_scan_new (guint8 *rgb, guint width, guint height)
{
  SmeInkScan *self;

  g_return_val_if_fail (rgb != NULL && width > 0 && height > 0, NULL);
  g_return_val_if_fail (MAX (width, height) <= SME_INK_SCAN_MAX_SIDE, NULL);

  self = g_atomic_rc_box_new0 (SmeInkScan);
  *self = (SmeInkScan){ rgb, width, height };
  return self;
}

SmeInkScan *
sme_ink_scan_ref (SmeInkScan *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
sme_ink_scan_unref (SmeInkScan *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* The darkest channel: blue ink on paper is as dark as black is. */
static guint8 *
measure_brightness (SmeInkScan *self)
{
  gsize n = (gsize) self->width * self->height;
  guint8 *values = g_new (guint8, n);

  for (gsize i = 0; i < n; i++)
    values[i] = MIN (self->rgb[3 * i], MIN (self->rgb[3 * i + 1], self->rgb[3 * i + 2]));
  return values;
}

static double
measure_contrast (const SmeInkPaper *paper, const guint8 *values, guint width, gsize at)
{
  double white = sme_ink_paper_at (paper, (guint) (at % width), (guint) (at / width));

  return CLAMP ((white - values[at]) / white, 0, 1);
}

/* Otsu (1979): the threshold that parts the histogram into the two most different halves. */
static guint
find_threshold (const guint64 *counts, double *upper)
{
  double sum = 0, n = 0, below = 0, sum_below = 0, best = -1;
  guint found = 0;

  for (guint i = 0; i < STEPS; i++)
    {
      n += (double) counts[i];
      sum += (double) counts[i] * i;
    }
  for (guint i = 0; i < STEPS - 1; i++)
    {
      double low, high, spread;

      below += (double) counts[i];
      sum_below += (double) counts[i] * i;
      if (below <= 0 || below >= n)
        continue;
      low = sum_below / below;
      high = (sum - sum_below) / (n - below);
      spread = below * (n - below) * (high - low) * (high - low);
      if (spread > best)
        {
          best = spread;
          found = i;
          *upper = high / (STEPS - 1);
        }
    }
  return found + 1;
}

static gboolean
refuse (GError **error, SmeInkError reason, const char *message)
{
  g_set_error_literal (error, SME_INK_ERROR, reason, message);
  return FALSE;
}

/* How dark something must be to be ink; FALSE: nothing is, or everything. */
static gboolean
judge (SmeInkScan *self,
       const SmeInkPaper *paper,
       const guint8 *contrast,
       double *threshold,
       double *upper,
       GError **error)
{
  guint64 counts[STEPS] = { 0 };
  gsize n = (gsize) self->width * self->height;
  double white = 0;
  guint found;

  for (gsize i = 0; i < n; i++)
    counts[contrast[i]]++;
  for (guint i = 0; i < 64; i++)
    white =
      MAX (white, sme_ink_paper_at (paper, self->width * (i % 8) / 8, self->height * (i / 8) / 8));
  if (white < DARKEST_PAPER)
    return refuse (error, SME_INK_ERROR_SOLID, "No light paper");
  found = find_threshold (counts, upper);
  if (*upper < LEAST_CONTRAST)
    return refuse (error, SME_INK_ERROR_PAPER, "Nothing but paper");
  *threshold = MAX ((double) found / (STEPS - 1), LEAST_CONTRAST / 2);
  return TRUE;
}

static guint8
fade (double contrast, double threshold, double upper)
{
  double from = threshold * FADE_FROM, to = MAX (threshold * FADE_TO, upper * FADE_TO_INK);
  double part = CLAMP ((contrast - from) / (to - from), 0, 1);

  return (guint8) lround (255 * part);
}

/* In the middle what was found; from half of it to where the darkest ink alone is left. */
static double
adjust (double threshold, double upper, double strength)
{
  double most = MAX (threshold, upper * MOST_THRESHOLD), above = 2 * strength - 1;

  return above < 0 ? threshold * exp2 (above) : threshold + above * (most - threshold);
}

static void
measure_tint (SmeInkScan *self, Ink *ink, const guint8 *values)
{
  double sum[3] = { 0 }, brightness = 0;
  gsize n = (gsize) self->width * self->height;

  for (gsize i = 0; i < n; i++)
    if (ink->coverage[i] == 0)
      {
        brightness += values[i];
        for (guint k = 0; k < 3; k++)
          sum[k] += self->rgb[3 * i + k];
      }
  for (guint k = 0; k < 3; k++)
    ink->tint[k] = brightness > 0 ? sum[k] / brightness : 1;
}

static gboolean
find_ink (SmeInkScan *self, Ink *ink, double strength, GError **error)
{
  g_autofree guint8 *values = measure_brightness (self);
  gsize n = (gsize) self->width * self->height;
  guint8 *contrast = g_new (guint8, n);
  double threshold, upper = 0;

  ink->coverage = contrast;
  ink->paper = sme_ink_paper_new (values, self->width, self->height);
  for (gsize i = 0; i < n; i++)
    contrast[i] = (guint8) lround (255 * measure_contrast (ink->paper, values, self->width, i));
  if (!judge (self, ink->paper, contrast, &threshold, &upper, error))
    return FALSE;
  threshold = adjust (threshold, upper, CLAMP (strength, 0, 1));
  for (gsize i = 0; i < n; i++)
    ink->coverage[i] = fade (contrast[i] / 255.0, threshold, upper);
  sme_ink_specks_clear (ink->coverage, self->width, self->height,
                        MAX (SMALLEST_SPECK, (guint) (SPECK * (double) n)));
  measure_tint (self, ink, values);
  return TRUE;
}

/* Where there is ink, and a little round it. */
static gboolean
find_bounds (SmeInkScan *self, const guint8 *coverage, GError **error, cairo_rectangle_int_t *found)
{
  int left = (int) self->width, top = (int) self->height, right = -1, bottom = -1;
  guint64 sum = 0;

  for (int y = 0; y < (int) self->height; y++)
    for (int x = 0; x < (int) self->width; x++)
      if (coverage[(gsize) y * self->width + (gsize) x] > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = MIN (top, y);
          bottom = y;
          sum += coverage[(gsize) y * self->width + (gsize) x];
        }
  if (right < 0)
    return refuse (error, SME_INK_ERROR_PAPER, "Nothing but paper");
  if (right - left + 1 < SME_INK_IMAGE_MIN_WIDTH || bottom - top + 1 < SME_INK_IMAGE_MIN_HEIGHT)
    return refuse (error, SME_INK_ERROR_COARSE, "The ink has too few pixels");
  if ((double) sum > 255 * MOST_INK * (right - left + 1) * (bottom - top + 1))
    return refuse (error, SME_INK_ERROR_SOLID, "Nearly all is dark");
  left = MAX (0, left - MARGIN);
  top = MAX (0, top - MARGIN);
  *found = (cairo_rectangle_int_t){ left, top, MIN ((int) self->width, right + MARGIN + 1) - left,
                                    MIN ((int) self->height, bottom + MARGIN + 1) - top };
  return TRUE;
}

/* What the ink itself reflects, without the paper that shines through its edge; premultiplied. */
static guint32
make_pixel (SmeInkScan *self, const Ink *ink, guint x, guint y)
{
  gsize at = (gsize) y * self->width + x;
  guint alpha = ink->coverage[at];
  guint32 pixel = alpha << 24;
  double part = alpha / 255.0, white;

  if (alpha == 0)
    return 0;
  white = sme_ink_paper_at (ink->paper, x, y);
  for (guint k = 0; k < 3; k++)
    {
      double paper = (1 - part) * white * ink->tint[k];
      double own = CLAMP (self->rgb[3 * at + k] - paper, 0, 255 * part);

      pixel |= (guint32) lround (own) << (16 - 8 * k);
    }
  return pixel;
}

static cairo_surface_t *
cut_out (SmeInkScan *self, const Ink *ink, const cairo_rectangle_int_t *bounds)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, bounds->width, bounds->height);
  guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < bounds->height; y++)
    for (int x = 0; x < bounds->width; x++)
      {
        guint32 pixel = make_pixel (self, ink, (guint) (bounds->x + x), (guint) (bounds->y + y));

        memcpy (data + (gsize) y * (gsize) stride + 4 * (gsize) x, &pixel, sizeof pixel);
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Smaller only: pixels that were not there show nothing. */
static cairo_surface_t *
fit (cairo_surface_t *surface)
{
  double width = cairo_image_surface_get_width (surface);
  double height = cairo_image_surface_get_height (surface);
  double scale = MIN (1, MIN (SME_INK_IMAGE_MAX_WIDTH / width, SME_INK_IMAGE_MAX_HEIGHT / height));
  cairo_surface_t *fitted;
  cairo_t *cr;

  if (scale >= 1)
    return surface;
  fitted = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) MAX (1, floor (width * scale)),
                                       (int) MAX (1, floor (height * scale)));
  cr = cairo_create (fitted);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return fitted;
}

SmeInkImage *
sme_ink_scan_extract (SmeInkScan *self, double strength, GError **error)
{
  Ink ink = { 0 };
  cairo_rectangle_int_t bounds;
  SmeInkImage *image = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (find_ink (self, &ink, strength, error) && find_bounds (self, ink.coverage, error, &bounds))
    image = sme_ink_image_new (fit (cut_out (self, &ink, &bounds)), error);
  g_free (ink.coverage);
  g_clear_pointer (&ink.paper, sme_ink_paper_free);
  return image;
}
