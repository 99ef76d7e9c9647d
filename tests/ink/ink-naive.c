/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink-naive.h"

#include <math.h>

#define MIN_DISTANCE 5.0
#define MIN_TIME 16
#define SPEED_WEIGHT 0.7
#define THIN 0.5
#define THICK 2.5
#define STEPS 32

static double
distance (const SmeInkSample *a, const SmeInkSample *b)
{
  return hypot (b->x - a->x, b->y - a->y);
}

static GArray *
take (const SmeInkSample *samples, guint n)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (SmeInkSample));

  for (guint i = 0; i < n; i++)
    {
      const SmeInkSample *last =
        taken->len > 0 ? &g_array_index (taken, SmeInkSample, taken->len - 1) : NULL;

      if (last == NULL ||
          (samples[i].t >= last->t + MIN_TIME && distance (last, &samples[i]) >= MIN_DISTANCE))
        g_array_append_val (taken, samples[i]);
    }
  return taken;
}

/* Control points on both sides of @b, on the line between the chords' mid-points, moved to @b. */
static void
controls (const SmeInkSample *a,
          const SmeInkSample *b,
          const SmeInkSample *c,
          double *before,
          double *after)
{
  double ab = distance (a, b), bc = distance (b, c), k = ab + bc > 0 ? bc / (ab + bc) : 0;
  double m1[2] = { (a->x + b->x) / 2, (a->y + b->y) / 2 };
  double m2[2] = { (b->x + c->x) / 2, (b->y + c->y) / 2 };
  double at[2] = { b->x, b->y };

  for (guint i = 0; i < 2; i++)
    {
      double shift = at[i] - (m2[i] + (m1[i] - m2[i]) * k);

      before[i] = m1[i] + shift;
      after[i] = m2[i] + shift;
    }
}

static void
draw (InkNaive *self, const SmeInkSample *p)
{
  double c1[2], c2[2], unused[2];

  controls (&p[0], &p[1], &p[2], unused, c1);
  controls (&p[1], &p[2], &p[3], c2, unused);
  for (guint i = 0; i <= STEPS; i++)
    {
      double t = (double) i / STEPS, u = 1 - t;
      double k0 = u * u * u, k1 = 3 * u * u * t, k2 = 3 * u * t * t, k3 = t * t * t;

      self->x[self->n_points] = k0 * p[1].x + k1 * c1[0] + k2 * c2[0] + k3 * p[2].x;
      self->y[self->n_points++] = k0 * p[1].y + k1 * c1[1] + k2 * c2[1] + k3 * p[2].y;
    }
}

static void
measure_widths (InkNaive *self, const SmeInkSample *p, guint n)
{
  double speed = 0, width = (THIN + THICK) / 2;

  for (guint i = 1; i < n; i++)
    {
      double now = distance (&p[i - 1], &p[i]) / MAX (p[i].t - p[i - 1].t, 1), next;

      speed = SPEED_WEIGHT * now + (1 - SPEED_WEIGHT) * speed;
      next = MAX (THICK / (speed + 1), THIN);
      self->width_step = MAX (self->width_step, MAX (next, width) / MIN (next, width) - 1);
      width = next;
    }
}

InkNaive *
ink_naive_new (SmeInkStroke *stroke)
{
  InkNaive *self = g_new0 (InkNaive, 1);
  g_autoptr (GArray) taken = NULL;
  const SmeInkSample *samples, *p;
  guint n;

  samples = sme_ink_stroke_get_samples (stroke, &n);
  taken = take (samples, n);
  p = (const SmeInkSample *) (gpointer) taken->data;
  self->n_taken = taken->len;
  self->x = g_new (double, (STEPS + 1) * (taken->len + 1));
  self->y = g_new (double, (STEPS + 1) * (taken->len + 1));

  /* The first curve has its start twice; the last point waits for one that never comes. */
  if (taken->len >= 3)
    draw (self, (SmeInkSample[4]){ p[0], p[0], p[1], p[2] });
  for (guint i = 0; i + 3 < taken->len; i++)
    draw (self, &p[i]);
  measure_widths (self, p, taken->len);
  return self;
}

void
ink_naive_free (InkNaive *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self);
}
