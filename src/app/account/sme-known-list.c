/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/account/sme-known-list.h"

#include "client/sme-known-accounts.h"

struct _SmeKnownList
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SmeKnownList, sme_known_list, ADW_TYPE_BIN)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = sme_record_get_text (item, "full_name");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sme_record_get_text (item, "email"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), adw_avatar_new (32, name, TRUE));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", sme_record_get_text (item, "id"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.switch-to");
  return row;
}

static void
on_items_changed (GListModel *known, guint position, guint removed, guint added, GtkWidget *self)
{
  gtk_widget_set_visible (self, g_list_model_get_n_items (known) > 0);
}

static void
sme_known_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_KNOWN_LIST);
  G_OBJECT_CLASS (sme_known_list_parent_class)->dispose (object);
}

static void
sme_known_list_class_init (SmeKnownListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_known_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-known-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeKnownList, list);
}

static void
sme_known_list_init (SmeKnownList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_known_list_new (void)
{
  return g_object_new (SME_TYPE_KNOWN_LIST, NULL);
}

void
sme_known_list_set_context (SmeKnownList *self, SmeContext *context)
{
  SmeKnownAccounts *accounts = sme_context_get_known_accounts (context);
  GListModel *known;

  g_return_if_fail (SME_IS_KNOWN_LIST (self));
  if (accounts == NULL)
    return;
  known = sme_known_accounts_get_list (accounts);
  gtk_list_box_bind_model (self->list, known, make_row, NULL, NULL);
  g_signal_connect_object (known, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  on_items_changed (known, 0, 0, 0, GTK_WIDGET (self));
}
