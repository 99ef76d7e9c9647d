/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-order-coupon.h"

#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "app/order/sme-joint-parts.h"
#include "app/sme-error-text.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-coupon-entry.h"
#include "core/sme-joint-coupon.h"
#include "core/sme-people-orders.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_LENGTH 32
/* What a refusal says of one of several. */
#define ORDERS "/order_ids/"

struct _SmeOrderCoupon
{
  AdwBin parent_instance;
  SmeContext *context;
  GPtrArray *orders; /* SmeOrder */
  gboolean joint;    /* of several, with one call */
  GtkStack *stack;
  SmeFieldRow *entry;
  AdwActionRow *applied;
  GCancellable *cancellable;
  gboolean sending;
};

G_DEFINE_FINAL_TYPE (SmeOrderCoupon, sme_order_coupon, ADW_TYPE_BIN)

static void
fill (SmeOrderCoupon *self)
{
  g_autofree char *coupon = sme_joint_parts_name_coupons (self->orders);
  g_autofree char *title = NULL, *price = NULL;

  gtk_stack_set_visible_child_name (self->stack, coupon != NULL ? "applied" : "entry");
  if (coupon == NULL)
    return;
  /* Translators: %s is the code of a coupon */
  title = g_strdup_printf (_ ("Coupon %s"), coupon);
  price = sme_joint_parts_describe_price (self->orders);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->applied), title);
  adw_action_row_set_subtitle (self->applied, price);
}

static void
set_sending (SmeOrderCoupon *self, gboolean sending)
{
  self->sending = sending;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coupon.apply", !sending);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coupon.remove", !sending);
}

/* "Order 12726: the order is below the least sum ...": of several it is one. */
static char *
describe_field (SmeOrderCoupon *self, SmeRecord *field)
{
  const char *pointer = sme_record_get_text (field, "pointer");
  g_autofree char *text = sme_reason_dup_field_text (field), *order = NULL;
  guint64 i;

  if (!g_str_has_prefix (pointer, ORDERS) ||
      !g_ascii_string_to_unsigned (pointer + strlen (ORDERS), 10, 0, self->orders->len - 1, &i,
                                   NULL))
    return g_steal_pointer (&text);
  order = g_strdup_printf (_ ("Order %s"),
                           sme_record_get_text (g_ptr_array_index (self->orders, i), "number"));
  return g_strdup_printf ("%s: %s", order, text);
}

static char *
describe (SmeOrderCoupon *self, const GError *error)
{
  GPtrArray *fields = error->domain == SME_PROBLEM ? sme_problem_get_fields (error) : NULL;

  if (fields != NULL && fields->len > 0)
    return describe_field (self, g_ptr_array_index (fields, 0));
  return sme_error_text_summarize (error);
}

/* At the field, or below the coupon that could not be taken off. */
static void
show_problem (SmeOrderCoupon *self, const GError *error)
{
  g_autofree char *text = describe (self, error);

  sme_field_row_set_error (self->entry, text);
  adw_action_row_set_subtitle (self->applied, text);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "entry") == 0)
    sme_field_row_focus (self->entry);
}

static void
take_prices (SmeOrderCoupon *self, SmeRecord *answer)
{
  g_autoptr (GListStore) one = NULL;

  if (self->joint)
    {
      sme_joint_parts_update (self->orders, sme_record_get_list (answer, "orders"));
      return;
    }
  one = g_list_store_new (SME_TYPE_RECORD);
  g_list_store_append (one, answer);
  sme_joint_parts_update (self->orders, G_LIST_MODEL (one));
}

static void
on_priced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmeOrderCoupon) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_sending (self, FALSE);
  if (answer == NULL)
    {
      show_problem (self, error);
      return;
    }
  sme_field_row_set_text (self->entry, "");
  take_prices (self, answer);
  fill (self);
  /* What had the focus is gone. */
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* @coupon: NULL takes off the one that it has */
static void
send (SmeOrderCoupon *self, const char *coupon)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (self->context));
  g_autoptr (SmeRecord) request =
    self->joint ? SME_RECORD (sme_joint_coupon_new ()) : SME_RECORD (sme_coupon_entry_new ());
  g_auto (GStrv) ids = sme_joint_parts_list_ids (self->orders);

  if (coupon != NULL)
    sme_record_set_text (request, "coupon", coupon);
  if (self->joint)
    sme_record_set_texts (request, "order_ids", (const char *const *) ids);
  set_sending (self, TRUE);
  sme_caller_send_async (shop, self->joint ? SME_OP_PUT_JOINT_COUPON : SME_OP_PUT_COUPON,
                         self->joint ? NULL : ids[0], NULL, request, self->cancellable, on_priced,
                         g_object_ref (self));
}

