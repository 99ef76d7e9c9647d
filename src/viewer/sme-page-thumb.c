/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-thumb.h"

#include "viewer/sme-page-dark.h"
#include "viewer/sme-page-picture.h"

/* Logical pixels that the picture may take. */
#define WIDTH 112
#define HEIGHT 152

struct _SmePageThumb
{
  GtkWidget parent_instance;

  SmeDocument *document;
  guint page;
  gboolean dark;
  GdkTexture *picture;
  GCancellable *cancellable; /* of the picture under way, or NULL */
};

G_DEFINE_FINAL_TYPE (SmePageThumb, sme_page_thumb, GTK_TYPE_WIDGET)

static void
withdraw (SmePageThumb *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
on_rendered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture =
    sme_document_render_finish (SME_DOCUMENT (source), result, &error);
  SmePageThumb *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self = user_data;
  g_clear_object (&self->cancellable);
  g_set_object (&self->picture, picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The size of the page in logical pixels. */
static double
get_factor (SmePageThumb *self, const SmePageSize *size)
{
  return MIN (WIDTH / size->width, HEIGHT / size->height);
}

static void
ask (SmePageThumb *self)
{
  SmePageArea area = { .page = self->page, .look.dark = self->dark };
  const SmePageSize *size;
  double factor;

  if (self->document == NULL || self->picture != NULL || self->cancellable != NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  size = &sme_document_get_page_sizes (self->document)[self->page];
  factor = get_factor (self, size) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  area.full_width = MAX ((int) (size->width * factor), 1);
  area.full_height = MAX ((int) (size->height * factor), 1);
  area.clip = (cairo_rectangle_int_t){ 0, 0, area.full_width, area.full_height };
  self->cancellable = g_cancellable_new ();
  sme_document_render_async (self->document, &area, SME_RENDER_BEHIND, self, self->cancellable,
                             on_rendered, self);
}

void
sme_page_thumb_show (SmePageThumb *self, SmeDocument *document, guint page)
{
  g_return_if_fail (SME_IS_PAGE_THUMB (self));
  g_return_if_fail (document == NULL || page < sme_document_get_n_pages (document));

  if (self->document == document && self->page == page)
    return;
  withdraw (self);
  g_clear_object (&self->picture);
  g_set_object (&self->document, document);
  self->page = page;
  ask (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sme_page_thumb_set_dark (SmePageThumb *self, gboolean dark)
{
  g_return_if_fail (SME_IS_PAGE_THUMB (self));

  dark = !!dark;
  if (self->dark == dark)
    return;
  self->dark = dark;
  withdraw (self);
  g_clear_object (&self->picture);
  ask (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
sme_page_thumb_get_dark (SmePageThumb *self)
{
  g_return_val_if_fail (SME_IS_PAGE_THUMB (self), FALSE);

  return self->dark;
}

gboolean
sme_page_thumb_is_drawn (SmePageThumb *self)
{
  g_return_val_if_fail (SME_IS_PAGE_THUMB (self), FALSE);

  return self->picture != NULL;
}

static void
sme_page_thumb_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
sme_page_thumb_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA papers[2] = {
    { 1, 1, 1, 1 },
    { SME_PAGE_DARK_PAPER / 255.0f, SME_PAGE_DARK_PAPER / 255.0f, SME_PAGE_DARK_PAPER / 255.0f, 1 },
  };
  static const GdkRGBA edge = { 0, 0, 0, 0.15f };
  SmePageThumb *self = SME_PAGE_THUMB (widget);
  graphene_rect_t paper, outer;
  const SmePageSize *size;
  float width, height;

  if (self->document == NULL)
    return;
  size = &sme_document_get_page_sizes (self->document)[self->page];
  width = (float) (size->width * get_factor (self, size));
  height = (float) (size->height * get_factor (self, size));
  graphene_rect_init (&paper, ((float) gtk_widget_get_width (widget) - width) / 2,
                      ((float) gtk_widget_get_height (widget) - height) / 2, width, height);
  graphene_rect_inset_r (&paper, -1, -1, &outer);
  gtk_snapshot_append_color (snapshot, &edge, &outer);
  gtk_snapshot_append_color (snapshot, &papers[self->dark ? 1 : 0], &paper);
  if (self->picture != NULL)
    sme_page_picture_append (self->picture, widget, snapshot, &paper);
}

static void
sme_page_thumb_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sme_page_thumb_parent_class)->map (widget);
  ask (SME_PAGE_THUMB (widget));
}

static void
sme_page_thumb_unmap (GtkWidget *widget)
{
  withdraw (SME_PAGE_THUMB (widget));
  GTK_WIDGET_CLASS (sme_page_thumb_parent_class)->unmap (widget);
}

static void
sme_page_thumb_dispose (GObject *object)
{
  SmePageThumb *self = SME_PAGE_THUMB (object);

  withdraw (self);
  g_clear_object (&self->picture);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (sme_page_thumb_parent_class)->dispose (object);
}

static void
sme_page_thumb_class_init (SmePageThumbClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_page_thumb_dispose;
  widget_class->measure = sme_page_thumb_measure;
  widget_class->snapshot = sme_page_thumb_snapshot;
  widget_class->map = sme_page_thumb_map;
  widget_class->unmap = sme_page_thumb_unmap;
  /* The row tells the number; the picture adds nothing to hear. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sme_page_thumb_init (SmePageThumb *self)
{
}

GtkWidget *
sme_page_thumb_new (void)
{
  return g_object_new (SME_TYPE_PAGE_THUMB, NULL);
}
