/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/support/sme-link-dialog.h"

#include "app/support/sme-link.h"

#include <glib/gi18n.h>

/* Of the dialog, with which it goes. */
typedef struct
{
  SmeWindow *window; /* outlives the dialog, which is its transient */
  GtkEditable *entry;
  GtkLabel *reason;
} Asking;

static char *
get_link (Asking *asking)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));
}

static void
on_changed (AdwMessageDialog *dialog)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *link = get_link (asking);
  g_autofree char *route = sme_link_to_route (link);

  adw_message_dialog_set_response_enabled (dialog, "open", route != NULL);
  gtk_label_set_label (asking->reason,
                       *link == '\0' || route != NULL ? "" : sme_link_explain (link));
}

static void
on_response (AdwMessageDialog *dialog, const char *response)
{
  Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autofree char *link = get_link (asking);

  if (!g_str_equal (response, "open"))
    return;
  /* Or the link would wait for this dialog. */
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
  sme_window_open_link (asking->window, link);
}

static GtkWidget *
make_content (AdwMessageDialog *dialog, Asking *asking)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *reason = gtk_label_new ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Link"));
  g_signal_connect_swapped (row, "entry-activated", G_CALLBACK (gtk_widget_activate_default), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), dialog);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_widget_add_css_class (reason, "error");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), reason);
  asking->entry = GTK_EDITABLE (row);
  asking->reason = GTK_LABEL (reason);
  return box;
}

void
sme_link_dialog_present (SmeWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (window), _ ("Open link"),
    _ ("Paste an address of onesme.vn or a link from an e-mail of OneSME or VNPT eContract."));
  AdwMessageDialog *asked = ADW_MESSAGE_DIALOG (dialog);
  Asking *asking = g_new0 (Asking, 1);

  asking->window = window;
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, g_free);
  adw_message_dialog_set_extra_child (asked, make_content (asked, asking));
  adw_message_dialog_add_responses (asked, "cancel", _ ("Cancel"), "open", _ ("Open link"), NULL);
  adw_message_dialog_set_response_appearance (asked, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asked, "open");
  adw_message_dialog_set_close_response (asked, "cancel");
  adw_message_dialog_set_response_enabled (asked, "open", FALSE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
