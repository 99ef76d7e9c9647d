/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-stroke.h"

#include <math.h>

#define STEPS 1000.0

struct _SmeInkStroke
{
  gatomicrefcount ref_count;
  GArray *samples;
  double length;
  double left, top, right, bottom;
};

G_DEFINE_BOXED_TYPE (SmeInkStroke, sme_ink_stroke, sme_ink_stroke_ref, sme_ink_stroke_unref)

static double
snap (double value)
{
  return round (value * STEPS) / STEPS;
}

static const SmeInkSample *
last_sample (const SmeInkStroke *self)
{
  if (self->samples->len == 0)
    return NULL;
  return &g_array_index (self->samples, SmeInkSample, self->samples->len - 1);
}

static void
extend (SmeInkStroke *self, double x, double y)
{
  gboolean first = self->samples->len == 0;

  self->left = first ? x : MIN (self->left, x);
  self->right = first ? x : MAX (self->right, x);
  self->top = first ? y : MIN (self->top, y);
  self->bottom = first ? y : MAX (self->bottom, y);
}

SmeInkStroke *
sme_ink_stroke_new (void)
{
  SmeInkStroke *self = g_new0 (SmeInkStroke, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->samples = g_array_new (FALSE, FALSE, sizeof (SmeInkSample));
  return self;
}

SmeInkStroke *
sme_ink_stroke_ref (SmeInkStroke *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
sme_ink_stroke_unref (SmeInkStroke *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->samples);
  g_free (self);
}

double
sme_ink_stroke_append (SmeInkStroke *self, const SmeInkSample *sample)
{
  SmeInkSample snapped;
  const SmeInkSample *last;
  double grown = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (sample != NULL && isfinite (sample->x) && isfinite (sample->y), 0);

  last = last_sample (self);
  snapped.x = snap (sample->x);
  snapped.y = snap (sample->y);
  snapped.t = last != NULL ? MAX (last->t, sample->t) : sample->t;
  snapped.p = sample->p >= 0 ? snap (MIN (sample->p, 1.0)) : -1;
  if (last != NULL)
    grown = hypot (snapped.x - last->x, snapped.y - last->y);

  extend (self, snapped.x, snapped.y);
  self->length += grown;
  g_array_append_val (self->samples, snapped);
  return grown;
}

const SmeInkSample *
sme_ink_stroke_get_samples (const SmeInkStroke *self, guint *n_samples)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_samples != NULL)
    *n_samples = self->samples->len;
  return (const SmeInkSample *) (gpointer) self->samples->data;
}

guint
sme_ink_stroke_get_n_samples (const SmeInkStroke *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->samples->len;
}

double
sme_ink_stroke_get_length (const SmeInkStroke *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

gboolean
sme_ink_stroke_get_bounds (const SmeInkStroke *self, cairo_rectangle_t *bounds)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->samples->len == 0)
    return FALSE;
  if (bounds != NULL)
    *bounds = (cairo_rectangle_t){ self->left, self->top, self->right - self->left,
                                   self->bottom - self->top };
  return TRUE;
}

static gint64
grid (double value)
{
  return llround (value * STEPS);
}

gboolean
sme_ink_stroke_equal (const SmeInkStroke *a, const SmeInkStroke *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->samples->len != b->samples->len)
    return FALSE;
  for (guint i = 0; i < a->samples->len; i++)
    {
      const SmeInkSample *s = &g_array_index (a->samples, SmeInkSample, i);
      const SmeInkSample *o = &g_array_index (b->samples, SmeInkSample, i);

      if (grid (s->x) != grid (o->x) || grid (s->y) != grid (o->y) || s->t != o->t ||
          grid (s->p) != grid (o->p))
        return FALSE;
    }
  return TRUE;
}
