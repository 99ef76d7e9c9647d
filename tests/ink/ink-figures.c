/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink-figures.h"

#include "ink/sme-ink-resampler.h"
#include "ink/sme-ink-smoother.h"

#include <math.h>

#define STEP 0.05
/* How far along the line a point may be matched: loops come close to each other. */
#define MATCH_WAY 60.0

/* Where the hand stops. */
#define HAND_END 150.0

/* A pen that circles while it moves on, circles growing and shrinking: small e's, tall l's. Its
 * tightest turn has a radius of 1.9 px, and it is 3,430 px long. */
static void
hand (double u, double *x, double *y)
{
  double size = 20 + 8 * sin (0.23 * u) + 4 * sin (0.61 * u + 1);

  *x = 40 + 2.7 * u + 0.8 * size * cos (u);
  *y = 105 - size * (1.35 * sin (u) + 0.2 * sin (2 * u + 0.5)) + 12 * sin (0.05 * u);
}

InkTruth *
ink_truth_new (void)
{
  InkTruth *truth = g_new0 (InkTruth, 1);
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ys = g_array_new (FALSE, FALSE, sizeof (double));
  double x, y, px, py, to_go = 0;

  hand (0, &px, &py);
  for (double u = 0; u < HAND_END; u += 1e-4)
    {
      double d;

      hand (u, &x, &y);
      d = hypot (x - px, y - py);
      to_go -= d;
      px = x;
      py = y;
      if (to_go > 0)
        continue;
      g_array_append_val (xs, x);
      g_array_append_val (ys, y);
      to_go += STEP;
    }
  truth->n = xs->len;
  truth->step = STEP;
  truth->x = g_array_steal (xs, NULL);
  truth->y = g_array_steal (ys, NULL);
  return truth;
}

void
ink_truth_free (InkTruth *truth)
{
  g_free (truth->x);
  g_free (truth->y);
  g_free (truth);
}

double
ink_truth_length (const InkTruth *truth)
{
  return (truth->n - 1) * truth->step;
}

void
ink_truth_write (const InkTruth *truth,
                 SmeInk *ink,
                 double speed,
                 double rate,
                 gboolean whole_pixels,
                 gboolean pressure)
{
  double pace = speed / rate / truth->step;

  g_assert_true (sme_ink_begin_stroke (ink, NULL));
  for (guint i = 0;; i++)
    {
      guint at = MIN ((guint) lround (i * pace), truth->n - 1);
      double x = truth->x[at], y = truth->y[at];
      double p = pressure ? 0.5 + 0.3 * sin (at * truth->step / 40) : -1;

      g_assert_true (sme_ink_append (ink, whole_pixels ? rint (x) : x, whole_pixels ? rint (y) : y,
                                     i * 1000.0 / rate, p, NULL));
      if (at == truth->n - 1)
        break;
    }
  sme_ink_end_stroke (ink);
}

/* Distance of a point from the line through points @from to @to of a polyline. */
static double
distance_to (const double *x, const double *y, guint from, guint to, double px, double py)
{
  double best = hypot (px - x[from], py - y[from]);

  for (guint i = from; i < to; i++)
    {
      double dx = x[i + 1] - x[i], dy = y[i + 1] - y[i], l = dx * dx + dy * dy;
      double f = l > 0 ? CLAMP (((px - x[i]) * dx + (py - y[i]) * dy) / l, 0, 1) : 0;

      best = MIN (best, hypot (px - x[i] - f * dx, py - y[i] - f * dy));
    }
  return best;
}

static double *
way_along (const double *x, const double *y, guint n)
{
  double *way = g_new0 (double, n);

  for (guint i = 1; i < n; i++)
    way[i] = way[i - 1] + hypot (x[i] - x[i - 1], y[i] - y[i - 1]);
  return way;
}

/* Distances of all points of a from the line b, points matched by the way made. */
static void
measure (const double *ax,
         const double *ay,
         guint an,
         const double *bx,
         const double *by,
         guint bn,
         double *max,
         double *square_sum)
{
  g_autofree double *aw = way_along (ax, ay, an), *bw = way_along (bx, by, bn);
  double ratio = bw[bn - 1] / aw[an - 1];
  guint from = 0, to = 0;

  for (guint i = 0; i < an; i++)
    {
      double d;

      while (from + 1 < bn && bw[from + 1] < aw[i] * ratio - MATCH_WAY)
        from++;
      while (to + 1 < bn && bw[to] < aw[i] * ratio + MATCH_WAY)
        to++;
      d = distance_to (bx, by, from, to, ax[i], ay[i]);
      *max = MAX (*max, d);
      *square_sum += d * d;
    }
}

InkDeviation
ink_truth_compare (const InkTruth *truth, const double *x, const double *y, guint n)
{
  InkDeviation deviation = { 0 };
  g_autofree double *tx = g_new (double, truth->n), *ty = g_new (double, truth->n);
  double sum = 0;
  guint tn = 0;

  for (guint i = 0; i < truth->n; i += 5)
    {
      tx[tn] = truth->x[i];
      ty[tn++] = truth->y[i];
    }
  measure (tx, ty, tn, x, y, n, &deviation.max, &sum);
  measure (x, y, n, tx, ty, tn, &deviation.max, &sum);
  deviation.rms = sqrt (sum / (tn + n));
  deviation.tail = hypot (x[n - 1] - truth->x[truth->n - 1], y[n - 1] - truth->y[truth->n - 1]);
  return deviation;
}

double *
ink_stroke_centre (SmeInkStroke *stroke, double box_width, guint *n, double *width_step)
{
  g_autoptr (SmeInkSmoother) smoother = sme_ink_smoother_new (box_width);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (SmeInkPoint));
  const SmeInkSample *samples;
  double step, *xy;

  samples = sme_ink_stroke_get_samples (stroke, n);
  for (guint i = 0; i < *n; i++)
    sme_ink_smoother_add (smoother, &samples[i]);
  step = sme_ink_smoother_get_centre (smoother, points);
  if (width_step != NULL)
    *width_step = step;
  *n = points->len;
  xy = g_new (double, 2 * points->len);
  for (guint i = 0; i < points->len; i++)
    {
      xy[i] = g_array_index (points, SmeInkPoint, i).x;
      xy[points->len + i] = g_array_index (points, SmeInkPoint, i).y;
    }
  return xy;
}

double
ink_iou (const guint8 *a, const guint8 *b, gsize n)
{
  guint64 both = 0, either = 0;

  for (gsize i = 0; i < n; i++)
    {
      both += MIN (a[i], b[i]);
      either += MAX (a[i], b[i]);
    }
  return either > 0 ? (double) both / either : 0;
}

SmeInk *
ink_signature (void)
{
  g_autoptr (InkTruth) truth = ink_truth_new ();
  SmeInk *ink = sme_ink_new (480, 200);

  ink_truth_write (truth, ink, 900, 250, TRUE, FALSE);
  for (guint i = 0; i < 6; i++)
    {
      sme_ink_begin_stroke (ink, NULL);
      for (guint k = 0; k <= i; k++)
        sme_ink_append (ink, 90 + 50 * i + 3 * k * (i > 2), 45 + 2 * k * (i > 2),
                        5000 + 400 * i + 8 * k, i % 2 ? 0.2 + 0.1 * k : -1, NULL);
      sme_ink_end_stroke (ink);
    }
  return ink;
}
