/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-joint-review.h"

#include "app/order/sme-billing-editor.h"
#include "app/order/sme-joint-parts.h"
#include "app/order/sme-review-group.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-account.h"
#include "core/sme-joint-billing.h"
#include "core/sme-people-orders.h"

#include <glib/gi18n.h>

/* Of what differs; more is not read at once by anybody. */
#define MOST_ROWS 10

enum
{
  PROP_0,
  PROP_EDITING,
  N_PROPS
};

struct _SmeJointReview
{
  AdwBin parent_instance;
  SmeContext *context;
  GPtrArray *orders;
  GtkStack *stack;
  GtkBox *shown;
  SmeBillingEditor *editor;
  SmeBilling *found; /* typed before, when there are no orders yet */
  GCancellable *cancellable;
  gboolean editing;
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SmeJointReview, sme_joint_review, ADW_TYPE_BIN)

gboolean
sme_joint_review_get_editing (SmeJointReview *self)
{
  return self->editing;
}

static AdwPreferencesGroup *
add_group (SmeJointReview *self, const char *title)
{
  AdwPreferencesGroup *group =
    sme_review_group_new (title, "review.edit", _ ("Edit invoice and contact of all orders"));

  gtk_box_append (self->shown, GTK_WIDGET (group));
  return group;
}

/* ---- What they have */

/* What several orders have each, and which of them. */
static void
add_different (AdwPreferencesGroup *group, GPtrArray *parts)
{
  for (guint i = 0; i < parts->len && i < MOST_ROWS; i++)
    {
      SmeJointPart *part = g_ptr_array_index (parts, i);
      g_autofree char *text = sme_joint_part_describe (part);
      g_autofree char *orders = g_strjoinv (", ", (char **) part->orders->pdata);

      sme_review_group_add (group, orders, text);
    }
  if (parts->len > MOST_ROWS)
    {
      guint more = parts->len - MOST_ROWS;
      g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      sme_review_group_add (group, text, " ");
    }
  adw_preferences_group_set_description (
    group, _ ("The orders differ. “Edit information” gives all of them the same."));
}

static void
add_invoices (SmeJointReview *self, SmeAccount *account)
{
  g_autoptr (GPtrArray) parts = sme_joint_parts_list (self->orders, "invoice", account);
  SmeJointPart *first = g_ptr_array_index (parts, 0);

  if (parts->len == 1)
    sme_review_group_append_invoice (self->shown, first->record);
  else
    add_different (add_group (self, _ ("Invoice information")), parts);
}

static void
add_contacts (SmeJointReview *self, SmeAccount *account)
{
  g_autoptr (GPtrArray) parts = sme_joint_parts_list (self->orders, "contact", account);
  SmeJointPart *first = g_ptr_array_index (parts, 0);

  if (parts->len == 1)
    sme_review_group_append_contact (self->shown, first->record);
  else
    add_different (add_group (self, _ ("Contact person")), parts);
}

/* (transfer full) (nullable) */
static SmeAccount *
get_account (SmeJointReview *self)
{
  SmeAccount *account = NULL;

  g_object_get (sme_context_get_shop (self->context), "account", &account, NULL);
  return account;
}

static void
fill (SmeJointReview *self)
{
  g_autoptr (SmeAccount) account = NULL;
  GtkWidget *child;

  if (self->editing)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->shown))) != NULL)
    gtk_box_remove (self->shown, child);
  gtk_widget_set_visible (GTK_WIDGET (self), self->orders->len > 0);
  if (self->orders->len == 0)
    return;
  account = get_account (self);
  add_invoices (self, account);
  add_contacts (self, account);
}

/* ---- Editing */

static void
set_editing (SmeJointReview *self, gboolean editing)
{
  self->editing = editing;
  gtk_stack_set_visible_child_name (self->stack, editing ? "form" : "shown");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITING]);
}

/* @billing: (nullable): what was typed before and is not confirmed */
static void
begin_editing (SmeJointReview *self, SmeBilling *billing)
{
  g_autoptr (SmeAccount) account = get_account (self);
  g_autoptr (SmeBilling) proposal =
    billing != NULL ? g_object_ref (billing) : sme_joint_parts_propose (self->orders, account);
  SmeRecord *order = g_ptr_array_index (self->orders, 0);

  sme_billing_editor_begin (self->editor, proposal, sme_record_get_object (order, "profile"),
                            account);
  set_editing (self, TRUE);
}

