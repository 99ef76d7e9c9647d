/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-addon-list.h"

#include "base/sme-format.h"

#include <glib/gi18n.h>

struct _SmeAddonList
{
  AdwBin parent_instance;

  GPtrArray *checks; /* GtkCheckButton of the optional add-ons; their id is "sme-addon" */
};

static guint signal_changed;

G_DEFINE_FINAL_TYPE (SmeAddonList, sme_addon_list, ADW_TYPE_BIN)

static void
on_toggled (SmeAddonList *self)
{
  g_signal_emit (self, signal_changed, 0);
}

static void
sme_addon_list_finalize (GObject *object)
{
  g_ptr_array_unref (SME_ADDON_LIST (object)->checks);
  G_OBJECT_CLASS (sme_addon_list_parent_class)->finalize (object);
}

static void
sme_addon_list_class_init (SmeAddonListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_addon_list_finalize;
  signal_changed = g_signal_new ("changed", SME_TYPE_ADDON_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
sme_addon_list_init (SmeAddonList *self)
{
  self->checks = g_ptr_array_new ();
}

static char *
describe_price (SmeRecord *addon)
{
  g_autofree char *money = sme_format_money (sme_record_get_int (addon, "price"));

  return sme_record_get_int (addon, "required") != 0
           /* Translators: %s is a price */
           ? g_strdup_printf (_ ("%s once per order, required"), money)
           /* Translators: %s is a price */
           : g_strdup_printf (_ ("%s once per order"), money);
}

static GtkWidget *
make_check (SmeAddonList *self, SmeRecord *addon, const char *price)
{
  gboolean required = sme_record_get_int (addon, "required") != 0;
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sme_record_get_text (addon, "name"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, price, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), required);
  gtk_widget_set_sensitive (check, !required);
  if (required)
    return check;
  g_object_set_data_full (G_OBJECT (check), "sme-addon",
                          g_strdup (sme_record_get_text (addon, "id")), g_free);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return check;
}

static void
add_addon (SmeAddonList *self, AdwPreferencesGroup *group, SmeRecord *addon)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *price = describe_price (addon);
  GtkWidget *check = make_check (self, addon, price);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sme_record_get_text (addon, "name"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), price);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (group, row);
}

GtkWidget *
sme_addon_list_new (SmePlan *plan)
{
  SmeAddonList *self = g_object_new (SME_TYPE_ADDON_LIST, NULL);
  GListModel *addons = sme_record_get_list (SME_RECORD (plan), "addons");
  guint n = addons != NULL ? g_list_model_get_n_items (addons) : 0;
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Add-ons"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) addon = g_list_model_get_item (addons, i);

      add_addon (self, ADW_PREFERENCES_GROUP (group), addon);
    }
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  return GTK_WIDGET (self);
}

GStrv
sme_addon_list_dup_chosen (SmeAddonList *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (SME_IS_ADDON_LIST (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->checks->len; i++)
    {
      GObject *check = g_ptr_array_index (self->checks, i);

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
        continue;
      g_strv_builder_add (builder, g_object_get_data (check, "sme-addon"));
      any = TRUE;
    }
  return any ? g_strv_builder_end (builder) : NULL;
}

void
sme_addon_list_choose (SmeAddonList *self, const char *const *ids)
{
  g_return_if_fail (SME_IS_ADDON_LIST (self));

  for (guint i = 0; i < self->checks->len; i++)
    {
      GObject *check = g_ptr_array_index (self->checks, i);
      const char *id = g_object_get_data (check, "sme-addon");

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                   ids != NULL && g_strv_contains (ids, id));
    }
}