static void
apply (SmeOrderCoupon *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (sme_field_row_get_text (self->entry)));

  if (self->sending)
    return;
  if (*typed == '\0')
    {
      sme_field_row_set_error (self->entry, sme_reason_text ("required"));
      sme_field_row_focus (self->entry);
      return;
    }
  send (self, typed);
}

static void
on_apply_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  apply (SME_ORDER_COUPON (widget));
}

static void
on_remove_activated (GtkWidget *widget, const char *name, GVariant *parameter)
{
  send (SME_ORDER_COUPON (widget), NULL);
}

static void
on_edited (SmeOrderCoupon *self)
{
  sme_field_row_set_error (self->entry, NULL);
}

/* @label: for those who do not see where it stands */
static GtkWidget *
make_button (const char *text, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_entry (SmeOrderCoupon *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = make_button (_ ("Apply"), _ ("Apply the coupon"), "coupon.apply");

  self->entry = SME_FIELD_ROW (sme_field_row_new (_ ("Coupon"), FALSE));
  g_object_set (self->entry, "max-length", MAX_LENGTH, NULL);
  g_signal_connect_object (self->entry, "activated", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->entry));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
make_applied (SmeOrderCoupon *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = make_button (_ ("Remove"), _ ("Remove the coupon"), "coupon.remove");

  self->applied = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->applied), FALSE);
  adw_action_row_set_subtitle_lines (self->applied, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (self->applied, button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->applied));
  return group;
}

static void
sme_order_coupon_dispose (GObject *object)
{
  SmeOrderCoupon *self = SME_ORDER_COUPON (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->orders, 0);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_order_coupon_parent_class)->dispose (object);
}

static void
sme_order_coupon_finalize (GObject *object)
{
  g_ptr_array_unref (SME_ORDER_COUPON (object)->orders);
  G_OBJECT_CLASS (sme_order_coupon_parent_class)->finalize (object);
}

static void
sme_order_coupon_class_init (SmeOrderCouponClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_order_coupon_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_order_coupon_finalize;
  gtk_widget_class_install_action (widget_class, "coupon.apply", NULL, on_apply_activated);
  gtk_widget_class_install_action (widget_class, "coupon.remove", NULL, on_remove_activated);
}

static void
sme_order_coupon_init (SmeOrderCoupon *self)
{
  self->cancellable = g_cancellable_new ();
  self->orders = g_ptr_array_new_with_free_func (g_object_unref);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_entry (self), "entry");
  gtk_stack_add_named (self->stack, make_applied (self), "applied");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
sme_order_coupon_new (SmeContext *context, SmeOrder *order)
{
  SmeOrderCoupon *self = g_object_new (SME_TYPE_ORDER_COUPON, NULL);

  self->context = g_object_ref (context);
  g_ptr_array_add (self->orders, g_object_ref (order));
  g_signal_connect_object (order, "notify::quote", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

GtkWidget *
sme_order_coupon_new_joint (SmeContext *context)
{
  SmeOrderCoupon *self = g_object_new (SME_TYPE_ORDER_COUPON, NULL);

  self->context = g_object_ref (context);
  self->joint = TRUE;
  return GTK_WIDGET (self);
}

void
sme_order_coupon_set_orders (SmeOrderCoupon *self, GPtrArray *orders)
{
  g_return_if_fail (SME_IS_ORDER_COUPON (self) && self->joint);

  g_ptr_array_set_size (self->orders, 0);
  for (guint i = 0; i < orders->len; i++)
    g_ptr_array_add (self->orders, g_object_ref (g_ptr_array_index (orders, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), orders->len > 0);
  fill (self);
}
