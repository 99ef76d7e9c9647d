/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-page-picture.h"

#define SURFACE_KEY "sme-page-picture-surface"

GdkTexture *
sme_page_picture_new (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *picture;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), height * stride,
                                      (GDestroyNotify) cairo_surface_destroy,
                                      cairo_surface_reference (surface));
  picture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  g_object_set_data_full (G_OBJECT (picture), SURFACE_KEY, surface,
                          (GDestroyNotify) cairo_surface_destroy);
  return picture;
}

gsize
sme_page_picture_get_memory (GdkTexture *picture)
{
  return (gsize) gdk_texture_get_width (picture) * gdk_texture_get_height (picture) * 4;
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* Where cairo draws the window, GTK 4.8 converts a whole texture through floating point for each
 * frame (12 ms for a page of A4); the surface itself is drawn in less than one. */
static void
append_surface (cairo_surface_t *surface, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, place);
  double x_step = (double) place->size.width / cairo_image_surface_get_width (surface);
  double y_step = (double) place->size.height / cairo_image_surface_get_height (surface);

  cairo_rectangle (cr, place->origin.x, place->origin.y, place->size.width, place->size.height);
  cairo_translate (cr, place->origin.x, place->origin.y);
  cairo_scale (cr, x_step, y_step);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE); /* it is opaque: copied, not blended */
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
sme_page_picture_append (GdkTexture *picture,
                         GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const graphene_rect_t *place)
{
  if (is_drawn_by_cairo (widget))
    append_surface (g_object_get_data (G_OBJECT (picture), SURFACE_KEY), snapshot, place);
  else
    gtk_snapshot_append_texture (snapshot, picture, place);
}
