/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-check.h"

#include <math.h>

/* All in box widths. A signature drawn small still spans a fifth of the box and is several times
 * as long; the bounds are set well below, because to refuse a real one is worse. */
#define DOT_EXTENT 0.015
#define SHORTEST_LENGTH 0.10
#define SMALLEST_EXTENT 0.04
#define TICK_LENGTH 0.33
/* A line is straight if it leaves the way between its ends by less than this part of it. */
#define STRAIGHT 0.04
/* A sample may lie this far outside: rounding of devices and scales. CSS pixels. */
#define BOX_TOLERANCE 1.0

static gboolean
refuse (GError **error, SmeInkError reason, const char *message)
{
  g_set_error_literal (error, SME_INK_ERROR, reason, message);
  return FALSE;
}

static gboolean
is_side (double length)
{
  return isfinite (length) && length >= SME_INK_MIN_BOX && length <= SME_INK_MAX_BOX;
}

static double
extent (const cairo_rectangle_t *bounds)
{
  return hypot (bounds->width, bounds->height);
}

static gboolean
is_inside (const cairo_rectangle_t *bounds, double width, double height)
{
  return bounds->x >= -BOX_TOLERANCE && bounds->y >= -BOX_TOLERANCE &&
         bounds->x + bounds->width <= width + BOX_TOLERANCE &&
         bounds->y + bounds->height <= height + BOX_TOLERANCE;
}

static gboolean
is_dots (SmeInk *self)
{
  for (guint i = 0; i < sme_ink_get_n_strokes (self); i++)
    {
      cairo_rectangle_t bounds;

      sme_ink_stroke_get_bounds (sme_ink_get_stroke (self, i), &bounds);
      if (extent (&bounds) > DOT_EXTENT * sme_ink_get_width (self))
        return FALSE;
    }
  return TRUE;
}

/* Whether the stroke hardly leaves the straight way from its first to its last sample. */
static gboolean
is_straight (const SmeInkStroke *stroke)
{
  guint n;
  const SmeInkSample *s = sme_ink_stroke_get_samples (stroke, &n);
  double dx = s[n - 1].x - s[0].x, dy = s[n - 1].y - s[0].y, way = hypot (dx, dy);

  if (way <= 0 || sme_ink_stroke_get_length (stroke) > way * 1.25)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      double off = fabs ((s[i].x - s[0].x) * dy - (s[i].y - s[0].y) * dx) / way;

      if (off > MAX (STRAIGHT * way, BOX_TOLERANCE))
        return FALSE;
    }
  return TRUE;
}

/* A shape can be large though its samples are few: what trembles has a corner at every step. */
static gboolean
is_drawable (const SmeInkPath *path)
{
  guint n;

  sme_ink_path_get_elements (path, 0, G_MAXUINT, &n);
  return n <= SME_INK_MAX_ELEMENTS;
}

gboolean
sme_ink_check (SmeInk *self, GError **error)
{
  g_autoptr (SmeInkPath) path = NULL;
  cairo_rectangle_t bounds;
  double width, height, length;

  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  width = sme_ink_get_width (self);
  height = sme_ink_get_height (self);
  if (!is_side (width) || !is_side (height))
    return refuse (error, SME_INK_ERROR_BOX, "The box has no sensible size");
  if (!sme_ink_get_bounds (self, &bounds))
    return refuse (error, SME_INK_ERROR_EMPTY, "No stroke");
  if (!is_inside (&bounds, width, height))
    return refuse (error, SME_INK_ERROR_OUTSIDE, "A sample outside the box");
  if (is_dots (self))
    return refuse (error, SME_INK_ERROR_DOT, "Nothing but dots");
  length = sme_ink_get_length (self);
  if (length < SHORTEST_LENGTH * width || extent (&bounds) < SMALLEST_EXTENT * width)
    return refuse (error, SME_INK_ERROR_TOO_SHORT, "Too small for a signature");
  if (sme_ink_get_n_strokes (self) == 1 && length < TICK_LENGTH * width &&
      is_straight (sme_ink_get_stroke (self, 0)))
    return refuse (error, SME_INK_ERROR_TICK, "One short straight line");
  path = sme_ink_to_path (self);
  if (!is_drawable (path))
    return refuse (error, SME_INK_ERROR_LIMIT, "More corners than a signature has");
  return TRUE;
}

gboolean
sme_ink_path_check (const SmeInkPath *self, double width, double height, GError **error)
{
  cairo_rectangle_t bounds;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_side (width) || !is_side (height))
    return refuse (error, SME_INK_ERROR_BOX, "The box has no sensible size");
  if (!sme_ink_path_get_bounds (self, &bounds))
    return refuse (error, SME_INK_ERROR_EMPTY, "No outline");
  if (!is_drawable (self))
    return refuse (error, SME_INK_ERROR_LIMIT, "More corners than a signature has");
  if (!is_inside (&bounds, width, height))
    return refuse (error, SME_INK_ERROR_OUTSIDE, "A point outside the box");
  if (MIN (bounds.width, bounds.height) < SMALLEST_EXTENT * height)
    return refuse (error, SME_INK_ERROR_TOO_SHORT, "Too small for a signature");
  return TRUE;
}
