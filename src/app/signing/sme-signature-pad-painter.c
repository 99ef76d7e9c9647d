/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad-painter.h"

#include "ink/sme-ink-draw.h"

#include <math.h>

/* Parts of a shape in one node: a node costs a little to keep, a part a little to draw. */
#define PARTS_PER_NODE 8

/* What is painted of one stroke. */
typedef struct
{
  SmeInkStroke *stroke;
  GPtrArray *nodes;    /* GskRenderNode: PARTS_PER_NODE committed parts each */
  GskRenderNode *rest; /* the other parts and the tail */
  guint n_samples;     /* that @rest was made of */
  guint round;         /* the last snapshot that had the stroke */
} SmePainted;

struct _SmeSignaturePadPainter
{
  GHashTable *strokes; /* SmeInkStroke -> SmePainted */
  guint round;
  guint n_made;
};

static void
painted_free (gpointer data)
{
  SmePainted *painted = data;

  g_clear_pointer (&painted->stroke, sme_ink_stroke_unref);
  g_clear_pointer (&painted->nodes, g_ptr_array_unref);
  g_clear_pointer (&painted->rest, gsk_render_node_unref);
  g_free (painted);
}

static SmePainted *
painted_new (SmeInkStroke *stroke)
{
  SmePainted *self = g_new0 (SmePainted, 1);

  self->stroke = sme_ink_stroke_ref (stroke);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_render_node_unref);
  return self;
}

/* The smallest rectangle of whole pixels around what @cr would fill. */
static graphene_rect_t
fill_bounds (cairo_t *cr)
{
  double x1, y1, x2, y2;

  cairo_fill_extents (cr, &x1, &y1, &x2, &y2);
  x1 = floor (x1) - 1;
  y1 = floor (y1) - 1;
  return GRAPHENE_RECT_INIT ((float) x1, (float) y1, (float) (ceil (x2) + 1 - x1),
                             (float) (ceil (y2) + 1 - y1));
}

/* A node of some parts of @path and, where given, all of @tail; in one filling, so that they join
 * without a seam. */
static GskRenderNode *
make_node (SmeSignaturePadPainter *self,
           const SmeInkPath *path,
           guint first,
           guint n,
           const SmeInkPath *tail)
{
  cairo_surface_t *none = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (none);
  graphene_rect_t bounds;
  GskRenderNode *node;

  sme_ink_path_trace (path, cr, first, n);
  if (tail != NULL)
    sme_ink_path_trace (tail, cr, 0, G_MAXUINT);
  bounds = fill_bounds (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (none);

  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_rgb (cr, SME_INK_RED, SME_INK_GREEN, SME_INK_BLUE);
  sme_ink_path_trace (path, cr, first, n);
  if (tail != NULL)
    sme_ink_path_trace (tail, cr, 0, G_MAXUINT);
  cairo_fill (cr);
  cairo_destroy (cr);
  self->n_made++;
  return node;
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

/* Brings @painted up to the samples that its stroke has now. */
static void
paint (SmeSignaturePadPainter *self, SmePainted *painted, SmeInkSmoother *smoother)
{
  const SmeInkPath *committed = sme_ink_smoother_get_committed (smoother);
  guint n_parts = sme_ink_path_get_n_parts (committed), done;

  while ((done = painted->nodes->len * PARTS_PER_NODE) + PARTS_PER_NODE <= n_parts)
    g_ptr_array_add (painted->nodes, make_node (self, committed, done, PARTS_PER_NODE, NULL));

  g_clear_pointer (&painted->rest, gsk_render_node_unref);
  painted->rest =
    make_node (self, committed, done, n_parts - done, sme_ink_smoother_get_tail (smoother));
  painted->n_samples = sme_ink_stroke_get_n_samples (painted->stroke);
}

static void
append_stroke (SmeSignaturePadPainter *self,
               SmeInk *ink,
               SmeInkCapture *capture,
               SmeInkStroke *stroke,
               GtkSnapshot *snapshot)
{
  SmePainted *painted = g_hash_table_lookup (self->strokes, stroke);

  if (sme_ink_stroke_get_n_samples (stroke) == 0)
    return;
  if (painted == NULL)
    {
      painted = painted_new (stroke);
      g_hash_table_insert (self->strokes, stroke, painted);
    }
  painted->round = self->round;
  if (painted->n_samples != sme_ink_stroke_get_n_samples (stroke))
    {
      g_autoptr (SmeInkSmoother) again = NULL;
      SmeInkSmoother *smoother = NULL;

      if (capture != NULL)
        smoother = sme_ink_capture_get_smoother (capture, stroke);
      if (smoother == NULL)
        smoother = again = smooth_again (ink, stroke);
      paint (self, painted, smoother);
    }
  for (guint i = 0; i < painted->nodes->len; i++)
    gtk_snapshot_append_node (snapshot, painted->nodes->pdata[i]);
  gtk_snapshot_append_node (snapshot, painted->rest);
}

static gboolean
is_gone (gpointer stroke, gpointer value, gpointer self)
{
  return ((SmePainted *) value)->round != ((SmeSignaturePadPainter *) self)->round;
}

SmeSignaturePadPainter *
sme_signature_pad_painter_new (void)
{
  SmeSignaturePadPainter *self = g_new0 (SmeSignaturePadPainter, 1);

  self->strokes = g_hash_table_new_full (NULL, NULL, NULL, painted_free);
  return self;
}

void
sme_signature_pad_painter_free (SmeSignaturePadPainter *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->strokes);
  g_free (self);
}

void
sme_signature_pad_painter_snapshot (SmeSignaturePadPainter *self,
                                    SmeInk *ink,
                                    SmeInkCapture *capture,
                                    GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL && SME_IS_INK (ink) && GTK_IS_SNAPSHOT (snapshot));

  self->round++;
  for (guint i = 0; i < sme_ink_get_n_strokes (ink); i++)
    append_stroke (self, ink, capture, sme_ink_get_stroke (ink, i), snapshot);
  if (sme_ink_get_running (ink) != NULL)
    append_stroke (self, ink, capture, sme_ink_get_running (ink), snapshot);
  g_hash_table_foreach_remove (self->strokes, is_gone, self);
}

guint
sme_signature_pad_painter_get_n_made (SmeSignaturePadPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_made;
}
