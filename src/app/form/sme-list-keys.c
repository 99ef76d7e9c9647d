/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-list-keys.h"

/* The ring is hidden after a press of the pointer, and a key that moves the focus shows it again;
 * what moves it here is not known to the window. */
static void
focus_with_ring (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_widget_grab_focus (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static GtkText *
get_text (GtkSearchEntry *search)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (search)));
}

static gboolean
on_search_key (GtkEventControllerKey *controller,
               guint key,
               guint code,
               GdkModifierType state,
               GtkListBox *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0);

  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || row == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (row)))
    return GDK_EVENT_PROPAGATE;
  focus_with_ring (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

/* Blanks are the list's own: they take the row. */
static gboolean
is_typing (guint key, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  return key == GDK_KEY_BackSpace || (letter != 0 && g_unichar_isgraph (letter));
}

static gboolean
on_list_key (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             GtkSearchEntry *search)
{
  GtkText *text = get_text (search);

  if (!is_typing (key, state))
    return GDK_EVENT_PROPAGATE;
  gtk_text_grab_focus_without_selecting (text);
  gtk_editable_set_position (GTK_EDITABLE (text), -1);
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

static gboolean
on_keynav_failed (GtkListBox *list, GtkDirectionType direction, GtkSearchEntry *search)
{
  if (direction != GTK_DIR_UP)
    return FALSE;
  focus_with_ring (GTK_WIDGET (search));
  return TRUE;
}

/* @capture: before the widget's own keys */
static void
watch (GtkWidget *widget, gboolean capture, GCallback callback, gpointer other)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, capture ? GTK_PHASE_CAPTURE : GTK_PHASE_BUBBLE);
  g_signal_connect_object (keys, "key-pressed", callback, other, 0);
  gtk_widget_add_controller (widget, keys);
}

void
sme_list_keys_join (GtkSearchEntry *search, GtkListBox *list)
{
  watch (GTK_WIDGET (search), TRUE, G_CALLBACK (on_search_key), list);
  watch (GTK_WIDGET (list), FALSE, G_CALLBACK (on_list_key), search);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_keynav_failed), search, 0);
}
