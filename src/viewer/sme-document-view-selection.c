/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Selecting text with the mouse, and copying it. */
#include "viewer/sme-document-view-private.h"

/* Logical pixels per frame that a drag beyond the edge scrolls, per pixel beyond. */
#define EDGE_SPEED 0.2

void
sme_document_view_get_selection_ends (SmeDocumentView *self, SmeTextSpot *from, SmeTextSpot *to)
{
  gboolean is_forward = sme_text_spot_compare (&self->anchor, &self->focus) <= 0;

  *from = is_forward ? self->anchor : self->focus;
  *to = is_forward ? self->focus : self->anchor;
}

gboolean
sme_document_view_has_selection (SmeDocumentView *self)
{
  g_return_val_if_fail (SME_IS_DOCUMENT_VIEW (self), FALSE);

  return self->document != NULL && sme_text_spot_compare (&self->anchor, &self->focus) != 0;
}

gboolean
sme_document_view_get_selected_range (SmeDocumentView *self, guint page, SmeTextRange *range)
{
  SmeTextSpot from, to;

  sme_document_view_get_selection_ends (self, &from, &to);
  if (page < from.page || page > to.page)
    return FALSE;
  range->start = page == from.page ? from.boundary : 0;
  range->end = page == to.page ? to.boundary : G_MAXUINT;
  return range->start < range->end;
}

static void
select_spots (SmeDocumentView *self, const SmeTextSpot *anchor, const SmeTextSpot *focus)
{
  if (sme_text_spot_compare (&self->anchor, anchor) == 0 &&
      sme_text_spot_compare (&self->focus, focus) == 0)
    return;
  self->anchor = *anchor;
  self->focus = *focus;
  g_hash_table_remove_all (self->selection_rects);
  sme_document_view_update_actions (self);
  sme_document_view_tell_reader (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sme_document_view_clear_selection (SmeDocumentView *self)
{
  SmeTextSpot none = { 0, 0 };

  self->dragging = FALSE;
  select_spots (self, &none, &none);
}

void
sme_document_view_select_all (SmeDocumentView *self)
{
  SmeTextSpot first = { 0, 0 };
  SmeTextSpot last = { 0, G_MAXUINT };

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));

  if (self->document == NULL)
    return;
  last.page = sme_document_get_n_pages (self->document) - 1;
  select_spots (self, &first, &last);
}

void
sme_document_view_get_place (SmeDocumentView *self, double x, double y, SmePagePlace *place)
{
  SmeViewport viewport;

  sme_document_view_get_viewport (self, &viewport);
  sme_page_layout_to_place (self->layout, (double) viewport.left + x * viewport.scale,
                            (double) viewport.top + y * viewport.scale, place);
  sme_page_place_unturn (&place->x, &place->y, self->look.turns);
}

/* Returns: %FALSE while the page's text is not at hand; it has been asked for then. */
static gboolean
find_spot (SmeDocumentView *self, const SmePagePlace *place, SmeTextSpot *spot)
{
  const SmePageSize *size = &sme_document_get_page_sizes (self->document)[place->page];
  SmePageText *text = sme_document_view_ensure_text (self, place->page);

  if (text == NULL)
    return FALSE;
  spot->page = place->page;
  spot->boundary =
    sme_page_text_get_boundary_at (text, place->x * size->width, place->y * size->height);
  return TRUE;
}

static SmeTextRange
get_unit (SmeDocumentView *self, const SmeTextSpot *spot, guint unit)
{
  SmePageText *text = sme_document_peek_text (self->document, spot->page);

  return unit == 3 ? sme_page_text_get_line (text, spot->boundary)
                   : sme_page_text_get_word (text, spot->boundary);
}

/* Takes the words or lines at both ends whole. */
static void
widen (SmeDocumentView *self, SmeTextSpot *anchor, SmeTextSpot *focus)
{
  SmeTextRange from, to;

  if (self->select_unit < 2)
    return;
  from = get_unit (self, anchor, self->select_unit);
  to = get_unit (self, focus, self->select_unit);
  if (sme_text_spot_compare (anchor, focus) <= 0)
    {
      anchor->boundary = from.start;
      focus->boundary = to.end;
    }
  else
    {
      anchor->boundary = from.end;
      focus->boundary = to.start;
    }
}

/* Makes the selection what the drag says, once the texts at both ends are there; that may be after
 * the button went up. */
