/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sme-search-capture.h"

#include "app/sme-typing-run.h"

struct _SmeSearchCapture
{
  GtkSearchEntry *entry;
  GtkWidget *widget; /* borrowed, only handed on */
  GtkWidget *root;
  GtkEventController *keys;
  GtkEventController *pointer;
  SmeTypingRun run;
  guint release_source;
};

static void
use (SmeSearchCapture *self, GtkWidget *widget)
{
  if (gtk_search_entry_get_key_capture_widget (self->entry) != widget)
    gtk_search_entry_set_key_capture_widget (self->entry, widget);
}

static gboolean
on_release_due (gpointer data)
{
  SmeSearchCapture *self = data;

  self->release_source = 0;
  use (self, self->run.of_entry ? NULL : self->widget);
  return G_SOURCE_REMOVE;
}

static gboolean
is_in_other_entry (SmeSearchCapture *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  /* What was taken away while it had the keyboard is said to have it for a while yet. */
  return focus != NULL && GTK_IS_EDITABLE (focus) && gtk_widget_get_mapped (focus) &&
         !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->entry));
}

/* Before the search entry is offered the same key. Its controller may be added to those that take
 * the key just now, but not taken away; the entry with the keyboard comes before it anyway. */
static gboolean
on_key_pressed (GtkEventController *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                gpointer data)
{
  SmeSearchCapture *self = data;
  guint32 time_ms = gtk_event_controller_get_current_event_time (controller);

  if (sme_typing_run_note (&self->run, keyval, time_ms, is_in_other_entry (self)))
    use (self, self->widget);
  else if (self->release_source == 0)
    self->release_source = g_idle_add_full (G_PRIORITY_HIGH, on_release_due, self, NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
on_pointer_pressed (SmeSearchCapture *self)
{
  sme_typing_run_end (&self->run);
  use (self, self->widget);
}

SmeSearchCapture *
sme_search_capture_new (GtkSearchEntry *entry)
{
  SmeSearchCapture *self = g_new0 (SmeSearchCapture, 1);

  self->entry = entry;
  return self;
}

/* The root may be gone, and its controllers with it: they are ours as well. */
static void
release (SmeSearchCapture *self, GtkEventController **controller)
{
  if (*controller == NULL)
    return;
  g_signal_handlers_disconnect_by_data (*controller, self);
  g_clear_object (controller);
}

void
sme_search_capture_free (SmeSearchCapture *self)
{
  g_clear_handle_id (&self->release_source, g_source_remove);
  release (self, &self->keys);
  release (self, &self->pointer);
  gtk_search_entry_set_key_capture_widget (self->entry, NULL);
  g_free (self);
}

void
sme_search_capture_watch (SmeSearchCapture *self, GtkWidget *root)
{
  g_return_if_fail (self->root == NULL);

  self->root = root;
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (root, g_object_ref (self->keys));
  self->pointer = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->pointer), 0);
  gtk_event_controller_set_propagation_phase (self->pointer, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->pointer, "pressed", G_CALLBACK (on_pointer_pressed), self);
  gtk_widget_add_controller (root, g_object_ref (self->pointer));
}

void
sme_search_capture_set_widget (SmeSearchCapture *self, GtkWidget *widget)
{
  self->widget = widget;
  use (self, self->run.of_entry ? NULL : widget);
}
