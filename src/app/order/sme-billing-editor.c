/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-billing-editor.h"

#include "app/order/sme-billing-form.h"
#include "app/order/sme-billing-keeper.h"
#include "app/sme-error-text.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeBillingEditor
{
  AdwBin parent_instance;
  SmeBillingForm *form;
  SmeBillingKeeper *keeper;
  GtkLabel *problem;
  GCancellable *cancellable;
};

enum
{
  FOUND,
  CONFIRMED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeBillingEditor, sme_billing_editor, ADW_TYPE_BIN)

static void
set_problem (SmeBillingEditor *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
set_sending (SmeBillingEditor *self, gboolean sending)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "billing.confirm", !sending);
}

void
sme_billing_editor_begin (SmeBillingEditor *self,
                          SmeBilling *billing,
                          SmeProfile *profile,
                          SmeAccount *account)
{
  g_return_if_fail (SME_IS_BILLING_EDITOR (self));

  set_problem (self, NULL);
  sme_billing_form_fill (self->form, billing, profile, account);
}

void
sme_billing_editor_finish (SmeBillingEditor *self)
{
  g_return_if_fail (SME_IS_BILLING_EDITOR (self));

  set_sending (self, FALSE);
  sme_billing_keeper_forget (self->keeper);
}

void
sme_billing_editor_refuse (SmeBillingEditor *self, const GError *error)
{
  GPtrArray *errors = sme_problem_get_fields (error);
  g_autofree char *text = NULL;

  g_return_if_fail (SME_IS_BILLING_EDITOR (self));

  set_sending (self, FALSE);
  if (errors != NULL && sme_billing_form_take_errors (self->form, errors))
    return;
  text = sme_error_text_summarize (error);
  set_problem (self, text);
}

static void
on_form_edited (SmeBillingEditor *self)
{
  g_autoptr (SmeBilling) billing = sme_billing_form_get_billing (self->form);

  sme_billing_keeper_keep (self->keeper, billing);
}

static void
on_kept_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeBillingEditor) self = user_data;
  g_autoptr (SmeBilling) billing =
    sme_billing_keeper_load_finish (SME_BILLING_KEEPER (source), result, NULL);

  if (billing != NULL && !g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[FOUND], 0, billing);
}

static void
on_cancel_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeBillingEditor *self = SME_BILLING_EDITOR (widget);

  sme_billing_keeper_forget (self->keeper);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
on_confirm_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeBillingEditor *self = SME_BILLING_EDITOR (widget);
  g_autoptr (SmeBilling) billing = NULL;

  if (!sme_billing_form_check (self->form))
    return;
  billing = sme_billing_form_get_billing (self->form);
  set_problem (self, NULL);
  set_sending (self, TRUE);
  g_signal_emit (self, signals[CONFIRMED], 0, billing);
}

static void
sme_billing_editor_dispose (GObject *object)
{
  SmeBillingEditor *self = SME_BILLING_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  G_OBJECT_CLASS (sme_billing_editor_parent_class)->dispose (object);
}

static void
sme_billing_editor_class_init (SmeBillingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_billing_editor_dispose;
  gtk_widget_class_install_action (widget_class, "billing.cancel", NULL, on_cancel_activated);
  gtk_widget_class_install_action (widget_class, "billing.confirm", NULL, on_confirm_activated);
  signals[FOUND] = g_signal_new ("found", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, SME_TYPE_BILLING);
  signals[CONFIRMED] = g_signal_new ("confirmed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, SME_TYPE_BILLING);
  signals[CANCELLED] =
    g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
sme_billing_editor_init (SmeBillingEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *confirm = make_button (_ ("Confirm"), "billing.confirm");

  self->cancellable = g_cancellable_new ();
  self->form = SME_BILLING_FORM (sme_billing_form_new ());
  g_signal_connect_object (self->form, "edited", G_CALLBACK (on_form_edited), self,
                           G_CONNECT_SWAPPED);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  gtk_widget_add_css_class (confirm, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Cancel"), "billing.cancel"));
  gtk_box_append (GTK_BOX (buttons), confirm);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), buttons);
  set_problem (self, NULL);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sme_billing_editor_new (SmeContext *context, const char *name)
{
  SmeBillingEditor *self = g_object_new (SME_TYPE_BILLING_EDITOR, NULL);

  self->keeper = sme_billing_keeper_new (context, name);
  sme_billing_keeper_load_async (self->keeper, self->cancellable, on_kept_found,
                                 g_object_ref (self));
  return GTK_WIDGET (self);
}
