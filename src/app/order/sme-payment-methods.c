/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-payment-methods.h"

#include <glib/gi18n.h>

#define N_METHODS (SME_METHOD_NONE + 1)

struct _SmePaymentMethods
{
  AdwPreferencesGroup parent_instance;
  GtkCheckButton *buttons[N_METHODS]; /* NULL: not offered */
};

G_DEFINE_FINAL_TYPE (SmePaymentMethods, sme_payment_methods, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *name;
  const char *explanation;
} texts[N_METHODS] = {
  [SME_METHOD_VIETQR] = { N_ ("Bank transfer by VietQR"),
                          N_ ("Scan a code with the banking app, or copy the transfer.") },
  [SME_METHOD_GATEWAY] = { N_ ("Card or bank account"),
                           N_ ("Pay on the payment gateway's page in your browser; you come back "
                               "here by yourself.") },
  [SME_METHOD_NONE] = { N_ ("No payment"), N_ ("This plan costs 0 đồng; nothing has to be paid.") },
};

static AdwActionRow *
add_row (SmePaymentMethods *self, SmePaymentMethod method)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (texts[method].name));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (texts[method].explanation));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return ADW_ACTION_ROW (row);
}

static void
add_choice (SmePaymentMethods *self, SmePaymentMethod method)
{
  AdwActionRow *row = add_row (self, method);
  GtkWidget *button = gtk_check_button_new ();

  self->buttons[method] = GTK_CHECK_BUTTON (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (texts[method].name), -1);
  adw_action_row_add_prefix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

static void
sme_payment_methods_class_init (SmePaymentMethodsClass *klass)
{
}

static void
sme_payment_methods_init (SmePaymentMethods *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Payment method"));
}

GtkWidget *
sme_payment_methods_new (gint64 total)
{
  SmePaymentMethods *self = g_object_new (SME_TYPE_PAYMENT_METHODS, NULL);

  if (total == 0)
    {
      add_row (self, SME_METHOD_NONE);
      return GTK_WIDGET (self);
    }
  add_choice (self, SME_METHOD_VIETQR);
  add_choice (self, SME_METHOD_GATEWAY);
  gtk_check_button_set_group (self->buttons[SME_METHOD_GATEWAY], self->buttons[SME_METHOD_VIETQR]);
  gtk_check_button_set_active (self->buttons[SME_METHOD_VIETQR], TRUE);
  return GTK_WIDGET (self);
}

SmePaymentMethod
sme_payment_methods_get (SmePaymentMethods *self)
{
  for (int i = 0; i < N_METHODS; i++)
    if (self->buttons[i] != NULL && gtk_check_button_get_active (self->buttons[i]))
      return (SmePaymentMethod) i;
  return SME_METHOD_NONE;
}

void
sme_payment_methods_set (SmePaymentMethods *self, SmePaymentMethod method)
{
  if (self->buttons[method] != NULL)
    gtk_check_button_set_active (self->buttons[method], TRUE);
}
