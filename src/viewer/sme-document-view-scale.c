/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many pixels of the screen a logical pixel has, and where they lie under the view. */
#include "viewer/sme-document-view-private.h"

#include <math.h>

/* A fraction where GTK knows one; the scale factor is the next whole number. */
#if GTK_CHECK_VERSION(4, 12, 0)
#define SCALE_CHANGED "notify::scale"
#define get_surface_scale(surface) gdk_surface_get_scale (surface)
#else
#define SCALE_CHANGED "notify::scale-factor"
#define get_surface_scale(surface) gdk_surface_get_scale_factor (surface)
#endif

static GdkSurface *
get_surface (SmeDocumentView *self)
{
  return gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
}

void
sme_document_view_change_scale (SmeDocumentView *self, double scale)
{
  if (self->scale == scale)
    return;
  self->scale = scale;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_scale_changed (SmeDocumentView *self)
{
  sme_document_view_change_scale (self, get_surface_scale (get_surface (self)));
}

static void
on_realize (SmeDocumentView *self)
{
  g_signal_connect_object (get_surface (self), SCALE_CHANGED, G_CALLBACK (on_scale_changed), self,
                           G_CONNECT_SWAPPED);
  on_scale_changed (self);
}

static void
on_unrealize (SmeDocumentView *self)
{
  g_signal_handlers_disconnect_by_func (get_surface (self), on_scale_changed, self);
}

void
sme_document_view_init_scale (SmeDocumentView *self)
{
  self->scale = 1;
  g_signal_connect (self, "realize", G_CALLBACK (on_realize), NULL);
  g_signal_connect (self, "unrealize", G_CALLBACK (on_unrealize), NULL);
}

/* From a place of the screen's pixels to the next whole one, in logical pixels. */
static double
get_shift (double place, double scale)
{
  return (round (place * scale) - place * scale) / scale;
}

void
sme_document_view_get_shift (SmeDocumentView *self, double *x, double *y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkNative *native = gtk_widget_get_native (widget);
  double surface_x, surface_y;

  *x = *y = 0;
  /* Widgets stand at whole logical pixels, which are whole pixels then. */
  if (self->scale == floor (self->scale) || native == NULL ||
      !gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), 0, 0, x, y))
    return;
  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  *x = get_shift (*x + surface_x, self->scale);
  *y = get_shift (*y + surface_y, self->scale);
}
