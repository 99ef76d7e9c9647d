/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-sign-button.h"

#include "app/sme-route.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmeSignButton
{
  AdwBin parent_instance;

  GtkWidget *button;
  char *route;
};

G_DEFINE_FINAL_TYPE (SmeSignButton, sme_sign_button, ADW_TYPE_BIN)

static void
on_clicked (SmeSignButton *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", self->route);
}

void
sme_sign_button_set_dossier (SmeSignButton *self, SmeDossier *dossier)
{
  SmeRecord *record = SME_RECORD (dossier);
  gboolean acceptance = sme_record_get_int (record, "kind") == SME_DOSSIER_ACCEPTANCE;

  g_return_if_fail (SME_IS_SIGN_BUTTON (self));
  g_free (self->route);
  self->route = sme_route_build ("sign-invited", sme_record_get_text (record, "id"), "purpose",
                                 acceptance ? "acceptance" : NULL, NULL);
  gtk_button_set_label (GTK_BUTTON (self->button),
                        acceptance ? _ ("Sign the acceptance record") : _ ("Sign the contract"));
  gtk_widget_set_visible (GTK_WIDGET (self), sme_record_get_int (record, "can_sign") != 0);
}

static void
sme_sign_button_finalize (GObject *object)
{
  g_free (SME_SIGN_BUTTON (object)->route);
  G_OBJECT_CLASS (sme_sign_button_parent_class)->finalize (object);
}

static void
sme_sign_button_class_init (SmeSignButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_sign_button_finalize;
}

static void
sme_sign_button_init (SmeSignButton *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
sme_sign_button_new (void)
{
  return g_object_new (SME_TYPE_SIGN_BUTTON, NULL);
}
