/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-waiting-strip.h"

#include <glib/gi18n.h>

struct _SmeWaitingStrip
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *list_box;

  SmeWaiting *waiting;
};

G_DEFINE_FINAL_TYPE (SmeWaitingStrip, sme_waiting_strip, ADW_TYPE_BIN)

static GtkWidget *
make_button (SmeWaitingItem *item)
{
  GtkWidget *button = gtk_button_new_with_label (sme_waiting_item_get_label (item));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", sme_waiting_item_get_label (item),
                                             sme_waiting_item_get_subtitle (item));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    sme_waiting_item_get_route (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return button;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_button (item);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sme_waiting_item_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sme_waiting_item_get_subtitle (item));
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), sme_waiting_item_get_icon_name (item));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (SmeWaitingStrip *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (G_LIST_MODEL (self->waiting)) > 0);
}

static void
sme_waiting_strip_dispose (GObject *object)
{
  SmeWaitingStrip *self = SME_WAITING_STRIP (object);

  if (self->waiting != NULL)
    {
      gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
      g_signal_handlers_disconnect_by_data (self->waiting, self);
    }
  g_clear_object (&self->waiting);
  G_OBJECT_CLASS (sme_waiting_strip_parent_class)->dispose (object);
}

static void
sme_waiting_strip_class_init (SmeWaitingStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_waiting_strip_dispose;
}

static void
sme_waiting_strip_init (SmeWaitingStrip *self)
{
  GtkWidget *list_box = gtk_list_box_new ();

  self->list_box = GTK_LIST_BOX (list_box);
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list_box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Waiting for you"), -1);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Waiting for you"));
  adw_preferences_group_add (self->group, list_box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_waiting_strip_new (void)
{
  return g_object_new (SME_TYPE_WAITING_STRIP, NULL);
}

void
sme_waiting_strip_set_waiting (SmeWaitingStrip *self, SmeWaiting *waiting)
{
  g_return_if_fail (self->waiting == NULL);
  self->waiting = g_object_ref (waiting);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (waiting), make_row, NULL, NULL);
  g_signal_connect_swapped (waiting, "items-changed", G_CALLBACK (update), self);
  update (self);
}
