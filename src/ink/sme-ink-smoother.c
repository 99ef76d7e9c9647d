/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-smoother.h"

#include "ink/sme-ink-outliner.h"
#include "ink/sme-ink-resampler.h"

/* Half width of the triangular low pass, in steps of SME_INK_GRID: it takes away stairs of one
 * pixel and cuts a sharp tip by half a pixel. */
#define REACH 5

struct _SmeInkSmoother
{
  SmeInkResampler *resampler;
  guint n_passed; /* points that are smoothed and given to the outliner for good */
  SmeInkOutliner outliner;
  SmeInkPath *committed;
  SmeInkPath *tail;
  GArray *rest; /* points of the tail, reused */
  gboolean tail_is_fresh;
};

/* The mean around point @at of @n; the window shrinks towards both ends, which so stay in place.
 * @skipped points of the line lie before the first of @points. */
static SmeInkPoint
low_pass (const SmeInkPoint *points, guint at, guint n, guint skipped)
{
  guint reach = MIN (REACH, MIN (at + skipped, n - 1 - at));
  double weight = reach + 1, sum = weight;
  SmeInkPoint mean = { weight * points[at].x, weight * points[at].y, weight * points[at].w };

  for (guint k = 1; k <= reach; k++)
    {
      const SmeInkPoint *a = &points[at - k], *b = &points[at + k];

      weight -= 1;
      sum += 2 * weight;
      mean.x += weight * (a->x + b->x);
      mean.y += weight * (a->y + b->y);
      mean.w += weight * (a->w + b->w);
    }
  return (SmeInkPoint){ mean.x / sum, mean.y / sum, mean.w / sum };
}

static void
commit (SmeInkSmoother *self)
{
  guint n;
  const SmeInkPoint *points = sme_ink_resampler_get_final (self->resampler, &n);

  for (; self->n_passed + REACH < n; self->n_passed++)
    {
      SmeInkPoint point = low_pass (points, self->n_passed, n, 0);

      sme_ink_outliner_add (&self->outliner, &point, self->committed);
    }
}

static void
make_tail (SmeInkSmoother *self)
{
  guint from = self->n_passed - MIN (self->n_passed, REACH);
  SmeInkOutliner outliner = self->outliner;
  SmeInkPoint point;

  sme_ink_path_clear (self->tail);
  if (sme_ink_resampler_get_dot (self->resampler, &point))
    {
      sme_ink_outliner_dot (&point, self->tail);
      return;
    }
  sme_ink_resampler_finish (self->resampler, from, self->rest);
  for (guint i = self->n_passed - from; i < self->rest->len; i++)
    {
      point =
        low_pass ((const SmeInkPoint *) (gpointer) self->rest->data, i, self->rest->len, from);
      sme_ink_outliner_add (&outliner, &point, self->tail);
    }
  sme_ink_outliner_finish (&outliner, self->tail);
}

SmeInkSmoother *
sme_ink_smoother_new (double box_width)
{
  SmeInkSmoother *self = g_new0 (SmeInkSmoother, 1);

  self->resampler = sme_ink_resampler_new (box_width);
  self->committed = sme_ink_path_new ();
  self->tail = sme_ink_path_new ();
  self->rest = g_array_new (FALSE, FALSE, sizeof (SmeInkPoint));
  sme_ink_outliner_init (&self->outliner);
  return self;
}

void
sme_ink_smoother_free (SmeInkSmoother *self)
{
  g_return_if_fail (self != NULL);

  sme_ink_resampler_free (self->resampler);
  sme_ink_path_free (self->committed);
  sme_ink_path_free (self->tail);
  g_array_unref (self->rest);
  g_free (self);
}

void
sme_ink_smoother_add (SmeInkSmoother *self, const SmeInkSample *sample)
{
  g_return_if_fail (self != NULL && sample != NULL);

  sme_ink_resampler_add (self->resampler, sample);
  commit (self);
  self->tail_is_fresh = FALSE;
}

const SmeInkPath *
sme_ink_smoother_get_committed (SmeInkSmoother *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->committed;
}

const SmeInkPath *
sme_ink_smoother_get_tail (SmeInkSmoother *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->tail_is_fresh)
    {
      make_tail (self);
      self->tail_is_fresh = TRUE;
    }
  return self->tail;
}

double
sme_ink_smoother_get_centre (SmeInkSmoother *self, GArray *points)
{
  g_autoptr (GArray) all = NULL;

  g_return_val_if_fail (self != NULL && points != NULL, 0);

  all = g_array_new (FALSE, FALSE, sizeof (SmeInkPoint));
  sme_ink_resampler_finish (self->resampler, 0, all);
  g_array_set_size (points, 0);
  for (guint i = 0; i < all->len; i++)
    {
      SmeInkPoint point = low_pass ((const SmeInkPoint *) (gpointer) all->data, i, all->len, 0);

      g_array_append_val (points, point);
    }
  return self->outliner.widest_step;
}

SmeInkPath *
sme_ink_smooth (const SmeInkStroke *stroke, double box_width)
{
  g_autoptr (SmeInkSmoother) smoother = NULL;
  const SmeInkSample *samples;
  SmeInkPath *path;
  guint n;

  g_return_val_if_fail (stroke != NULL, NULL);

  smoother = sme_ink_smoother_new (box_width);
  samples = sme_ink_stroke_get_samples (stroke, &n);
  for (guint i = 0; i < n; i++)
    sme_ink_smoother_add (smoother, &samples[i]);
  path = sme_ink_path_copy (sme_ink_smoother_get_committed (smoother));
  if (n > 0)
    sme_ink_path_append (path, sme_ink_smoother_get_tail (smoother));
  return path;
}
