/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can do to the view: actions, keys, wheel and pinch. */
#include "viewer/sme-document-view-private.h"

#include <math.h>

/* Logical pixels that an arrow key scrolls, and that two windowfuls have in common. */
#define LINE_STEP 48
#define OVERLAP 48

/* Pixels that two fingers move for one step of zooming. */
#define NOTCH_PIXELS 25.0

typedef enum
{
  MOVE_LINE,
  MOVE_WINDOW,
  MOVE_ALL,
} Move;

/* About the pointer where it is over the view, like the wheel; else, as from a button, about the
 * middle. */
static void
zoom_to (SmeDocumentView *self, double zoom)
{
  if (self->has_pointer)
    sme_document_view_zoom_at (self, zoom, self->pointer_x, self->pointer_y);
  else
    sme_document_view_set_zoom (self, zoom);
}

static void
on_zoom_in_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_to (SME_DOCUMENT_VIEW (widget), SME_DOCUMENT_VIEW (widget)->zoom * SME_ZOOM_STEP);
}

static void
on_zoom_out_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_to (SME_DOCUMENT_VIEW (widget), SME_DOCUMENT_VIEW (widget)->zoom / SME_ZOOM_STEP);
}

static void
on_zoom_normal_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  zoom_to (SME_DOCUMENT_VIEW (widget), 1);
}

static void
on_fit_width_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_view_set_fit_mode (SME_DOCUMENT_VIEW (widget), SME_FIT_WIDTH);
}

static void
on_fit_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_view_set_fit_mode (SME_DOCUMENT_VIEW (widget), SME_FIT_PAGE);
}

static void
on_next_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);

  sme_document_view_set_page (self, self->page + 1);
}

static void
on_previous_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);

  sme_document_view_set_page (self, MAX (self->page, 1) - 1);
}

static void
on_go_to_page_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_document_view_jump (SME_DOCUMENT_VIEW (widget), g_variant_get_uint32 (parameter), 0);
}

const char *const sme_document_view_action_names[] = {
  "view.zoom-in",
  "view.zoom-out",
  "view.zoom-normal",
  "view.fit-width",
  "view.fit-page",
  "view.next-page",
  "view.previous-page",
  "view.go-to-page",
  "view.back",
  "view.forward",
  "view.rotate-left",
  "view.rotate-right",
  NULL,
};

gboolean
sme_document_view_is_enabled (SmeDocumentView *self, const char *action_name)
{
  guint n_pages = sme_document_view_get_n_pages (self);

  if (g_str_equal (action_name, "view.zoom-in"))
    return n_pages > 0 && self->zoom < SME_ZOOM_MAX;
  if (g_str_equal (action_name, "view.zoom-out"))
    return n_pages > 0 && self->zoom > SME_ZOOM_MIN;
  if (g_str_equal (action_name, "view.next-page"))
    return self->page + 1 < n_pages;
  if (g_str_equal (action_name, "view.previous-page"))
    return self->page > 0;
  if (g_str_equal (action_name, "view.back"))
    return self->places_back->len > 0;
  if (g_str_equal (action_name, "view.forward"))
    return self->places_forward->len > 0;
  return n_pages > 0;
}

void
sme_document_view_update_actions (SmeDocumentView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (int i = 0; sme_document_view_action_names[i] != NULL; i++)
    {
      const char *name = sme_document_view_action_names[i];

      gtk_widget_action_set_enabled (widget, name, sme_document_view_is_enabled (self, name));
    }
  gtk_widget_action_set_enabled (widget, "view.select-all",
                                 sme_document_view_get_n_pages (self) > 0);
  gtk_widget_action_set_enabled (widget, "view.copy", sme_document_view_has_selection (self));
  g_signal_emit_by_name (self, "actions-changed");
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  SmeDocumentView *self = SME_DOCUMENT_VIEW (widget);
  int orientation, move, direction;
  double size;

  g_variant_get (arguments, "(iii)", &orientation, &move, &direction);
  size = orientation == GTK_ORIENTATION_HORIZONTAL ? gtk_widget_get_width (widget)
                                                   : gtk_widget_get_height (widget);
  if (move == MOVE_LINE)
    sme_document_view_scroll_by (self, orientation, direction * LINE_STEP);
  else if (move == MOVE_WINDOW)
    sme_document_view_scroll_by (self, orientation, direction * MAX (size - OVERLAP, LINE_STEP));
  else
    sme_document_view_scroll_by (self, orientation, direction * (double) G_MAXINT);
  return TRUE;
}

