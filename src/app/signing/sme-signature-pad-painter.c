/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad-painter.h"

#include "ink/sme-ink-draw.h"

#include <math.h>

/* Parts of an outline that are filled together: where two fillings overlap, their edges show a
 * trace, so there are not more fillings than need be. What a stroke has beyond whole groups is
 * filled in each frame, so a group is not long either. */
#define GROUP 4

struct _SmeSignaturePadPainter
{
  cairo_surface_t *base; /* all that is committed */
  cairo_matrix_t matrix; /* device pixels from the ink's */
  GPtrArray *drawn;      /* SmeInkStroke: those that are in @base as a whole */
  SmeInkStroke *current; /* the one that is in it in part ... */
  guint n_groups;        /* ... by so many groups */

  int scale;
  GskRenderNode *node;
  SmeInkStroke *shown; /* the running stroke in @node ... */
  guint n_shown;       /* ... with so many samples */
  guint n_filled;
};

static void
forget (SmeSignaturePadPainter *self)
{
  g_clear_pointer (&self->base, cairo_surface_destroy);
  g_ptr_array_set_size (self->drawn, 0);
  g_clear_pointer (&self->current, sme_ink_stroke_unref);
  self->n_groups = 0;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->shown, sme_ink_stroke_unref);
}

static void
fill (SmeSignaturePadPainter *self,
      cairo_surface_t *surface,
      const SmeInkPath *committed,
      guint first,
      guint n,
      const SmeInkPath *tail)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_matrix (cr, &self->matrix);
  cairo_set_source_rgb (cr, SME_INK_RED, SME_INK_GREEN, SME_INK_BLUE);
  sme_ink_path_trace (committed, cr, first, n);
  if (tail != NULL)
    sme_ink_path_trace (tail, cr, 0, G_MAXUINT);
  cairo_fill (cr);
  cairo_destroy (cr);
  self->n_filled += n + (tail != NULL ? sme_ink_path_get_n_parts (tail) : 0);
}

/* Draws the groups of @stroke that are complete and not in the base yet. */
static void
fill_groups (SmeSignaturePadPainter *self, SmeInkStroke *stroke, SmeInkSmoother *smoother)
{
  const SmeInkPath *committed = sme_ink_smoother_get_committed (smoother);

  if (self->current != stroke)
    {
      g_clear_pointer (&self->current, sme_ink_stroke_unref);
      self->current = sme_ink_stroke_ref (stroke);
      self->n_groups = 0;
    }
  for (; (self->n_groups + 1) * GROUP <= sme_ink_path_get_n_parts (committed); self->n_groups++)
    fill (self, self->base, committed, self->n_groups * GROUP, GROUP, NULL);
}

/* Draws what there is of the current stroke beyond its groups. */
static void
fill_rest (SmeSignaturePadPainter *self, cairo_surface_t *surface, SmeInkSmoother *smoother)
{
  const SmeInkPath *committed = sme_ink_smoother_get_committed (smoother);
  guint done = self->n_groups * GROUP;

  fill (self, surface, committed, done, sme_ink_path_get_n_parts (committed) - done,
        sme_ink_smoother_get_tail (smoother));
}

static SmeInkSmoother *
smooth_again (SmeInk *ink, SmeInkStroke *stroke)
{
  SmeInkSmoother *smoother = sme_ink_smoother_new (sme_ink_get_width (ink));
  const SmeInkSample *samples;
  guint n;

  samples = sme_ink_stroke_get_samples (stroke, &n);
  for (guint i = 0; i < n; i++)
    sme_ink_smoother_add (smoother, &samples[i]);
  return smoother;
}

