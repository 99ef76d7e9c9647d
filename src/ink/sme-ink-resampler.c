/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-resampler.h"

#include <math.h>

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
/* Largest relative change of width from one grid point to the next: 10 % per pixel. */
#define WIDTH_STEP 0.025

/* Walks a curve and drops a point every SME_INK_GRID. */
typedef struct
{
  SmeInkPoint at;
  double to_go;
  double width;
} SmeInkWalker;

struct _SmeInkResampler
{
  double pen;
  gboolean pressed;
  SmeInkPoint knots[3]; /* the last three places where the pen was, oldest first */
  guint n_knots;        /* all that ever were */
  guint32 time;         /* of the last knot that time had passed for */
  double pending;       /* way made since then */
  double speed;
  double dot;
  GArray *points;
  SmeInkWalker walker;
};

static double
distance (const SmeInkPoint *a, const SmeInkPoint *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

static void
drop (SmeInkWalker *walker, GArray *points, SmeInkPoint point)
{
  point.w = CLAMP (point.w, walker->width * (1 - WIDTH_STEP), walker->width * (1 + WIDTH_STEP));
  walker->width = point.w;
  g_array_append_val (points, point);
}

static void
walk_to (SmeInkWalker *walker, GArray *points, const SmeInkPoint *to)
{
  SmeInkPoint from = walker->at;
  double length = distance (&from, to), done = 0;

  while (length - done >= walker->to_go)
    {
      double f;

      done += walker->to_go;
      f = done / length;
      drop (walker, points,
            (SmeInkPoint){ from.x + f * (to->x - from.x), from.y + f * (to->y - from.y),
                           from.w + f * (to->w - from.w) });
      walker->to_go = SME_INK_GRID;
    }
  walker->to_go -= length - done;
  walker->at = *to;
}

/* Inner control point next to @at of the centripetal Catmull-Rom piece from @at to @to; @before is
 * the knot on the other side. E. Catmull, R. Rom 1974; C. Yuksel et al. 2011 on the exponent. */
static SmeInkPoint
control (const SmeInkPoint *before, const SmeInkPoint *at, const SmeInkPoint *to)
{
  double d1 = sqrt (distance (before, at)), d2 = sqrt (distance (at, to));
  double a = d1 * d1, b = d2 * d2, c = 2 * a + 3 * d1 * d2 + b, n = 3 * d1 * (d1 + d2);

  return (SmeInkPoint){ (a * to->x - b * before->x + c * at->x) / n,
                        (a * to->y - b * before->y + c * at->y) / n, at->w };
}

static SmeInkPoint
mirrored (const SmeInkPoint *point, const SmeInkPoint *centre)
{
  return (SmeInkPoint){ 2 * centre->x - point->x, 2 * centre->y - point->y, centre->w };
}

static void
walk_curve (SmeInkWalker *walker,
            GArray *points,
            const SmeInkPoint *before,
            const SmeInkPoint *a,
            const SmeInkPoint *b,
            const SmeInkPoint *after)
{
  SmeInkPoint c1 = control (before, a, b), c2 = control (after, b, a);
  double hull = distance (a, &c1) + distance (&c1, &c2) + distance (&c2, b);
  guint n = (guint) ceil (hull / (2 * SME_INK_GRID)) + 1;

  for (guint i = 1; i < n; i++)
    {
      double t = (double) i / n, u = 1 - t;
      double k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;
      SmeInkPoint to = { k0 * a->x + k1 * c1.x + k2 * c2.x + k3 * b->x,
                         k0 * a->y + k1 * c1.y + k2 * c2.y + k3 * b->y, u * a->w + t * b->w };

      walk_to (walker, points, &to);
    }
  walk_to (walker, points, b);
}

/* Walks the piece between the last two knots, @after being where the line goes on. */
static void
walk_last (const SmeInkResampler *self,
           SmeInkWalker *walker,
           GArray *points,
           const SmeInkPoint *after)
{
  const SmeInkPoint *a = &self->knots[1], *b = &self->knots[2];
  SmeInkPoint before = self->n_knots > 2 ? self->knots[0] : mirrored (b, a);
  SmeInkPoint beyond = after != NULL ? *after : mirrored (a, b);

  walk_curve (walker, points, &before, a, b, &beyond);
}

static double
pressed_width (const SmeInkResampler *self, double pressure)
{
  return self->pen * (THIN_PRESSED + (THICK_PRESSED - THIN_PRESSED) * MAX (pressure, 0));
}

/* Width of the line at a sample @way px behind the last knot. Several samples can bear one time
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

static void
add_first (SmeInkResampler *self, const SmeInkSample *sample)
{
  SmeInkPoint point = { sample->x, sample->y, 0 };

  self->pressed = sample->p >= 0;
  self->time = sample->t;
  point.w = sample_width (self, sample, 0);
  self->dot = MAX (self->pen * DOT, point.w);
  self->walker = (SmeInkWalker){ point, SME_INK_GRID, point.w };
  self->knots[2] = point;
  self->n_knots = 1;
  g_array_append_val (self->points, point);
}

SmeInkResampler *
sme_ink_resampler_new (double box_width)
{
  SmeInkResampler *self = g_new0 (SmeInkResampler, 1);

  self->pen = isfinite (box_width) ? CLAMP (box_width / REFERENCE_BOX, 0.5, 4) : 1;
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

void
sme_ink_resampler_add (SmeInkResampler *self, const SmeInkSample *sample)
{
  SmeInkPoint point;
  double way, width;

  g_return_if_fail (self != NULL && sample != NULL);

  if (self->n_knots == 0)
    {
      add_first (self, sample);
      return;
    }

  way = hypot (sample->x - self->knots[2].x, sample->y - self->knots[2].y);
  width = sample_width (self, sample, way);
  if (self->pressed)
    self->dot = MAX (self->dot, width);
  if (way <= 0) /* a resting pen tells time and pressure, but no new place */
    return;

  point = (SmeInkPoint){ sample->x, sample->y, width };
  if (self->n_knots > 1)
    walk_last (self, &self->walker, self->points, &point);
  self->knots[0] = self->knots[1];
  self->knots[1] = self->knots[2];
  self->knots[2] = point;
  self->n_knots++;
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
  SmeInkWalker walker;
  const SmeInkPoint *last;

  g_return_if_fail (self != NULL && points != NULL && from <= self->points->len);

  g_array_set_size (points, 0);
  g_array_append_vals (points, &g_array_index (self->points, SmeInkPoint, from),
                       self->points->len - from);
  if (self->n_knots < 2)
    return;

  walker = self->walker;
  walk_last (self, &walker, points, NULL);
  last = &self->knots[2];
  if (walker.to_go < SME_INK_GRID * 0.999)
    drop (&walker, points, *last);
}

double
sme_ink_resampler_get_dot_width (const SmeInkResampler *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->dot;
}
