/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the pane, and when it takes the keyboard. */
#include "viewer/sme-document-pane-private.h"

#include "viewer/sme-document-view-private.h"

/* Logical pixels that two windowfuls have in common. */
#define OVERLAP 48

static const SmeViewKey pane_keys[] = {
  { GDK_KEY_f, GDK_CONTROL_MASK, "document.find" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "document.find-next" },
  { GDK_KEY_F3, 0, "document.find-next" },
  { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "document.find-previous" },
  { GDK_KEY_F3, GDK_SHIFT_MASK, "document.find-previous" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "document.save" },
  { GDK_KEY_p, GDK_CONTROL_MASK, "document.print" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "document.text-mode" },
  { GDK_KEY_l, GDK_CONTROL_MASK, "document.enter-page" },
  { GDK_KEY_F4, 0, "document.sidebar" },
  { GDK_KEY_Return, GDK_ALT_MASK, "document.properties" },
  { 0, 0, NULL },
};

/* These move in the pages from any button; a list or text that has the focus takes them first. */
static const SmeViewKey moving_keys[] = {
  { GDK_KEY_Page_Down, 0, NULL },
  { GDK_KEY_KP_Page_Down, 0, NULL },
  { GDK_KEY_Page_Up, 0, NULL },
  { GDK_KEY_KP_Page_Up, 0, NULL },
};

static gboolean
takes_text (GtkWidget *focus)
{
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static GtkWidget *
get_focus (SmeDocumentPane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  const char *action = user_data;

  return gtk_widget_get_mapped (widget) && SME_DOCUMENT_PANE (widget)->document != NULL &&
         gtk_widget_activate_action (widget, action, NULL);
}

/* A windowful up (-1) or down (1), with some lines in common. */
static void
scroll_window (GtkWidget *shown, int direction)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (shown));
  double step = MAX (gtk_adjustment_get_page_size (adjustment) - OVERLAP, OVERLAP);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + direction * step);
}

/* Before the window's own key, which may be the same (Ctrl+F). */
static gboolean
on_early_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = get_focus (SME_DOCUMENT_PANE (widget));

  if (focus != NULL && (takes_text (focus) || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return on_key (widget, arguments, user_data);
}

static gboolean
on_moving_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  SmeDocumentPane *self = SME_DOCUMENT_PANE (widget);
  GtkWidget *shown = self->text_mode ? GTK_WIDGET (self->text_view) : GTK_WIDGET (self->view);
  GtkWidget *focus = get_focus (self);

  if (!gtk_widget_get_mapped (shown) || focus == shown || (focus != NULL && takes_text (focus)))
    return FALSE;
  scroll_window (shown, GPOINTER_TO_INT (user_data));
  return TRUE;
}

static void
add (GtkShortcutController *controller,
     const SmeViewKey *key,
     GtkShortcutFunc func,
     gpointer user_data)
{
  gtk_shortcut_controller_add_shortcut (
    controller, gtk_shortcut_new (gtk_keyval_trigger_new (key->key, key->modifiers),
                                  gtk_callback_action_new (func, user_data, NULL)));
}

static void
add_all (GtkShortcutController *controller, const SmeViewKey *keys, GtkShortcutFunc func)
{
  for (; keys->action != NULL; keys++)
    add (controller, keys, func, (gpointer) keys->action);
}

static GtkShortcutController *
add_controller (SmeDocumentPane *self, GtkPropagationPhase phase, GtkShortcutFunc func)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_event_controller_set_propagation_phase (controller, phase);
  gtk_shortcut_controller_set_scope (keys, GTK_SHORTCUT_SCOPE_GLOBAL);
  add_all (keys, pane_keys, func);
  add_all (keys, sme_document_view_keys, func);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  return keys;
}

void
sme_document_pane_class_init_keys (GtkWidgetClass *klass)
{
  sme_document_view_bind_keys (klass, pane_keys);
  sme_document_view_bind_keys (klass, sme_document_view_keys);
}

void
sme_document_pane_init_keys (SmeDocumentPane *self)
{
  GtkShortcutController *keys = add_controller (self, GTK_PHASE_BUBBLE, on_key);

  add_controller (self, GTK_PHASE_CAPTURE, on_early_key);
  for (gsize i = 0; i < G_N_ELEMENTS (moving_keys); i++)
    add (keys, &moving_keys[i], on_moving_key, GINT_TO_POINTER (i < 2 ? 1 : -1));
}

void
sme_document_pane_note_focus (SmeDocumentPane *self)
{
  self->was_mapped = gtk_widget_get_mapped (GTK_WIDGET (self));
  self->focus_before = get_focus (self);
}

void
sme_document_pane_take_focus (SmeDocumentPane *self)
{
  GtkWidget *focus = get_focus (self);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) &&
      (takes_text (focus) || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
       (self->was_mapped && focus != self->focus_before)))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
