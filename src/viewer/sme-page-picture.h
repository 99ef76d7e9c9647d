/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sme_page_picture_new:
 * @surface: (transfer full): a finished drawing, opaque, that nobody draws on any more
 *
 * Returns: (transfer full): a texture on the surface's own memory. May be called in any thread.
 */
GdkTexture *sme_page_picture_new (cairo_surface_t *surface);

/** About how many bytes of memory it takes. */
gsize sme_page_picture_get_memory (GdkTexture *picture);

/**
 * sme_page_picture_append:
 * @widget: the widget that draws
 *
 * Draws the picture to fill @place.
 */
void sme_page_picture_append (GdkTexture *picture,
                              GtkWidget *widget,
                              GtkSnapshot *snapshot,
                              const graphene_rect_t *place);

G_END_DECLS
