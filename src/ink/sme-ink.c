/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink.h"

#include "ink/sme-ink-smoother.h"

#include <math.h>

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One step of the history: a stroke drawn, or (cleared != NULL) everything taken away. */
typedef struct
{
  SmeInkStroke *drawn;
  GPtrArray *cleared;
} SmeInkStep;

struct _SmeInk
{
  GObject parent_instance;

  double width, height;
  GPtrArray *strokes;
  SmeInkStroke *running;
  GPtrArray *undo;
  GPtrArray *redo;
  guint n_samples; /* the running stroke's included, as is length */
  double length;
};

G_DEFINE_FINAL_TYPE (SmeInk, sme_ink, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  SmeInkStep *step = data;

  g_clear_pointer (&step->drawn, sme_ink_stroke_unref);
  g_clear_pointer (&step->cleared, g_ptr_array_unref);
  g_free (step);
}

static GPtrArray *
stroke_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sme_ink_stroke_unref);
}

static void
count (SmeInk *self)
{
  self->n_samples = 0;
  self->length = 0;
  for (guint i = 0; i < self->strokes->len; i++)
    {
      self->n_samples += sme_ink_stroke_get_n_samples (self->strokes->pdata[i]);
      self->length += sme_ink_stroke_get_length (self->strokes->pdata[i]);
    }
}

static void
changed (SmeInk *self)
{
  count (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Swaps what a step cleared with what is there: undo and redo of a clearing are the same act. */
static void
swap_strokes (SmeInk *self, SmeInkStep *step)
{
  GPtrArray *there = self->strokes;

  self->strokes = step->cleared;
  step->cleared = there;
}

static void
sme_ink_finalize (GObject *object)
{
  SmeInk *self = SME_INK (object);

  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_clear_pointer (&self->running, sme_ink_stroke_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  G_OBJECT_CLASS (sme_ink_parent_class)->finalize (object);
}

static void
sme_ink_class_init (SmeInkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_ink_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SME_TYPE_INK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_ink_init (SmeInk *self)
{
  self->strokes = stroke_array_new ();
  self->undo = g_ptr_array_new_with_free_func (step_free);
  self->redo = g_ptr_array_new_with_free_func (step_free);
}

SmeInk *
sme_ink_new (double width, double height)
{
  SmeInk *self = g_object_new (SME_TYPE_INK, NULL);

  self->width = width;
  self->height = height;
  return self;
}

double
sme_ink_get_width (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), 0);

  return self->width;
}

double
sme_ink_get_height (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), 0);

  return self->height;
}

gboolean
sme_ink_set_box (SmeInk *self, double width, double height)
{
  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  if (self->strokes->len > 0 || self->running != NULL || self->undo->len > 0 || self->redo->len > 0)
    return FALSE;
  self->width = width;
  self->height = height;
  return TRUE;
}

gboolean
sme_ink_begin_stroke (SmeInk *self, GError **error)
{
  g_return_val_if_fail (SME_IS_INK (self), FALSE);
  g_return_val_if_fail (self->running == NULL, FALSE);

  if (self->strokes->len >= SME_INK_MAX_STROKES)
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_LIMIT, "More than %d strokes",
                   SME_INK_MAX_STROKES);
      return FALSE;
    }
  self->running = sme_ink_stroke_new ();
  return TRUE;
}

static gboolean
is_sane (double x, double y, double t, double p)
{
  return isfinite (x) && isfinite (y) && isfinite (t) && isfinite (p) &&
         fabs (x) <= SME_INK_MAX_COORDINATE && fabs (y) <= SME_INK_MAX_COORDINATE && t >= 0 &&
         t <= SME_INK_MAX_TIME;
}

/* How much longer the running stroke would be with this sample. */
static double
growth (SmeInk *self, double x, double y)
{
  guint n;
  const SmeInkSample *samples = sme_ink_stroke_get_samples (self->running, &n);

  return n > 0 ? hypot (x - samples[n - 1].x, y - samples[n - 1].y) : 0;
}

gboolean
sme_ink_append (SmeInk *self, double x, double y, double t, double p, GError **error)
{
  SmeInkSample sample;

  g_return_val_if_fail (SME_IS_INK (self), FALSE);
  g_return_val_if_fail (self->running != NULL, FALSE);

  if (!is_sane (x, y, t, p))
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_VALUE, "A sample beyond all measure");
      return FALSE;
    }
  if (self->n_samples >= SME_INK_MAX_SAMPLES ||
      self->length + growth (self, x, y) > SME_INK_MAX_LENGTH)
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_LIMIT, "More ink than a signature has");
      return FALSE;
    }

  sample = (SmeInkSample){ x, y, (guint32) llround (t), p };
  self->length += sme_ink_stroke_append (self->running, &sample);
  self->n_samples++;
  return TRUE;
}

void
sme_ink_end_stroke (SmeInk *self)
{
  g_autoptr (SmeInkStroke) stroke = NULL;
  SmeInkStep *step;

  g_return_if_fail (SME_IS_INK (self));
  g_return_if_fail (self->running != NULL);

  stroke = g_steal_pointer (&self->running);
  if (sme_ink_stroke_get_n_samples (stroke) == 0)
    return;

  step = g_new0 (SmeInkStep, 1);
  step->drawn = sme_ink_stroke_ref (stroke);
  g_ptr_array_add (self->undo, step);
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->strokes, g_steal_pointer (&stroke));
  changed (self);
}

