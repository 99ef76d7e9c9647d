/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-view.h"

#include "app/signing/sme-signature-pad-paper.h"
#include "app/signing/sme-signature-record.h"
#include "ink/sme-ink-draw.h"

#include <math.h>

/* As the pad's. */
#define MINIMUM_WIDTH 320
#define NATURAL_WIDTH 600
#define RATIO (SME_SIGNATURE_TYPED_HEIGHT / SME_SIGNATURE_TYPED_WIDTH)
#define CORNER 9

struct _SmeSignatureView
{
  GtkWidget parent_instance;

  SmeInkPath *outline;
  SmeInkImage *image;
};

G_DEFINE_FINAL_TYPE (SmeSignatureView, sme_signature_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
sme_signature_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sme_signature_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  /* Whatever the width: GTK takes what is wider to need no more height. */
  *minimum = (int) ceil (MINIMUM_WIDTH * RATIO);
  *natural = MAX (*minimum, (int) ceil ((for_size > 0 ? for_size : NATURAL_WIDTH) * RATIO));
}

static void
snapshot_outline (SmeSignatureView *self, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  double scale = box->size.width / SME_SIGNATURE_TYPED_WIDTH;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, box);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, SME_INK_RED, SME_INK_GREEN, SME_INK_BLUE);
  sme_ink_path_fill (self->outline, cr);
  cairo_destroy (cr);
}

static void
snapshot_image (SmeSignatureView *self, GtkSnapshot *snapshot, const graphene_rect_t *box)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, box);
  cairo_rectangle_t to = { 0, 0, box->size.width, box->size.height };

  sme_ink_image_paint (self->image, cr, &to);
  cairo_destroy (cr);
}

static void
sme_signature_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SmeSignatureView *self = SME_SIGNATURE_VIEW (widget);
  double width = MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget) / RATIO);
  double left = floor ((gtk_widget_get_width (widget) - width) / 2);
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) (width * RATIO));
  GskRoundedRect edge;

  if (width <= 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) left, 0));
  gsk_rounded_rect_init_from_rect (&edge, &box, CORNER);
  sme_signature_pad_paper_snapshot (widget, snapshot, &edge, NULL);
  if (self->outline != NULL)
    snapshot_outline (self, snapshot, &box);
  if (self->image != NULL)
    snapshot_image (self, snapshot, &box);
  gtk_snapshot_restore (snapshot);
}

static void
sme_signature_view_finalize (GObject *object)
{
  g_clear_pointer (&SME_SIGNATURE_VIEW (object)->outline, sme_ink_path_free);
  g_clear_pointer (&SME_SIGNATURE_VIEW (object)->image, sme_ink_image_unref);
  G_OBJECT_CLASS (sme_signature_view_parent_class)->finalize (object);
}

static void
sme_signature_view_class_init (SmeSignatureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sme_signature_view_finalize;
  widget_class->get_request_mode = sme_signature_view_get_request_mode;
  widget_class->measure = sme_signature_view_measure;
  widget_class->snapshot = sme_signature_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "signatureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sme_signature_view_init (SmeSignatureView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
sme_signature_view_new (void)
{
  return g_object_new (SME_TYPE_SIGNATURE_VIEW, NULL);
}

void
sme_signature_view_set_outline (SmeSignatureView *self, const SmeInkPath *outline)
{
  g_return_if_fail (SME_IS_SIGNATURE_VIEW (self));

  g_clear_pointer (&self->outline, sme_ink_path_free);
  self->outline = outline != NULL ? sme_ink_path_copy (outline) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const SmeInkPath *
sme_signature_view_get_outline (SmeSignatureView *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_VIEW (self), NULL);
  return self->outline;
}

void
sme_signature_view_set_image (SmeSignatureView *self, SmeInkImage *image)
{
  g_return_if_fail (SME_IS_SIGNATURE_VIEW (self));

  if (self->image == image)
    return;
  g_clear_pointer (&self->image, sme_ink_image_unref);
  self->image = image != NULL ? sme_ink_image_ref (image) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SmeInkImage *
sme_signature_view_get_image (SmeSignatureView *self)
{
  g_return_val_if_fail (SME_IS_SIGNATURE_VIEW (self), NULL);
  return self->image;
}
