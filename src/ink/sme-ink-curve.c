/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-curve.h"

#include <math.h>

/* Largest relative change of width from one point to the next: 10 % per pixel. */
#define WIDTH_STEP 0.025

static double
distance (const SmeInkPoint *a, const SmeInkPoint *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

static void
drop (SmeInkCurve *self, GArray *points, SmeInkPoint point)
{
  point.w = CLAMP (point.w, self->width * (1 - WIDTH_STEP), self->width * (1 + WIDTH_STEP));
  self->width = point.w;
  g_array_append_val (points, point);
}

static void
walk_to (SmeInkCurve *self, GArray *points, const SmeInkPoint *to)
{
  SmeInkPoint from = self->at;
  double length = distance (&from, to), done = 0;

  while (length - done >= self->to_go)
    {
      double f;

      done += self->to_go;
      f = done / length;
      drop (self, points,
            (SmeInkPoint){ from.x + f * (to->x - from.x), from.y + f * (to->y - from.y),
                           from.w + f * (to->w - from.w) });
      self->to_go = SME_INK_GRID;
    }
  self->to_go -= length - done;
  self->at = *to;
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
walk_curve (SmeInkCurve *self,
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

      walk_to (self, points, &to);
    }
  walk_to (self, points, b);
}

/* Walks the piece between the last two knots, @after being where the line goes on. */
static void
walk_last (SmeInkCurve *self, GArray *points, const SmeInkPoint *after)
{
  const SmeInkPoint *a = &self->knots[1], *b = &self->knots[2];
  SmeInkPoint before = self->n_knots > 2 ? self->knots[0] : mirrored (b, a);
  SmeInkPoint beyond = after != NULL ? *after : mirrored (a, b);

  walk_curve (self, points, &before, a, b, &beyond);
}

void
sme_ink_curve_add (SmeInkCurve *self, const SmeInkPoint *knot, GArray *points)
{
  g_return_if_fail (self != NULL && knot != NULL && points != NULL);

  if (self->n_knots == 0)
    {
      self->at = *knot;
      self->width = knot->w;
      self->to_go = SME_INK_GRID;
      g_array_append_val (points, *knot);
    }
  else if (self->n_knots > 1)
    {
      walk_last (self, points, knot);
    }
  self->knots[0] = self->knots[1];
  self->knots[1] = self->knots[2];
  self->knots[2] = *knot;
  self->n_knots++;
}

void
sme_ink_curve_end (SmeInkCurve *self, GArray *points)
{
  g_return_if_fail (self != NULL && points != NULL);

  if (self->n_knots < 2)
    return;
  walk_last (self, points, NULL);
  if (self->to_go < SME_INK_GRID * 0.999)
    drop (self, points, self->knots[2]);
}