void
sme_ink_cancel_stroke (SmeInk *self)
{
  g_return_if_fail (SME_IS_INK (self));

  g_clear_pointer (&self->running, sme_ink_stroke_unref);
  count (self);
}

SmeInkStroke *
sme_ink_get_running (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), NULL);

  return self->running;
}

guint
sme_ink_get_n_strokes (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), 0);

  return self->strokes->len;
}

SmeInkStroke *
sme_ink_get_stroke (SmeInk *self, guint index)
{
  g_return_val_if_fail (SME_IS_INK (self), NULL);
  g_return_val_if_fail (index < self->strokes->len, NULL);

  return self->strokes->pdata[index];
}

guint
sme_ink_get_n_samples (SmeInk *self)
{
  guint n = 0;

  g_return_val_if_fail (SME_IS_INK (self), 0);

  for (guint i = 0; i < self->strokes->len; i++)
    n += sme_ink_stroke_get_n_samples (self->strokes->pdata[i]);
  return n;
}

gboolean
sme_ink_is_empty (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), TRUE);

  return self->strokes->len == 0;
}

gboolean
sme_ink_undo (SmeInk *self)
{
  SmeInkStep *step;

  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  if (self->running != NULL || self->undo->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  if (step->cleared != NULL)
    swap_strokes (self, step);
  else
    g_ptr_array_remove_index (self->strokes, self->strokes->len - 1);
  g_ptr_array_add (self->redo, step);
  changed (self);
  return TRUE;
}

gboolean
sme_ink_redo (SmeInk *self)
{
  SmeInkStep *step;

  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  if (self->running != NULL || self->redo->len == 0)
    return FALSE;
  step = g_ptr_array_steal_index (self->redo, self->redo->len - 1);
  if (step->cleared != NULL)
    swap_strokes (self, step);
  else
    g_ptr_array_add (self->strokes, sme_ink_stroke_ref (step->drawn));
  g_ptr_array_add (self->undo, step);
  changed (self);
  return TRUE;
}

gboolean
sme_ink_clear (SmeInk *self)
{
  SmeInkStep *step;

  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  if (self->running != NULL || self->strokes->len == 0)
    return FALSE;
  step = g_new0 (SmeInkStep, 1);
  step->cleared = stroke_array_new ();
  swap_strokes (self, step);
  g_ptr_array_add (self->undo, step);
  g_ptr_array_set_size (self->redo, 0);
  changed (self);
  return TRUE;
}

gboolean
sme_ink_can_undo (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  return self->undo->len > 0;
}

gboolean
sme_ink_can_redo (SmeInk *self)
{
  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  return self->redo->len > 0;
}

gboolean
sme_ink_get_bounds (SmeInk *self, cairo_rectangle_t *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_val_if_fail (SME_IS_INK (self), FALSE);

  if (self->strokes->len == 0)
    return FALSE;
  for (guint i = 0; i < self->strokes->len; i++)
    {
      cairo_rectangle_t one;

      sme_ink_stroke_get_bounds (self->strokes->pdata[i], &one);
      left = MIN (left, one.x);
      top = MIN (top, one.y);
      right = MAX (right, one.x + one.width);
      bottom = MAX (bottom, one.y + one.height);
    }
  if (bounds != NULL)
    *bounds = (cairo_rectangle_t){ left, top, right - left, bottom - top };
  return TRUE;
}

double
sme_ink_get_length (SmeInk *self)
{
  double length = 0;

  g_return_val_if_fail (SME_IS_INK (self), 0);

  for (guint i = 0; i < self->strokes->len; i++)
    length += sme_ink_stroke_get_length (self->strokes->pdata[i]);
  return length;
}

guint32
sme_ink_get_duration (SmeInk *self)
{
  const SmeInkSample *samples;
  guint n;

  g_return_val_if_fail (SME_IS_INK (self), 0);

  if (self->strokes->len == 0)
    return 0;
  samples = sme_ink_stroke_get_samples (self->strokes->pdata[self->strokes->len - 1], &n);
  return samples[n - 1].t;
}

gboolean
sme_ink_equal (SmeInk *a, SmeInk *b)
{
  g_return_val_if_fail (SME_IS_INK (a) && SME_IS_INK (b), FALSE);

  if (a->strokes->len != b->strokes->len || fabs (a->width - b->width) > 0.0005 ||
      fabs (a->height - b->height) > 0.0005)
    return FALSE;
  for (guint i = 0; i < a->strokes->len; i++)
    if (!sme_ink_stroke_equal (a->strokes->pdata[i], b->strokes->pdata[i]))
      return FALSE;
  return TRUE;
}

SmeInkPath *
sme_ink_to_path (SmeInk *self)
{
  SmeInkPath *path;

  g_return_val_if_fail (SME_IS_INK (self), NULL);

  path = sme_ink_path_new ();
  for (guint i = 0; i < self->strokes->len; i++)
    {
      g_autoptr (SmeInkPath) one = sme_ink_smooth (self->strokes->pdata[i], self->width);

      sme_ink_path_append (path, one);
    }
  return path;
}
