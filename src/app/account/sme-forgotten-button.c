/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-forgotten-button.h"

#include "app/account/sme-known-address.h"
#include "app/sme-page.h"
#include "client/sme-shop.h"

#include <glib/gi18n.h>

struct _SmeForgottenButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeForgottenButton, sme_forgotten_button, ADW_TYPE_BIN)

/* The code goes to the address that is known here. */
static void
on_clicked (SmeForgottenButton *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SME_TYPE_PAGE);
  SmeContext *context = page != NULL ? sme_page_get_context (SME_PAGE (page)) : NULL;
  SmeAccount *account =
    context != NULL ? sme_shop_get_account (sme_context_get_shop (context)) : NULL;

  if (account != NULL)
    sme_known_address_set (context, sme_record_get_text (SME_RECORD (account), "email"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", "reset-password");
}

static void
sme_forgotten_button_class_init (SmeForgottenButtonClass *klass)
{
}

static void
sme_forgotten_button_init (SmeForgottenButton *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Forgotten password?"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), button);
}

GtkWidget *
sme_forgotten_button_new (void)
{
  return g_object_new (SME_TYPE_FORGOTTEN_BUTTON, NULL);
}
