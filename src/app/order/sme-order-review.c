/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-review.h"

#include "app/order/sme-billing-default.h"
#include "app/order/sme-billing-form.h"
#include "app/order/sme-billing-keeper.h"
#include "app/order/sme-review-group.h"
#include "app/sme-error-text.h"
#include "client/sme-caller.h"
#include "core/sme-enums.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS
};

struct _SmeOrderReview
{
  AdwBin parent_instance;
  SmeContext *context;
  SmeOrder *order;
  GtkStack *stack;
  GtkBox *shown;
  SmeBillingForm *form;
  SmeBillingKeeper *keeper;
  GtkLabel *problem;
  GtkWidget *confirm;
  GCancellable *cancellable;
  gboolean editing;
  gboolean saving;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeOrderReview, sme_order_review, ADW_TYPE_BIN)

gboolean
sme_order_review_get_editing (SmeOrderReview *self)
{
  return self->editing;
}

/* (transfer full) (nullable) */
static SmeAccount *
get_account (SmeOrderReview *self)
{
  SmeAccount *account = NULL;

  g_object_get (sme_context_get_shop (self->context), "account", &account, NULL);
  return account;
}

static void
fill (SmeOrderReview *self)
{
  SmeRecord *order = SME_RECORD (self->order);
  SmeRecord *profile = sme_record_get_object (order, "profile");
  SmeRecord *billing = sme_record_get_object (order, "billing");
  g_autoptr (SmeAccount) account = get_account (self);
  g_autoptr (SmeRecord) guess = NULL;
  GtkWidget *child;

  if (profile == NULL || self->editing)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->shown))) != NULL)
    gtk_box_remove (self->shown, child);
  guess = SME_RECORD (sme_billing_default_make (
    SME_PROFILE (profile), account, sme_billing_default_get_kind (SME_PROFILE (profile))));
  if (billing == NULL)
    billing = guess;
  sme_review_group_append_invoice (self->shown, sme_record_get_object (billing, "invoice"));
  sme_review_group_append_customer (self->shown, profile);
  sme_review_group_append_contact (
    self->shown,
    sme_record_get_object (sme_record_has (billing, "contact") ? billing : guess, "contact"));
}

static void
set_editing (SmeOrderReview *self, gboolean editing)
{
  self->editing = editing;
  gtk_label_set_label (self->problem, "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_stack_set_visible_child_name (self->stack, editing ? "form" : "shown");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/* @billing: (nullable): what was typed before and is not confirmed */
static void
begin_editing (SmeOrderReview *self, SmeBilling *billing)
{
  SmeRecord *order = SME_RECORD (self->order);
  g_autoptr (SmeAccount) account = get_account (self);

  sme_billing_form_fill (self->form,
                         billing != NULL ? billing : sme_record_get_object (order, "billing"),
                         sme_record_get_object (order, "profile"), account);
  set_editing (self, TRUE);
}

static void
on_edit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeOrderReview *self = SME_ORDER_REVIEW (widget);

  begin_editing (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
on_form_edited (SmeOrderReview *self)
{
  g_autoptr (SmeBilling) billing = sme_billing_form_get_billing (self->form);

  sme_billing_keeper_keep (self->keeper, billing);
}

/* The program ended while it was typed: it goes on there. */
static void
on_kept_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeOrderReview) self = user_data;
  g_autoptr (SmeBilling) billing =
    sme_billing_keeper_load_finish (SME_BILLING_KEEPER (source), result, NULL);

  if (billing != NULL && self->order != NULL && !self->editing &&
      sme_record_has (SME_RECORD (self->order), "profile"))
    begin_editing (self, billing);
}

static void
on_cancel_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeOrderReview *self = SME_ORDER_REVIEW (widget);

  sme_billing_keeper_forget (self->keeper);
  set_editing (self, FALSE);
  fill (self);
}

static void
show_problem (SmeOrderReview *self, const GError *error)
{
  GPtrArray *errors = sme_problem_get_fields (error);
  g_autofree char *text = NULL;

  if (errors != NULL && sme_billing_form_take_errors (self->form, errors))
    return;
  text = sme_error_text_summarize (error);
  gtk_label_set_label (self->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeOrderReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->saving = FALSE;
  gtk_widget_set_sensitive (self->confirm, TRUE);
  if (order == NULL)
    {
      show_problem (self, error);
      return;
    }
  /* The live order is this one; where it is another, what it says is the same. */
  if (order != SME_RECORD (self->order))
    sme_record_update (SME_RECORD (self->order), order);
  sme_billing_keeper_forget (self->keeper);
  set_editing (self, FALSE);
  fill (self);
}

static void
on_confirm_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeOrderReview *self = SME_ORDER_REVIEW (widget);
  g_autoptr (SmeBilling) billing = NULL;

  if (self->saving || !sme_billing_form_check (self->form))
    return;
  billing = sme_billing_form_get_billing (self->form);
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->confirm, FALSE);
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_PUT_BILLING,
                         sme_record_get_text (SME_RECORD (self->order), "id"), NULL,
                         SME_RECORD (billing), self->cancellable, on_saved, g_object_ref (self));
}

static GtkWidget *
make_button (const char *label, const char *action, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

static GtkWidget *
make_form (SmeOrderReview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->form = SME_BILLING_FORM (sme_billing_form_new ());
  g_signal_connect_object (self->form, "edited", G_CALLBACK (on_form_edited), self,
                           G_CONNECT_SWAPPED);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  self->confirm = make_button (_ ("Confirm"), "review.confirm", "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), make_button (_ ("Cancel"), "review.cancel", NULL));
  gtk_box_append (GTK_BOX (buttons), self->confirm);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
sme_order_review_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SME_ORDER_REVIEW (object)->editing);
}

static void
sme_order_review_dispose (GObject *object)
{
  SmeOrderReview *self = SME_ORDER_REVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->keeper);
  g_clear_object (&self->order);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_order_review_parent_class)->dispose (object);
}

static void
sme_order_review_class_init (SmeOrderReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = sme_order_review_get_property;
  G_OBJECT_CLASS (klass)->dispose = sme_order_review_dispose;
  properties[PROP_EDITING] =
    g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "review.edit", NULL, on_edit_activated);
  gtk_widget_class_install_action (widget_class, "review.cancel", NULL, on_cancel_activated);
  gtk_widget_class_install_action (widget_class, "review.confirm", NULL, on_confirm_activated);
}

static void
sme_order_review_init (SmeOrderReview *self)
{
  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->shown = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->shown), "shown");
  gtk_stack_add_named (self->stack, make_form (self), "form");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
sme_order_review_new (SmeContext *context, SmeOrder *order)
{
  SmeOrderReview *self = g_object_new (SME_TYPE_ORDER_REVIEW, NULL);

  self->context = g_object_ref (context);
  self->order = g_object_ref (order);
  self->keeper = sme_billing_keeper_new (context, sme_record_get_text (SME_RECORD (order), "id"));
  g_signal_connect_object (order, "notify::profile", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (order, "notify::billing", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  set_editing (self, FALSE);
  fill (self);
  sme_billing_keeper_load_async (self->keeper, self->cancellable, on_kept_found,
                                 g_object_ref (self));
  return GTK_WIDGET (self);
}
