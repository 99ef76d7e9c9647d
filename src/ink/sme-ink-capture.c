/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-capture.h"

#include "ink/sme-ink-resampler.h"

#include <math.h>

/* A pen counts as near for this long (ms) after it was last heard of: hovering pens report many
 * times a second, and not every system says when one goes away. */
#define PEN_STAYS 1000
/* The pause written between strokes of different sittings, and the longest within one; ms. */
#define NEW_SITTING 1000
#define LONGEST_PAUSE 3600000

/* A place on the way, in the ink's own time. */
typedef struct
{
  double x, y, t, p;
} SmePlace;

struct _SmeInkCapture
{
  SmeInk *ink;
  gconstpointer owner;
  SmeInkSource source;
  SmePlace last;
  gboolean full; /* the ink takes no more of this stroke */

  gboolean has_base;
  guint32 base; /* device time of the ink's time 0 */
  gboolean pen_seen;
  guint32 pen_time;

  SmeInkStroke *stroke; /* drawn now or last */
  SmeInkSmoother *smoother;
};

/* The ink's time for a device's. Restored ink goes on a second after its last sample; a clock
 * that goes back stands still. */
static double
ink_time (SmeInkCapture *self, guint32 time)
{
  guint32 duration = sme_ink_get_duration (self->ink);
  guint32 latest = self->owner != NULL ? MAX (duration, (guint32) self->last.t) : duration;
  gint32 passed = (gint32) (time - self->base);

  if (!self->has_base)
    {
      self->has_base = TRUE;
      self->base = time - (sme_ink_is_empty (self->ink) ? 0 : duration + NEW_SITTING);
    }
  else if (passed < 0)
    self->base = time - latest;
  else if ((guint32) passed > latest + LONGEST_PAUSE)
    self->base = time - latest - LONGEST_PAUSE;
  return (guint32) (time - self->base);
}

static void
finish (SmeInkCapture *self)
{
  if (sme_ink_get_running (self->ink) != NULL)
    sme_ink_end_stroke (self->ink);
}

/* Adds a sample, beginning a stroke if there is none. */
static void
put (SmeInkCapture *self, const SmePlace *place)
{
  const SmeInkSample *samples;
  guint n;

  if (self->full)
    return;
  if (sme_ink_get_running (self->ink) == NULL)
    {
      if (!sme_ink_begin_stroke (self->ink, NULL))
        {
          self->full = TRUE;
          return;
        }
      g_clear_pointer (&self->stroke, sme_ink_stroke_unref);
      g_clear_pointer (&self->smoother, sme_ink_smoother_free);
      self->stroke = sme_ink_stroke_ref (sme_ink_get_running (self->ink));
      self->smoother = sme_ink_smoother_new (sme_ink_get_width (self->ink));
    }
  if (!sme_ink_append (self->ink, place->x, place->y, place->t, place->p, NULL))
    {
      self->full = TRUE;
      finish (self);
      return;
    }
  samples = sme_ink_stroke_get_samples (self->stroke, &n);
  sme_ink_smoother_add (self->smoother, &samples[n - 1]);
}

static SmePlace
between (const SmePlace *a, const SmePlace *b, double f)
{
  return (SmePlace){ a->x + f * (b->x - a->x), a->y + f * (b->y - a->y), a->t + f * (b->t - a->t),
                     a->p < 0 || b->p < 0 ? b->p : a->p + f * (b->p - a->p) };
}

/* Narrows @from..@to, the part of a way where its coordinate (@at, going by @by) is in low..high.
 */
static gboolean
clip (double at, double by, double low, double high, double *from, double *to)
{
  double a, b;

  if (by == 0)
    return at >= low && at <= high;
  a = (low - at) / by;
  b = (high - at) / by;
  *from = MAX (*from, MIN (a, b));
  *to = MIN (*to, MAX (a, b));
  return *from <= *to;
}

/* Draws what of the way from the last place to @place lies in the box. The line keeps half its
 * width from the edges, so that none of it is cut off. (Y.-D. Liang, B. Barsky 1984.) */
