/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-signature-pad-gestures.h"

/* A gesture follows one sequence of one device at a time, so it is itself the owner of a stroke. */

/* Surface coordinates, in which events and their history come, to ours. */
static void
from_surface (SmeSignaturePad *self, double *x, double *y)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double dx, dy;

  gtk_native_get_surface_transform (native, &dx, &dy);
  gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), *x - dx, *y - dy, x, y);
}

static SmeInkSource
event_source (GdkEvent *event)
{
  if (gdk_event_get_device_tool (event) != NULL)
    return SME_INK_SOURCE_PEN;
  return gdk_event_get_event_sequence (event) != NULL ? SME_INK_SOURCE_TOUCH : SME_INK_SOURCE_MOUSE;
}

/* The points that GTK merged into @event; one event comes per frame, devices are faster. */
static void
feed_history (SmeSignaturePad *self, GtkGesture *gesture, GdkEvent *event)
{
  g_autofree GdkTimeCoord *history = NULL;
  guint n = 0;

  history = gdk_event_get_history (event, &n);
  for (guint i = 0; i < n; i++)
    {
      double x = history[i].axes[GDK_AXIS_X], y = history[i].axes[GDK_AXIS_Y];
      gboolean pressed = (history[i].flags & GDK_AXIS_FLAG_PRESSURE) != 0;

      from_surface (self, &x, &y);
      sme_signature_pad_feed (self, SME_SIGNATURE_PAD_MOVE, gesture, event_source (event), x, y,
                              history[i].time, pressed ? history[i].axes[GDK_AXIS_PRESSURE] : -1);
    }
}

static gboolean
feed_event (SmeSignaturePad *self, GtkGesture *gesture, SmeSignaturePadPhase phase, GdkEvent *event)
{
  double x, y, pressure;

  if (!gdk_event_get_position (event, &x, &y))
    return FALSE;
  from_surface (self, &x, &y);
  if (gdk_event_get_device_tool (event) == NULL ||
      !gdk_event_get_axis (event, GDK_AXIS_PRESSURE, &pressure))
    pressure = -1;
  return sme_signature_pad_feed (self, phase, gesture, event_source (event), x, y,
                                 gdk_event_get_time (event), pressure);
}

static GdkEvent *
current_event (GtkGesture *gesture)
{
  return gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
}

static void
begin (SmeSignaturePad *self, GtkGesture *gesture, GdkEvent *event)
{
  gboolean taken = feed_event (self, gesture, SME_SIGNATURE_PAD_DOWN, event);

  gtk_gesture_set_state (gesture, taken ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (taken)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
move (SmeSignaturePad *self, GtkGesture *gesture, GdkEvent *event)
{
  feed_history (self, gesture, event);
  feed_event (self, gesture, SME_SIGNATURE_PAD_MOVE, event);
}

static void
end (SmeSignaturePad *self, GtkGesture *gesture)
{
  sme_signature_pad_feed (self, SME_SIGNATURE_PAD_UP, gesture, SME_INK_SOURCE_MOUSE, 0, 0,
                          GDK_CURRENT_TIME, -1);
}

/* Pens come through both gestures; the one for pens knows their pressure and when they hover. */
static gboolean
is_pen (GdkEvent *event)
{
  return gdk_event_get_device_tool (event) != NULL;
}

static void
on_drag_begin (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  GdkEvent *event = current_event (gesture);

  if (event != NULL && !is_pen (event))
    begin (self, gesture, event);
}

static void
on_drag_update (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  GdkEvent *event = current_event (gesture);

  if (event != NULL && !is_pen (event))
    move (self, gesture, event);
}

static void
on_drag_end (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  end (self, gesture);
}

static void
on_stylus_down (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  GdkDeviceTool *tool = gtk_gesture_stylus_get_device_tool (GTK_GESTURE_STYLUS (gesture));
  GdkEvent *event = current_event (gesture);

  if (event == NULL ||
      (tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
  else
    begin (self, gesture, event);
}

static void
on_stylus_motion (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  GdkEvent *event = current_event (gesture);

  if (event != NULL)
    move (self, gesture, event);
}

static void
on_stylus_up (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  end (self, gesture);
}

static void
on_stylus_proximity (GtkGesture *gesture, double x, double y, SmeSignaturePad *self)
{
  GdkEvent *event = current_event (gesture);

  if (event != NULL)
    feed_event (self, gesture, SME_SIGNATURE_PAD_HOVER, event);
}

/* The system took the stroke away: from a finger because it was a palm or a swipe, which leaves
 * nothing; from pen or mouse for reasons of its own, which costs nobody what was drawn. */
static void
on_cancel (GtkGesture *gesture, GdkEventSequence *sequence, SmeSignaturePad *self)
{
  if (sequence == NULL)
    end (self, gesture);
  else
    sme_signature_pad_feed (self, SME_SIGNATURE_PAD_CANCEL, gesture, SME_INK_SOURCE_TOUCH, 0, 0,
                            GDK_CURRENT_TIME, -1);
}

static void
add (SmeSignaturePad *self, GtkGesture *gesture)
{
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_TARGET);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "cancel", G_CALLBACK (on_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

void
sme_signature_pad_add_gestures (SmeSignaturePad *self)
{
  GtkGesture *stylus = gtk_gesture_stylus_new (), *drag = gtk_gesture_drag_new ();

  g_signal_connect (stylus, "down", G_CALLBACK (on_stylus_down), self);
  g_signal_connect (stylus, "motion", G_CALLBACK (on_stylus_motion), self);
  g_signal_connect (stylus, "up", G_CALLBACK (on_stylus_up), self);
  g_signal_connect (stylus, "proximity", G_CALLBACK (on_stylus_proximity), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  add (self, stylus);
  add (self, drag);
}
