/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/sme-toasts.h"

#include "app/sme-hotline-button.h"

#include <glib/gi18n.h>

/* libadwaita's toasts take 250 ms to come and as long to go. */
#define PAUSE_MS 400
#define STANDS_AFTER_US (300 * 1000)
#define KEPT_AT_LEAST_US (8 * G_USEC_PER_SEC)
/* Time to read it and to reach the button. */
#define HOTLINE_SECONDS 15

/* What stands beside the words: margins, paddings, the close button. */
#define CHROME_WIDTH 120
#define BUTTON_PADDING 12
#define MAX_WIDTH_CHARS 60
#define MIN_WIDTH_CHARS 12

typedef struct
{
  AdwToast *toast;
  guint page; /* to which it belongs; 0: not settled yet */
  gboolean kept;
} Entry;

struct _SmeToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* owns us */
  GQueue waiting;           /* Entry */
  Entry *shown;             /* NULL between two */
  gboolean busy;            /* one is shown, or has just gone */
  gint64 shown_at;
  guint pause;
  guint page; /* number of the page in front, from 1 */
  guint settling;
  guint going; /* the one that is shown goes as soon as it stands */
};

G_DEFINE_FINAL_TYPE (SmeToasts, sme_toasts, G_TYPE_OBJECT)

static void show_next (SmeToasts *self);

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->toast);
  g_free (entry);
}

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
  g_clear_handle_id (&self->going, g_source_remove);
  g_clear_pointer (&self->shown, entry_free);
  if (self->pause == 0 && self->overlay != NULL)
    self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

static int
measure (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* As wide as the window allows, and in as many lines as it takes: AdwToast's own title is cut. How
 * wide a letter is to GtkLabel depends on font and language, so it is asked. */
static void
fit_title (SmeToasts *self, AdwToast *toast)
{
  GtkWidget *label = adw_toast_get_custom_title (toast);
  int room = gtk_widget_get_width (GTK_WIDGET (self->overlay)) - CHROME_WIDTH;

  if (adw_toast_get_button_label (toast) != NULL)
    {
      GtkWidget *button = gtk_button_new_with_label (adw_toast_get_button_label (toast));

      g_object_ref_sink (button);
      room -= measure (button) + BUTTON_PADDING;
      g_object_unref (button);
    }
  for (int chars = MAX_WIDTH_CHARS; chars >= MIN_WIDTH_CHARS; chars--)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (label), chars);
      if (room <= 0 || measure (label) <= room)
        break;
    }
}

static void
show_next (SmeToasts *self)
{
  Entry *entry = self->busy || self->overlay == NULL ? NULL : g_queue_pop_head (&self->waiting);

  if (entry == NULL)
    return;
  self->busy = TRUE;
  self->shown = entry;
  self->shown_at = g_get_monotonic_time ();
  fit_title (self, entry->toast);
  g_signal_connect_object (entry->toast, "dismissed", G_CALLBACK (on_dismissed), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (entry->toast));
}

static gboolean
on_settling (gpointer data)
{
  SmeToasts *self = data;

  self->settling = 0;
  if (self->shown != NULL && self->shown->page == 0)
    self->shown->page = self->page;
  for (GList *at = self->waiting.head; at != NULL; at = at->next)
    if (((Entry *) at->data)->page == 0)
      ((Entry *) at->data)->page = self->page;
  return G_SOURCE_REMOVE;
}

static gboolean
is_stale (SmeToasts *self, Entry *entry)
{
  return !entry->kept && entry->page != 0 && entry->page != self->page;
}

static gboolean
on_standing (gpointer data)
{
  SmeToasts *self = data;

  self->going = 0;
  if (self->shown != NULL)
    adw_toast_dismiss (self->shown->toast);
  return G_SOURCE_REMOVE;
}

/* Not before it was there for @least microseconds. */
static void
drop_shown (SmeToasts *self, gint64 least)
{
  gint64 left = self->shown_at + least - g_get_monotonic_time ();

  if (self->going == 0)
    self->going = g_timeout_add (left > 0 ? (guint) (left / 1000) + 1 : 0, on_standing, self);
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
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_handle_id (&self->going, g_source_remove);
  g_queue_clear_full (&self->waiting, entry_free);
  g_clear_pointer (&self->shown, entry_free);
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
  self->page = 1;
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

/* What stays until it is dismissed would otherwise keep every answer back. */
static void
give_way (SmeToasts *self)
{
  if (self->shown != NULL && self->shown->kept && !g_queue_is_empty (&self->waiting))
    drop_shown (self, KEPT_AT_LEAST_US);
}

static AdwToast *
make_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  if (sme_hotline_is_named (text))
    {
      adw_toast_set_button_label (toast, _ ("Call 1800 1260"));
      adw_toast_set_action_name (toast, "win.hotline");
      adw_toast_set_timeout (toast, HOTLINE_SECONDS);
    }
  return toast;
}

void
sme_toasts_add (SmeToasts *self, const char *text, gboolean kept)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->toast = make_toast (text);
  entry->kept = kept;
  if (kept)
    adw_toast_set_timeout (entry->toast, 0);
  g_queue_push_tail (&self->waiting, entry);
  /* What has been started by the same event, and its effects, is done when the loop is idle. */
  if (self->settling == 0)
    self->settling = g_idle_add (on_settling, self);
  show_next (self);
  give_way (self);
}

void
sme_toasts_turn_page (SmeToasts *self)
{
  self->page++;
  for (GList *at = self->waiting.head, *next; at != NULL; at = next)
    {
      next = at->next;
      if (is_stale (self, at->data))
        {
          entry_free (at->data);
          g_queue_delete_link (&self->waiting, at);
        }
    }
  if (self->shown != NULL && is_stale (self, self->shown))
    drop_shown (self, STANDS_AFTER_US);
}

guint
sme_toasts_get_n_waiting (SmeToasts *self)
{
  return self->waiting.length;
}
