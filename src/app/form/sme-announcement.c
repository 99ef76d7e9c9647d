/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/form/sme-announcement.h"

#include <glib/gi18n.h>

#define WAITING "sme-announcement-waiting"
#define OWN "sme-announcement-own"
#define SAID "sme-announcement-said"

/* What is to be said in a window. */
typedef struct
{
  GtkRoot *root; /* owns us */
  char *first;
  guint n;
  guint idle;
} Waiting;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  g_clear_handle_id (&waiting->idle, g_source_remove);
  g_free (waiting->first);
  g_free (waiting);
}

static Waiting *
get_waiting (GtkRoot *root)
{
  Waiting *waiting = g_object_get_data (G_OBJECT (root), WAITING);

  if (waiting == NULL)
    {
      waiting = g_new0 (Waiting, 1);
      waiting->root = root;
      g_object_set_data_full (G_OBJECT (root), WAITING, waiting, waiting_free);
    }
  return waiting;
}

/* ---- In the description, where GTK has no better way */

static void
apply (GtkWidget *widget)
{
  const char *own = g_object_get_data (G_OBJECT (widget), OWN);
  const char *said = g_object_get_data (G_OBJECT (widget), SAID);
  g_autofree char *both = said != NULL && own != NULL && own[0] != '\0'
                            ? g_strconcat (said, " ", own, NULL)
                            : g_strdup (said != NULL ? said : own);

  if (both != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    both, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
sme_announcement_describe (GtkWidget *widget, const char *description)
{
  g_object_set_data_full (G_OBJECT (widget), OWN, g_strdup (description), g_free);
  apply (widget);
}

#if GTK_CHECK_VERSION(4, 14, 0)
static void
speak (GtkRoot *root, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (root), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
#else
static void
on_focus_moved (GtkRoot *root, GParamSpec *pspec, gpointer widget)
{
  g_signal_handlers_disconnect_by_func (root, on_focus_moved, widget);
  g_object_set_data (widget, SAID, NULL);
  apply (widget);
}

static void
speak (GtkRoot *root, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  /* The text of an entry is no widget to a screen reader; the entry is. */
  if (GTK_IS_TEXT (focus))
    focus = gtk_widget_get_parent (focus);
  if (focus == NULL)
    return;
  if (g_object_get_data (G_OBJECT (focus), SAID) == NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), focus, 0);
  g_object_set_data_full (G_OBJECT (focus), SAID, g_strdup (text), g_free);
  apply (focus);
}
#endif

/* ---- What is said */

static gboolean
on_idle (gpointer data)
{
  Waiting *waiting = data;
  g_autofree char *first = g_steal_pointer (&waiting->first);
  guint n = waiting->n;
  g_autofree char *many =
    /* Translators: fields of a form whose messages have come together. */
    g_strdup_printf (ngettext ("%u field has a message.", "%u fields have messages.", n), n);

  waiting->idle = 0;
  waiting->n = 0;
  speak (waiting->root, n > 1 ? many : first);
  return G_SOURCE_REMOVE;
}

void
sme_announcement_say (GtkWidget *about, const char *name, const char *text)
{
  GtkRoot *root = gtk_widget_get_root (about);
  Waiting *waiting;

  if (root == NULL || !gtk_widget_get_mapped (about))
    return;
  waiting = get_waiting (root);
  if (waiting->n++ == 0)
    waiting->first = g_strdup_printf ("%s: %s", name, text);
  if (waiting->idle == 0)
    waiting->idle = g_idle_add (on_idle, waiting);
}
