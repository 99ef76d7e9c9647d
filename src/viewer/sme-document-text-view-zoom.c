/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the letters are. */
#include "viewer/sme-document-text-view-private.h"
#include "viewer/sme-document-view-private.h"

#include <math.h>

#define ZOOM_MIN 0.75
#define ZOOM_MAX 4.0

/* All letters have the tag of the size, whoever put them in. */
static void
on_inserted (GtkTextBuffer *buffer,
             GtkTextIter *end,
             const char *text,
             int length,
             SmeDocumentTextView *self)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  gtk_text_buffer_apply_tag (buffer, self->size, &start, end);
}

/* The letter at the upper edge. Returns: %FALSE at the very top, where nothing has to be kept. */
static gboolean
get_top (SmeDocumentTextView *self, GtkTextIter *top)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle sight;

  gtk_text_view_get_visible_rect (view, &sight);
  gtk_text_view_get_iter_at_location (view, top, gtk_text_view_get_left_margin (view), sight.y);
  return gtk_text_iter_get_offset (top) > 0 && self->vadjustment != NULL &&
         gtk_adjustment_get_value (self->vadjustment) > gtk_text_view_get_top_margin (view);
}

/* What was at the upper edge comes back there. */
static void
keep_top (SmeDocumentTextView *self, const GtkTextIter *top)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "top");

  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "top", top, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, top);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0);
}

void
sme_document_text_view_set_zoom (SmeDocumentTextView *self, double zoom)
{
  GtkTextIter top;
  gboolean has_top;

  g_return_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self));

  zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  if (self->zoom == zoom)
    return;
  has_top = get_top (self, &top);
  self->zoom = zoom;
  g_object_set (self->size, "scale", zoom, NULL);
  if (has_top)
    keep_top (self, &top);
  g_object_notify (G_OBJECT (self), "zoom");
}

double
sme_document_text_view_get_zoom (SmeDocumentTextView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self), 1);

  return self->zoom;
}

/* Smaller, as large as everywhere, larger. */
gboolean
sme_document_text_view_zoom (SmeDocumentTextView *self, const char *action)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self), FALSE);

  if (g_str_equal (action, "view.zoom-in"))
    sme_document_text_view_set_zoom (self, self->zoom * SME_ZOOM_STEP);
  else if (g_str_equal (action, "view.zoom-out"))
    sme_document_text_view_set_zoom (self, self->zoom / SME_ZOOM_STEP);
  else if (g_str_equal (action, "view.zoom-normal"))
    sme_document_text_view_set_zoom (self, 1);
  else
    return FALSE;
  return TRUE;
}

gboolean
sme_document_text_view_can_zoom (SmeDocumentTextView *self, const char *action)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_TEXT_VIEW (self), FALSE);

  if (g_str_equal (action, "view.zoom-in"))
    return self->zoom < ZOOM_MAX;
  if (g_str_equal (action, "view.zoom-out"))
    return self->zoom > ZOOM_MIN;
  return TRUE;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, SmeDocumentTextView *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  dy = sme_document_view_count_notches (gtk_event_controller_scroll_get_unit (controller), dy);
  sme_document_text_view_set_zoom (self, self->zoom * pow (SME_ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

void
sme_document_text_view_init_zoom (SmeDocumentTextView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  self->zoom = 1;
  self->size = gtk_text_buffer_create_tag (buffer, "size", "scale", self->zoom, NULL);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (on_inserted), self, G_CONNECT_AFTER);
  /* Before the scrolled window sees the wheel. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
