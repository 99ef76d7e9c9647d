/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-review.h"

#include "app/order/sme-billing-editor.h"
#include "app/order/sme-review-group.h"
#include "client/sme-caller.h"
#include "core/sme-billing-default.h"

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
  SmeBillingEditor *editor;
  GCancellable *cancellable;
  gboolean editing;
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
  gtk_stack_set_visible_child_name (self->stack, editing ? "form" : "shown");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/* @billing: (nullable): what was typed before and is not confirmed */
static void
begin_editing (SmeOrderReview *self, SmeBilling *billing)
{
  SmeRecord *order = SME_RECORD (self->order);
  g_autoptr (SmeAccount) account = get_account (self);

  sme_billing_editor_begin (self->editor,
                            billing != NULL ? billing : sme_record_get_object (order, "billing"),
                            sme_record_get_object (order, "profile"), account);
  set_editing (self, TRUE);
}

static void
on_edit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeOrderReview *self = SME_ORDER_REVIEW (widget);

  begin_editing (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

/* The program ended while it was typed: it goes on there. */
static void
on_found (SmeOrderReview *self, SmeBilling *billing)
{
  if (!self->editing && sme_record_has (SME_RECORD (self->order), "profile"))
    begin_editing (self, billing);
}

static void
on_cancelled (SmeOrderReview *self)
{
  set_editing (self, FALSE);
  fill (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeOrderReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      sme_billing_editor_refuse (self->editor, error);
      return;
    }
  /* The live order is this one; where it is another, what it says is the same. */
  if (order != SME_RECORD (self->order))
    sme_record_update (SME_RECORD (self->order), order);
  sme_billing_editor_finish (self->editor);
  set_editing (self, FALSE);
  fill (self);
}

static void
on_confirmed (SmeOrderReview *self, SmeBilling *billing)
{
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)), SME_OP_PUT_BILLING,
                         sme_record_get_text (SME_RECORD (self->order), "id"), NULL,
                         SME_RECORD (billing), self->cancellable, on_saved, g_object_ref (self));
}

static void
add_editor (SmeOrderReview *self)
{
  GtkWidget *editor =
    sme_billing_editor_new (self->context, sme_record_get_text (SME_RECORD (self->order), "id"));

  self->editor = SME_BILLING_EDITOR (editor);
  g_signal_connect_object (editor, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "confirmed", G_CALLBACK (on_confirmed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "cancelled", G_CALLBACK (on_cancelled), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, editor, "form");
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
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
sme_order_review_new (SmeContext *context, SmeOrder *order)
{
  SmeOrderReview *self = g_object_new (SME_TYPE_ORDER_REVIEW, NULL);

  self->context = g_object_ref (context);
  self->order = g_object_ref (order);
  add_editor (self);
  g_signal_connect_object (order, "notify::profile", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (order, "notify::billing", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  set_editing (self, FALSE);
  fill (self);
  return GTK_WIDGET (self);
}
