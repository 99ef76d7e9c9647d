/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-kept-button.h"

#include "app/lookup/sme-lookup-shelf.h"

#include <glib/gi18n.h>

struct _SmeKeptButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeKeptButton, sme_kept_button, ADW_TYPE_BIN)

static void
on_kept_changed (SmeKeptButton *self, guint position, guint removed, guint added, GListModel *kept)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (kept) > 0);
}

void
sme_kept_button_set_context (SmeKeptButton *self, SmeContext *context)
{
  GListModel *kept;

  g_return_if_fail (SME_IS_KEPT_BUTTON (self) && SME_IS_CONTEXT (context));
  kept = sme_lookup_shelf_get_dossiers (sme_lookup_shelf_get (context));
  g_signal_connect_object (kept, "items-changed", G_CALLBACK (on_kept_changed), self,
                           G_CONNECT_SWAPPED);
  on_kept_changed (self, 0, 0, 0, kept);
}

static void
sme_kept_button_class_init (SmeKeptButtonClass *klass)
{
}

static void
sme_kept_button_init (SmeKeptButton *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Contracts kept on this computer"));

  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "kept");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_kept_button_new (void)
{
  return g_object_new (SME_TYPE_KEPT_BUTTON, NULL);
}
