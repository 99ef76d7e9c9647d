/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What pages ask of the window, and of the desktop. */
#include "app/sme-error-text.h"
#include "app/sme-page.h"

#include <glib/gi18n.h>

#define HOTLINE_URI "tel:18001260"
#define HOTLINE "1800 1260"

static void
on_hotline_shown (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePage) page = data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), HOTLINE);
  sme_page_toast (page, _ ("No program makes calls here: 1800 1260 (free) was copied"));
}

void
sme_page_call_hotline (SmePage *self)
{
  gtk_show_uri_full (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), HOTLINE_URI,
                     GDK_CURRENT_TIME, sme_page_get_cancellable (self), on_hotline_shown,
                     g_object_ref (self));
}

void
sme_page_open (SmePage *self, const char *route)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", route);
}

void
sme_page_replace (SmePage *self, const char *route)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.replace", "s", route);
}

void
sme_page_toast (SmePage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

void
sme_page_toast_error (SmePage *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  text = sme_error_text_summarize (error);
  sme_page_toast (self, text);
}
