/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-resampler.h"

#include <math.h>
#include <string.h>

/* A pen in a box 480 px wide. */
#define REFERENCE_BOX 480.0
#define THIN 1.1
#define THICK 3.6
#define THIN_PRESSED 0.8
#define THICK_PRESSED 4.2
#define DOT 3.0
/* At this speed (px/s) the line is halfway between thick and thin. */
#define HALF_SPEED 600.0
/* A hand does not change its speed faster than this (ms); clocks of devices do. */
#define SPEED_INERTIA 25.0
/* Samples on each side that one is compared with, and how far (px) it may lie off their course
 * and still be taken for rounded: a device of whole pixels rounds by up to 0.71. What is farther
 * off is a tip. */
#define COMPANY 3
#define ROUNDING 0.75
/* A pen that stays this near (px) to where it touched makes a dot. */
#define TREMBLE 1.0

struct _SmeInkResampler
{
  double pen;
  gboolean pressed;
  SmeInkPoint recent[2 * COMPANY + 1]; /* the last places where the pen was, oldest first */
  guint n_recent;
  guint n_settled; /* of those, how many the curve has */
  guint32 time;    /* of the last place that time had passed for */
  double pending;  /* way made since then */
  double speed;
  SmeInkPoint dot; /* round the first place, as wide as the pen was pressed */
  gboolean moved;
  GArray *points;
  SmeInkCurve curve;
};

static double
pen_scale (double box_width)
{
  return isfinite (box_width) ? CLAMP (box_width / REFERENCE_BOX, 0.5, 4) : 1;
}

static double
pressed_width (const SmeInkResampler *self, double pressure)
{
  return self->pen * (THIN_PRESSED + (THICK_PRESSED - THIN_PRESSED) * MAX (pressure, 0));
}

/* Width of the line at a sample @way px behind the last place. Several samples can bear one time
 * (a batch of them, or a 1 ms clock), so way is collected until time passes. */
static double
sample_width (SmeInkResampler *self, const SmeInkSample *sample, double way)
{
  if (self->pressed)
    return pressed_width (self, sample->p);

  self->pending += way;
  if (sample->t > self->time)
    {
      double dt = sample->t - self->time;
      double now = 1000.0 * self->pending / dt / self->pen;

      self->speed += (now - self->speed) * dt / (dt + SPEED_INERTIA);
      self->time = sample->t;
      self->pending = 0;
    }
  return self->pen * (THIN + (THICK - THIN) * HALF_SPEED / (HALF_SPEED + self->speed));
}

/* Where place @i of @n would lie on the parabola that fits it and its neighbours best (A.
 * Savitzky, M. Golay 1964): curves stay, noise goes. The shift fades out where it is more than
 * rounding can explain: there the hand did turn. */
static SmeInkPoint
settled (const SmeInkPoint *at, guint before, guint after)
{
  static const double weights[][COMPANY + 1] = { { 1 },
                                                 { 1, 0 },
                                                 { 17.0 / 35, 12.0 / 35, -3.0 / 35 },
                                                 { 7.0 / 21, 6.0 / 21, 3.0 / 21, -2.0 / 21 } };
  guint reach = MIN (COMPANY, MIN (before, after));
  double x = weights[reach][0] * at->x, y = weights[reach][0] * at->y, off, keep;

  for (guint k = 1; k <= reach; k++)
    {
      x += weights[reach][k] * (at[-(int) k].x + at[k].x);
      y += weights[reach][k] * (at[-(int) k].y + at[k].y);
    }
  off = hypot (x - at->x, y - at->y) / ROUNDING;
  keep = off < 1 ? 1 - off * off : 0;
  return (SmeInkPoint){ at->x + keep * (x - at->x), at->y + keep * (y - at->y), at->w };
}

static void
add_place (SmeInkResampler *self, SmeInkPoint place)
{
  if (self->n_recent == G_N_ELEMENTS (self->recent))
    {
      memmove (self->recent, self->recent + 1, sizeof self->recent - sizeof self->recent[0]);
      self->n_recent--;
      self->n_settled--;
    }
  self->recent[self->n_recent++] = place;

  while (self->n_settled + COMPANY < self->n_recent)
    {
      SmeInkPoint knot = settled (&self->recent[self->n_settled], self->n_settled, COMPANY);

      sme_ink_curve_add (&self->curve, &knot, self->points);
      self->n_settled++;
    }
}

double
sme_ink_pen_reach (double box_width)
{
  return pen_scale (box_width) * MAX (THICK, THICK_PRESSED) / 2;
}

SmeInkResampler *
sme_ink_resampler_new (double box_width)
{
  SmeInkResampler *self = g_new0 (SmeInkResampler, 1);

  self->pen = pen_scale (box_width);
  self->points = g_array_new (FALSE, FALSE, sizeof (SmeInkPoint));
  return self;
}

void
sme_ink_resampler_free (SmeInkResampler *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->points);
  g_free (self);
}

static void
touch (SmeInkResampler *self, const SmeInkSample *sample)
{
  SmeInkPoint place = { sample->x, sample->y, 0 };

  self->pressed = sample->p >= 0;
  self->time = sample->t;
  place.w = sample_width (self, sample, 0);
  add_place (self, place);
  self->dot = place;
  self->dot.w = MAX (place.w, self->pen * DOT);
}

static void
move (SmeInkResampler *self, const SmeInkSample *sample)
{
  const SmeInkPoint *last = &self->recent[self->n_recent - 1];
  double way = hypot (sample->x - last->x, sample->y - last->y);
  double width = sample_width (self, sample, way);

  if (hypot (sample->x - self->dot.x, sample->y - self->dot.y) > TREMBLE)
    self->moved = TRUE;
  self->dot.w = MAX (self->dot.w, width);
  if (way > 0) /* a resting pen tells time and pressure, but no new place */
    add_place (self, (SmeInkPoint){ sample->x, sample->y, width });
}

void
sme_ink_resampler_add (SmeInkResampler *self, const SmeInkSample *sample)
{
  g_return_if_fail (self != NULL && sample != NULL);

  if (self->n_recent == 0)
    touch (self, sample);
  else
    move (self, sample);
}

const SmeInkPoint *
sme_ink_resampler_get_final (const SmeInkResampler *self, guint *n_points)
{
  g_return_val_if_fail (self != NULL && n_points != NULL, NULL);

  *n_points = self->points->len;
  return (const SmeInkPoint *) (gpointer) self->points->data;
}

void
sme_ink_resampler_finish (const SmeInkResampler *self, guint from, GArray *points)
{
  SmeInkCurve curve;

  g_return_if_fail (self != NULL && points != NULL && from <= self->points->len);

  g_array_set_size (points, 0);
  if (from < self->points->len)
    g_array_append_vals (points, &g_array_index (self->points, SmeInkPoint, from),
                         self->points->len - from);
  curve = self->curve;
  for (guint i = self->n_settled; i < self->n_recent; i++)
    {
      SmeInkPoint knot = settled (&self->recent[i], i, self->n_recent - 1 - i);

      sme_ink_curve_add (&curve, &knot, points);
    }
  sme_ink_curve_end (&curve, points);
}

gboolean
sme_ink_resampler_get_dot (const SmeInkResampler *self, SmeInkPoint *dot)
{
  g_return_val_if_fail (self != NULL && dot != NULL, FALSE);

  *dot = self->dot;
  return self->n_recent > 0 && !self->moved;
}
