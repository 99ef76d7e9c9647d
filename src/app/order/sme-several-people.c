/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-several-people.h"

#include <adwaita.h>
#include <glib/gi18n.h>

GtkWidget *
sme_several_people_new (const char *order_id)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Order for several people…"));
  g_autofree char *route = g_strconcat ("people:", order_id, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Several people?"));
  adw_action_row_set_subtitle (
    ADW_ACTION_ROW (row),
    _ ("Fill in the organisation and its head office below, and give the people as a table."));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return group;
}