static void
bind_move (GtkWidgetClass *klass,
           guint key,
           GdkModifierType modifiers,
           GtkOrientation orientation,
           Move move,
           int direction)
{
  gtk_widget_class_add_binding (klass, key, modifiers, on_move_key, "(iii)", (int) orientation,
                                (int) move, direction);
}

static void
bind_moves (GtkWidgetClass *klass)
{
  GtkOrientation h = GTK_ORIENTATION_HORIZONTAL;
  GtkOrientation v = GTK_ORIENTATION_VERTICAL;

  bind_move (klass, GDK_KEY_Up, 0, v, MOVE_LINE, -1);
  bind_move (klass, GDK_KEY_KP_Up, 0, v, MOVE_LINE, -1);
  bind_move (klass, GDK_KEY_Down, 0, v, MOVE_LINE, 1);
  bind_move (klass, GDK_KEY_KP_Down, 0, v, MOVE_LINE, 1);
  bind_move (klass, GDK_KEY_Left, 0, h, MOVE_LINE, -1);
  bind_move (klass, GDK_KEY_KP_Left, 0, h, MOVE_LINE, -1);
  bind_move (klass, GDK_KEY_Right, 0, h, MOVE_LINE, 1);
  bind_move (klass, GDK_KEY_KP_Right, 0, h, MOVE_LINE, 1);
  bind_move (klass, GDK_KEY_Page_Up, 0, v, MOVE_WINDOW, -1);
  bind_move (klass, GDK_KEY_KP_Page_Up, 0, v, MOVE_WINDOW, -1);
  bind_move (klass, GDK_KEY_Page_Down, 0, v, MOVE_WINDOW, 1);
  bind_move (klass, GDK_KEY_KP_Page_Down, 0, v, MOVE_WINDOW, 1);
  bind_move (klass, GDK_KEY_space, 0, v, MOVE_WINDOW, 1);
  bind_move (klass, GDK_KEY_space, GDK_SHIFT_MASK, v, MOVE_WINDOW, -1);
  bind_move (klass, GDK_KEY_BackSpace, 0, v, MOVE_WINDOW, -1);
  for (int i = 0; i < 2; i++)
    {
      GdkModifierType modifiers = i == 0 ? 0 : GDK_CONTROL_MASK;

      bind_move (klass, GDK_KEY_Home, modifiers, v, MOVE_ALL, -1);
      bind_move (klass, GDK_KEY_KP_Home, modifiers, v, MOVE_ALL, -1);
      bind_move (klass, GDK_KEY_End, modifiers, v, MOVE_ALL, 1);
      bind_move (klass, GDK_KEY_KP_End, modifiers, v, MOVE_ALL, 1);
    }
}

const SmeViewKey sme_document_view_keys[] = {
  { GDK_KEY_plus, GDK_CONTROL_MASK, "view.zoom-in" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "view.zoom-in" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "view.zoom-in" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "view.zoom-out" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "view.zoom-out" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "view.zoom-normal" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "view.zoom-normal" },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "view.next-page" },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "view.previous-page" },
  { GDK_KEY_bracketleft, GDK_CONTROL_MASK, "view.back" },
  { GDK_KEY_bracketright, GDK_CONTROL_MASK, "view.forward" },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "view.rotate-left" },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "view.rotate-right" },
  { GDK_KEY_1, GDK_CONTROL_MASK, "view.fit-page" },
  { GDK_KEY_2, GDK_CONTROL_MASK, "view.fit-width" },
  { GDK_KEY_i, GDK_CONTROL_MASK, "view.dark" },
  { 0, 0, NULL },
};