static void
go (SmeInkCapture *self, const SmePlace *place)
{
  double width = sme_ink_get_width (self->ink), height = sme_ink_get_height (self->ink);
  double edge = sme_ink_pen_reach (width), from = 0, to = 1;
  SmePlace last = self->last;

  self->last = *place;
  if (!clip (last.x, place->x - last.x, edge, width - edge, &from, &to) ||
      !clip (last.y, place->y - last.y, edge, height - edge, &from, &to))
    {
      finish (self);
      return;
    }
  if (sme_ink_get_running (self->ink) == NULL)
    {
      SmePlace entry = between (&last, place, from);

      put (self, &entry);
      if (last.x == place->x && last.y == place->y)
        return;
    }
  last = to < 1 ? between (&last, place, to) : *place;
  put (self, &last);
  if (to < 1)
    finish (self);
}

SmeInkCapture *
sme_ink_capture_new (SmeInk *ink)
{
  SmeInkCapture *self;

  g_return_val_if_fail (SME_IS_INK (ink), NULL);

  self = g_new0 (SmeInkCapture, 1);
  self->ink = g_object_ref (ink);
  return self;
}

void
sme_ink_capture_free (SmeInkCapture *self)
{
  g_return_if_fail (self != NULL);

  if (self->owner != NULL)
    finish (self);
  g_clear_pointer (&self->stroke, sme_ink_stroke_unref);
  g_clear_pointer (&self->smoother, sme_ink_smoother_free);
  g_object_unref (self->ink);
  g_free (self);
}

/* Whether a pen that touches or hovers makes a touch at @time a palm. */
static gboolean
is_palm (const SmeInkCapture *self, guint32 time)
{
  return self->pen_seen && ABS ((gint32) (time - self->pen_time)) < PEN_STAYS;
}

gboolean
sme_ink_capture_down (SmeInkCapture *self,
                      gconstpointer owner,
                      SmeInkSource source,
                      double x,
                      double y,
                      guint32 time,
                      double pressure)
{
  g_return_val_if_fail (self != NULL && owner != NULL, FALSE);

  if (source == SME_INK_SOURCE_PEN)
    sme_ink_capture_hover (self, time);
  else if (source == SME_INK_SOURCE_TOUCH && is_palm (self, time))
    return FALSE;
  if (self->owner != NULL || !isfinite (x) || !isfinite (y))
    return FALSE;

  self->last = (SmePlace){ x, y, ink_time (self, time), pressure };
  self->owner = owner;
  self->source = source;
  self->full = FALSE;
  go (self, &(SmePlace){ x, y, self->last.t, pressure });
  return TRUE;
}

void
sme_ink_capture_move (SmeInkCapture *self,
                      gconstpointer owner,
                      double x,
                      double y,
                      guint32 time,
                      double pressure)
{
  g_return_if_fail (self != NULL && owner != NULL);

  if (self->owner != owner || !isfinite (x) || !isfinite (y))
    return;
  if (self->source == SME_INK_SOURCE_PEN)
    sme_ink_capture_hover (self, time);
  go (self, &(SmePlace){ x, y, ink_time (self, time), pressure });
}

void
sme_ink_capture_up (SmeInkCapture *self, gconstpointer owner)
{
  g_return_if_fail (self != NULL && owner != NULL);

  if (self->owner != owner)
    return;
  self->owner = NULL;
  finish (self);
}

void
sme_ink_capture_cancel (SmeInkCapture *self, gconstpointer owner)
{
  g_return_if_fail (self != NULL && owner != NULL);

  if (self->owner != owner)
    return;
  self->owner = NULL;
  sme_ink_cancel_stroke (self->ink);
}

void
sme_ink_capture_hover (SmeInkCapture *self, guint32 time)
{
  g_return_if_fail (self != NULL);

  self->pen_seen = TRUE;
  self->pen_time = time;
  if (self->owner != NULL && self->source == SME_INK_SOURCE_TOUCH)
    sme_ink_capture_cancel (self, self->owner);
}

gboolean
sme_ink_capture_is_drawing (const SmeInkCapture *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->owner != NULL;
}

SmeInkSmoother *
sme_ink_capture_get_smoother (const SmeInkCapture *self, const SmeInkStroke *stroke)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stroke != NULL && stroke == self->stroke ? self->smoother : NULL;
}
