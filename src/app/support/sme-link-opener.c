/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-link-opener.h"

#include "app/support/sme-link.h"

#include <glib/gi18n.h>

struct _SmeLinkOpener
{
  GObject parent_instance;

  GtkWindow *window; /* weak */
  SmeLinkShow show;
  gpointer data;
  char *waiting; /* route of a link that came while a dialog was open */
  guint source;
};

G_DEFINE_FINAL_TYPE (SmeLinkOpener, sme_link_opener, G_TYPE_OBJECT)

static void open_waiting (SmeLinkOpener *self);

/* A dialog is about the page below it, which stays in front until it is answered. */
static GtkWindow *
find_dialog (SmeLinkOpener *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (gtk_window_get_transient_for (at->data) == self->window &&
        gtk_window_get_modal (at->data) && gtk_widget_get_visible (at->data))
      return at->data;
  return NULL;
}

static gboolean
on_due (gpointer data)
{
  SmeLinkOpener *self = data;

  self->source = 0;
  open_waiting (self);
  return G_SOURCE_REMOVE;
}

/* What the answer does comes first. */
static void
on_dialog_gone (SmeLinkOpener *self)
{
  if (self->source == 0 && self->window != NULL)
    self->source = g_idle_add (on_due, self);
}

static void
open_waiting (SmeLinkOpener *self)
{
  GtkWindow *dialog = find_dialog (self);
  g_autofree char *route = NULL;

  if (dialog != NULL)
    {
      g_signal_connect_object (dialog, "unmap", G_CALLBACK (on_dialog_gone), self,
                               G_CONNECT_SWAPPED);
      return;
    }
  route = g_steal_pointer (&self->waiting);
  if (route != NULL)
    self->show (route, self->data);
}

static void
say (SmeLinkOpener *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "s", text);
}

static void
sme_link_opener_dispose (GObject *object)
{
  SmeLinkOpener *self = SME_LINK_OPENER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->window);
  g_clear_pointer (&self->waiting, g_free);
  G_OBJECT_CLASS (sme_link_opener_parent_class)->dispose (object);
}

static void
sme_link_opener_class_init (SmeLinkOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_link_opener_dispose;
}

static void
sme_link_opener_init (SmeLinkOpener *self)
{
}

SmeLinkOpener *
sme_link_opener_new (GtkWindow *window, SmeLinkShow show, gpointer data)
{
  SmeLinkOpener *self = g_object_new (SME_TYPE_LINK_OPENER, NULL);

  g_set_weak_pointer (&self->window, window);
  self->show = show;
  self->data = data;
  return self;
}

void
sme_link_opener_open (SmeLinkOpener *self, const char *uri)
{
  g_autofree char *link = g_strstrip (g_strdup (uri));
  g_autofree char *route = sme_link_to_route (link);

  g_return_if_fail (SME_IS_LINK_OPENER (self));
  if (route == NULL)
    {
      say (self, sme_link_explain (link));
      return;
    }
  if (find_dialog (self) != NULL)
    say (self, _ ("The link opens when you have answered the question"));
  g_free (self->waiting);
  self->waiting = g_steal_pointer (&route);
  open_waiting (self);
}