static void
draw_stroke (SmeSignaturePadPainter *self,
             SmeInk *ink,
             SmeInkCapture *capture,
             SmeInkStroke *stroke)
{
  g_autoptr (SmeInkSmoother) again = NULL;
  SmeInkSmoother *smoother = NULL;

  if (capture != NULL)
    smoother = sme_ink_capture_get_smoother (capture, stroke);
  if (smoother == NULL)
    smoother = again = smooth_again (ink, stroke);
  fill_groups (self, stroke, smoother);
  fill_rest (self, self->base, smoother);
  g_ptr_array_add (self->drawn, sme_ink_stroke_ref (stroke));
  g_clear_pointer (&self->current, sme_ink_stroke_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* Whether all that the base shows is still there: nothing was taken back or forgotten. */
static gboolean
base_is_good (SmeSignaturePadPainter *self, SmeInk *ink, int width, int height)
{
  guint n = sme_ink_get_n_strokes (ink);

  if (self->base == NULL || cairo_image_surface_get_width (self->base) != width ||
      cairo_image_surface_get_height (self->base) != height || self->drawn->len > n)
    return FALSE;
  for (guint i = 0; i < self->drawn->len; i++)
    if (self->drawn->pdata[i] != sme_ink_get_stroke (ink, i))
      return FALSE;
  return self->n_groups == 0 || self->current == NULL ||
         self->current == sme_ink_get_running (ink) ||
         (self->drawn->len < n && self->current == sme_ink_get_stroke (ink, self->drawn->len));
}

/* A node with the base and, over it, the running stroke's rest. Not a texture: GTK 4.8 converts
 * those pixel by pixel when it draws with cairo. */
static GskRenderNode *
make_node (SmeSignaturePadPainter *self, SmeInkSmoother *running)
{
  int width = cairo_image_surface_get_width (self->base);
  int height = cairo_image_surface_get_height (self->base);
  cairo_surface_t *copy = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width / (float) self->scale,
                                               (float) height / (float) self->scale);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = cairo_create (copy);

  cairo_set_source_surface (cr, self->base, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
  if (running != NULL)
    fill_rest (self, copy, running);

  cr = gsk_cairo_node_get_draw_context (node);
  cairo_surface_set_device_scale (copy, self->scale, self->scale);
  cairo_set_source_surface (cr, copy, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (copy);
  return node;
}

/* Brings the picture up to what the running stroke has now, if there is one. */
static void
show_running (SmeSignaturePadPainter *self, SmeInk *ink, SmeInkCapture *capture)
{
  SmeInkStroke *stroke = sme_ink_get_running (ink);
  guint n = stroke != NULL ? sme_ink_stroke_get_n_samples (stroke) : 0;
  g_autoptr (SmeInkSmoother) again = NULL;
  SmeInkSmoother *smoother = NULL;

  if (n == 0)
    stroke = NULL;
  if (self->node != NULL && stroke == self->shown && n == self->n_shown)
    return;
  if (stroke != NULL)
    {
      smoother = capture != NULL ? sme_ink_capture_get_smoother (capture, stroke) : NULL;
      if (smoother == NULL)
        smoother = again = smooth_again (ink, stroke);
      fill_groups (self, stroke, smoother);
    }
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = make_node (self, smoother);
  g_clear_pointer (&self->shown, sme_ink_stroke_unref);
  self->shown = stroke != NULL ? sme_ink_stroke_ref (stroke) : NULL;
  self->n_shown = n;
}

SmeSignaturePadPainter *
sme_signature_pad_painter_new (void)
{
  SmeSignaturePadPainter *self = g_new0 (SmeSignaturePadPainter, 1);

  self->drawn = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_ink_stroke_unref);
  return self;
}

void
sme_signature_pad_painter_free (SmeSignaturePadPainter *self)
{
  g_return_if_fail (self != NULL);

  forget (self);
  g_ptr_array_unref (self->drawn);
  g_free (self);
}

GskRenderNode *
sme_signature_pad_painter_paint (SmeSignaturePadPainter *self,
                                 SmeInk *ink,
                                 SmeInkCapture *capture,
                                 double width,
                                 double height,
                                 int scale)
{
  cairo_rectangle_t from = { 0, 0, sme_ink_get_width (ink), sme_ink_get_height (ink) };
  cairo_rectangle_t to = { 0, 0, width * scale, height * scale };
  int pixel_width = (int) ceil (to.width), pixel_height = (int) ceil (to.height);
  cairo_matrix_t matrix;

  g_return_val_if_fail (self != NULL && SME_IS_INK (ink), NULL);

  if (!sme_ink_fit (&from, &to, FALSE, &matrix))
    return NULL;
  if (memcmp (&matrix, &self->matrix, sizeof matrix) != 0 ||
      !base_is_good (self, ink, pixel_width, pixel_height))
    {
      forget (self);
      self->matrix = matrix;
      self->scale = scale;
      self->base = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixel_width, pixel_height);
    }
  for (guint i = self->drawn->len; i < sme_ink_get_n_strokes (ink); i++)
    draw_stroke (self, ink, capture, sme_ink_get_stroke (ink, i));
  show_running (self, ink, capture);
  return self->node;
}

guint
sme_signature_pad_painter_get_n_filled (SmeSignaturePadPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_filled;
}
