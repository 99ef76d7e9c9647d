/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-holding-row.h"

#include "app/account/sme-consent-text.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

static char *
describe (SmeRecord *holding)
{
  const char *ground =
    sme_data_ground_text ((SmeDataGround) sme_record_get_int (holding, "ground"));
  const char *law = sme_record_get_text (holding, "law");
  g_autofree char *until = sme_format_date ((int) sme_record_get_int (holding, "keep_until"));
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: %s is a reason like "because you agreed". */
  g_string_append_printf (text, _ ("Held %s"), ground);
  if (sme_record_has (holding, "keep_until"))
    {
      g_string_append (text, "\n");
      /* Translators: %s is a date. */
      g_string_append_printf (text, _ ("Kept until %s"), until);
    }
  if (law != NULL)
    g_string_append_printf (text, "\n%s", law);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
lead_to (GtkWidget *row, const char *route)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
}

GtkWidget *
sme_holding_row_new (SmeDataHolding *holding, gboolean opens)
{
  SmeRecord *record = SME_RECORD (holding);
  SmeDataKind kind = (SmeDataKind) sme_record_get_int (record, "kind");
  const char *route = sme_data_kind_route (kind);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = sme_format_number (sme_record_get_int (record, "count"));
  g_autofree char *text = describe (record);
  GtkWidget *count = gtk_label_new (number);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sme_data_kind_text (kind));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "sme-numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  if (opens && route != NULL)
    lead_to (row, route);
  return row;
}