void
sme_document_view_bind_keys (GtkWidgetClass *klass, const SmeViewKey *keys)
{
  for (; keys->action != NULL; keys++)
    gtk_widget_class_add_binding_action (klass, keys->key, keys->modifiers, keys->action, NULL);
}

double
sme_document_view_count_notches (GdkScrollUnit unit, double delta)
{
  return unit == GDK_SCROLL_UNIT_SURFACE ? delta / NOTCH_PIXELS : delta;
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  SmeDocumentView *self = user_data;
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || self->layout == NULL)
    return GDK_EVENT_PROPAGATE;
  dy = sme_document_view_count_notches (gtk_event_controller_scroll_get_unit (controller), dy);
  sme_document_view_zoom_at (self, self->zoom * pow (SME_ZOOM_STEP, -dy), self->pointer_x,
                             self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  SmeDocumentView *self = user_data;

  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
}

/* Touches have their centre, a touchpad the pointer. */
static void
get_centre (SmeDocumentView *self, GtkGesture *gesture, double *x, double *y)
{
  if (gtk_gesture_is_active (gesture) && gtk_gesture_get_bounding_box_center (gesture, x, y))
    return;
  *x = self->pointer_x;
  *y = self->pointer_y;
}

void
sme_document_view_begin_pinch (SmeDocumentView *self, double x, double y)
{
  self->pinch_zoom = self->zoom;
  self->pinch_x = x;
  self->pinch_y = y;
}

/* What was between the fingers stays there, also where both of them move on. */
void
sme_document_view_pinch (SmeDocumentView *self, double scale, double x, double y)
{
  if (self->layout == NULL)
    return;
  sme_document_view_scroll_by (self, GTK_ORIENTATION_HORIZONTAL, self->pinch_x - x);
  sme_document_view_scroll_by (self, GTK_ORIENTATION_VERTICAL, self->pinch_y - y);
  self->pinch_x = x;
  self->pinch_y = y;
  sme_document_view_zoom_at (self, self->pinch_zoom * scale, x, y);
}

static void
on_pointer_left (GtkEventControllerMotion *controller, gpointer user_data)
{
  SME_DOCUMENT_VIEW (user_data)->has_pointer = FALSE;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, gpointer user_data)
{
  double x, y;

  get_centre (user_data, gesture, &x, &y);
  sme_document_view_begin_pinch (user_data, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch_scale (GtkGestureZoom *gesture, double scale, gpointer user_data)
{
  double x, y;

  get_centre (user_data, GTK_GESTURE (gesture), &x, &y);
  sme_document_view_pinch (user_data, scale, x, y);
}

void
sme_document_view_class_init_input (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "view.zoom-in", NULL, on_zoom_in_activated);
  gtk_widget_class_install_action (klass, "view.zoom-out", NULL, on_zoom_out_activated);
  gtk_widget_class_install_action (klass, "view.zoom-normal", NULL, on_zoom_normal_activated);
  gtk_widget_class_install_action (klass, "view.fit-width", NULL, on_fit_width_activated);
  gtk_widget_class_install_action (klass, "view.fit-page", NULL, on_fit_page_activated);
  gtk_widget_class_install_action (klass, "view.next-page", NULL, on_next_page_activated);
  gtk_widget_class_install_action (klass, "view.previous-page", NULL, on_previous_page_activated);
  gtk_widget_class_install_action (klass, "view.go-to-page", "u", on_go_to_page_activated);
  bind_moves (klass);
  sme_document_view_bind_keys (klass, sme_document_view_keys);
}

void
sme_document_view_init_input (SmeDocumentView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  /* Before the scrolled window sees the wheel and the touch. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_pointer_left), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_scale), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
}
