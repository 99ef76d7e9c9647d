/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-toasts.h"

#include "app/sme-hotline-button.h"

#include <glib/gi18n.h>

/* libadwaita's toasts take 250 ms to come and as long to go. */
#define PAUSE_MS 400
#define STANDS_AFTER_US (300 * 1000)
/* Time to read it and to reach the button. */
#define HOTLINE_SECONDS 15

struct _SmeToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* owns us */
  GQueue waiting;           /* AdwToast */
  gboolean busy;            /* one is shown, or has just gone */
  gint64 shown_at;
  guint pause;
};

G_DEFINE_FINAL_TYPE (SmeToasts, sme_toasts, G_TYPE_OBJECT)

static void show_next (SmeToasts *self);

static gboolean
on_pause_over (gpointer data)
{
  SmeToasts *self = data;

  self->pause = 0;
  self->busy = FALSE;
  show_next (self);
  return G_SOURCE_REMOVE;
}

static void
on_dismissed (SmeToasts *self)
{
  if (self->pause == 0 && self->overlay != NULL)
    self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

static void
show_next (SmeToasts *self)
{
  AdwToast *toast = self->busy || self->overlay == NULL ? NULL : g_queue_pop_head (&self->waiting);

  if (toast == NULL)
    return;
  self->busy = TRUE;
  self->shown_at = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

static gboolean
on_escape (GtkWidget *overlay, GVariant *arguments, gpointer data)
{
  SmeToasts *self = data;

  return self->busy &&
         (self->pause != 0 || g_get_monotonic_time () - self->shown_at < STANDS_AFTER_US);
}

static void
sme_toasts_dispose (GObject *object)
{
  SmeToasts *self = SME_TOASTS (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_queue_clear_full (&self->waiting, g_object_unref);
  if (self->overlay != NULL)
    g_object_remove_weak_pointer (G_OBJECT (self->overlay), (gpointer *) &self->overlay);
  self->overlay = NULL;
  G_OBJECT_CLASS (sme_toasts_parent_class)->dispose (object);
}

static void
sme_toasts_class_init (SmeToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_toasts_dispose;
}

static void
sme_toasts_init (SmeToasts *self)
{
  g_queue_init (&self->waiting);
}

SmeToasts *
sme_toasts_new (AdwToastOverlay *overlay)
{
  SmeToasts *self = g_object_new (SME_TYPE_TOASTS, NULL);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  self->overlay = overlay;
  g_object_add_weak_pointer (G_OBJECT (overlay), (gpointer *) &self->overlay);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (on_escape, g_object_ref (self), g_object_unref)));
  gtk_widget_add_controller (GTK_WIDGET (overlay), controller);
  return self;
}

void
sme_toasts_add (SmeToasts *self, const char *text, gboolean kept)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (kept)
    adw_toast_set_timeout (toast, 0);
  if (sme_hotline_is_named (text))
    {
      adw_toast_set_button_label (toast, _ ("Call 1800 1260"));
      adw_toast_set_action_name (toast, "win.hotline");
      adw_toast_set_timeout (toast, HOTLINE_SECONDS);
    }
  g_queue_push_tail (&self->waiting, toast);
  show_next (self);
}

guint
sme_toasts_get_n_waiting (SmeToasts *self)
{
  return self->waiting.length;
}