void
sme_document_view_update_drag (SmeDocumentView *self)
{
  SmeTextSpot anchor, focus;

  if (!self->dragging || !find_spot (self, &self->drag_start, &anchor) ||
      !find_spot (self, &self->drag_end, &focus))
    return;

  widen (self, &anchor, &focus);
  select_spots (self, &anchor, &focus);
  if (!self->drag_ended)
    return;
  self->dragging = FALSE;
  if (sme_document_view_has_selection (self))
    sme_document_view_copy (self, gtk_widget_get_primary_clipboard (GTK_WIDGET (self)));
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_gesture_get_device (gesture);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
select_around (SmeDocumentView *self, const SmePagePlace *place)
{
  SmeTextSpot spot, end;
  SmeTextRange range;

  if (!find_spot (self, place, &spot))
    return;
  range = get_unit (self, &spot, self->select_unit);
  end = (SmeTextSpot){ spot.page, range.end };
  spot.boundary = range.start;
  select_spots (self, &spot, &end);
}

/* Shift and a click: from where the selection began to here. */
static void
extend_selection (SmeDocumentView *self, const SmePagePlace *place)
{
  SmeTextSpot anchor = self->anchor;
  SmeTextSpot focus;

  if (find_spot (self, place, &focus))
    select_spots (self, &anchor, &focus);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  SmePagePlace place;
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  sme_document_view_forget_link (self);
  if (self->layout == NULL || is_touch (GTK_GESTURE (gesture)))
    return;

  sme_document_view_get_place (self, x, y, &place);
  self->select_unit = (guint) CLAMP (n_press, 1, 3);
  if ((state & GDK_SHIFT_MASK) != 0 && sme_document_view_has_selection (self))
    extend_selection (self, &place);
  else if (n_press == 1)
    sme_document_view_clear_selection (self);
  else if (n_press <= 3)
    select_around (self, &place);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;

  /* A finger scrolls. */
  if (self->layout == NULL || is_touch (GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  sme_document_view_get_place (self, x, y, &self->drag_start);
}

/* The text under the pointer may be selected next. */
static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  SmePagePlace place;

  if (self->layout == NULL)
    return;
  sme_document_view_get_place (self, x, y, &place);
  sme_document_view_ensure_text (self, place.page);
}

/* How far a point is outside of a stretch from 0 to @length. */
static double
get_excess (double value, double length)
{
  return value < 0 ? value : MAX (value - length, 0);
}

static gboolean
on_drag_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);
  double x = get_excess (self->drag_x, gtk_widget_get_width (widget));
  double y = get_excess (self->drag_y, gtk_widget_get_height (widget));

  if (!self->dragging || self->drag_ended || (x == 0 && y == 0))
    {
      self->drag_tick = 0;
      return G_SOURCE_REMOVE;
    }
  sme_document_view_scroll_by (self, GTK_ORIENTATION_HORIZONTAL, x * EDGE_SPEED);
  sme_document_view_scroll_by (self, GTK_ORIENTATION_VERTICAL, y * EDGE_SPEED);
  sme_document_view_get_place (self, self->drag_x, self->drag_y, &self->drag_end);
  sme_document_view_update_drag (self);
  return G_SOURCE_CONTINUE;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  double x, y;

  if (self->layout == NULL || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  self->dragging = TRUE;
  self->drag_ended = FALSE;
  self->drag_x = x + dx;
  self->drag_y = y + dy;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  sme_document_view_get_place (self, self->drag_x, self->drag_y, &self->drag_end);
  sme_document_view_update_drag (self);
  if (self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_drag_tick, NULL, NULL);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, gpointer user_data)
{
  SmeDocumentView *self = user_data;

  self->drag_ended = TRUE;
  sme_document_view_update_drag (self);
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GdkClipboard) clipboard = user_data;
  g_autofree char *text = sme_text_gatherer_gather_finish (SME_DOCUMENT (source), result, NULL);

  if (text != NULL)
    gdk_clipboard_set_text (clipboard, text);
}

void
sme_document_view_copy (SmeDocumentView *self, GdkClipboard *clipboard)
{
  SmeTextSpot from, to;

  g_return_if_fail (SME_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));

  if (!sme_document_view_has_selection (self))
    return;
  sme_document_view_get_selection_ends (self, &from, &to);
  sme_text_gatherer_gather_async (self->document, &from, &to, NULL, NULL, self->text_cancellable,
                                  on_gathered, g_object_ref (clipboard));
}

static void
on_copy_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_view_copy (SME_DOCUMENT_VIEW (widget), gtk_widget_get_clipboard (widget));
}

static void
on_select_all_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_view_select_all (SME_DOCUMENT_VIEW (widget));
}

void
sme_document_view_class_init_selection (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "view.copy", NULL, on_copy_activated);
  gtk_widget_class_install_action (klass, "view.select-all", NULL, on_select_all_activated);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "view.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "view.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "view.select-all", NULL);
}

void
sme_document_view_init_selection (SmeDocumentView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
}
