/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-shortcuts.h"

#include <glib/gi18n.h>

#define ENTRY_CHARS 16

static const char *const words[] = { N_ ("Shortcuts"), N_ ("Search Results") };

/* GTK's is forty letters wide, which large letters make wider than a small window. */
static void
narrow_entry (GtkWidget *entry)
{
  g_object_set (entry, "placeholder-text", _ ("Search Shortcuts"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
}

static void
translate (GtkWidget *widget)
{
  if (GTK_IS_SEARCH_ENTRY (widget))
    narrow_entry (widget);
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

  if (overlay == NULL)
    return;
  translate (gtk_window_get_titlebar (GTK_WINDOW (overlay)));
  translate (GTK_WIDGET (overlay));
}
