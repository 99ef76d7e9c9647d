/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-shortcuts.h"

#include <glib/gi18n.h>

static const char *const words[] = { N_ ("Shortcuts"), N_ ("Search Results") };

static void
translate (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), words[i]))
        gtk_label_set_label (GTK_LABEL (widget), _ (words[i]));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    translate (child);
}

void
sme_shortcuts_translate (GtkApplicationWindow *window)
{
  GtkShortcutsWindow *overlay = gtk_application_window_get_help_overlay (window);

  if (overlay != NULL)
    translate (gtk_window_get_titlebar (GTK_WINDOW (overlay)));
}