static void
on_edit_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmeJointReview *self = SME_JOINT_REVIEW (widget);

  if (self->orders->len == 0)
    return;
  begin_editing (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static void
go_on_typing (SmeJointReview *self)
{
  g_autoptr (SmeBilling) billing = NULL;

  if (self->found == NULL || self->orders->len == 0 || self->editing)
    return;
  billing = g_steal_pointer (&self->found);
  begin_editing (self, billing);
}

/* The program ended while it was typed: it goes on there. */
static void
on_found (SmeJointReview *self, SmeBilling *billing)
{
  g_set_object (&self->found, billing);
  go_on_typing (self);
}

static void
on_cancelled (SmeJointReview *self)
{
  set_editing (self, FALSE);
  fill (self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeJointReview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    {
      sme_billing_editor_refuse (self->editor, error);
      return;
    }
  sme_joint_parts_update (self->orders, sme_record_get_list (answer, "orders"));
  sme_billing_editor_finish (self->editor);
  set_editing (self, FALSE);
  fill (self);
}

/* For all or none: it is one call. */
static void
on_confirmed (SmeJointReview *self, SmeBilling *billing)
{
  g_autoptr (SmeRecord) request = SME_RECORD (sme_joint_billing_new ());
  g_auto (GStrv) ids = sme_joint_parts_list_ids (self->orders);

  sme_record_set_texts (request, "order_ids", (const char *const *) ids);
  sme_record_set_object (request, "invoice",
                         sme_record_get_object (SME_RECORD (billing), "invoice"));
  sme_record_set_object (request, "contact",
                         sme_record_get_object (SME_RECORD (billing), "contact"));
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (self->context)),
                         SME_OP_PUT_JOINT_BILLING, NULL, NULL, request, self->cancellable, on_saved,
                         g_object_ref (self));
}

void
sme_joint_review_set_orders (SmeJointReview *self, GPtrArray *orders)
{
  g_return_if_fail (SME_IS_JOINT_REVIEW (self));

  g_ptr_array_set_size (self->orders, 0);
  for (guint i = 0; i < orders->len; i++)
    if (sme_record_has (g_ptr_array_index (orders, i), "profile"))
      g_ptr_array_add (self->orders, g_object_ref (g_ptr_array_index (orders, i)));
  fill (self);
  go_on_typing (self);
}

static void
sme_joint_review_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, SME_JOINT_REVIEW (object)->editing);
}

static void
sme_joint_review_dispose (GObject *object)
{
  SmeJointReview *self = SME_JOINT_REVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->found);
  g_ptr_array_set_size (self->orders, 0);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_joint_review_parent_class)->dispose (object);
}

static void
sme_joint_review_finalize (GObject *object)
{
  g_ptr_array_unref (SME_JOINT_REVIEW (object)->orders);
  G_OBJECT_CLASS (sme_joint_review_parent_class)->finalize (object);
}

static void
sme_joint_review_class_init (SmeJointReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_joint_review_get_property;
  object_class->dispose = sme_joint_review_dispose;
  object_class->finalize = sme_joint_review_finalize;
  properties[PROP_EDITING] =
    g_param_spec_boolean ("editing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "review.edit", NULL,
                                   on_edit_activated);
}

static void
sme_joint_review_init (SmeJointReview *self)
{
  self->cancellable = g_cancellable_new ();
  self->orders = g_ptr_array_new_with_free_func (g_object_unref);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  self->shown = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->shown), "shown");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
sme_joint_review_new (SmeContext *context)
{
  SmeJointReview *self = g_object_new (SME_TYPE_JOINT_REVIEW, NULL);
  /* Whichever orders it is for: it is what all of them shall get. */
  GtkWidget *editor = sme_billing_editor_new (context, "joint");

  self->context = g_object_ref (context);
  self->editor = SME_BILLING_EDITOR (editor);
  g_signal_connect_object (editor, "found", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "confirmed", G_CALLBACK (on_confirmed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "cancelled", G_CALLBACK (on_cancelled), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, editor, "form");
  set_editing (self, FALSE);
  return GTK_WIDGET (self);
}
