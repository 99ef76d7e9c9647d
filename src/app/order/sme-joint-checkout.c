/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-joint-checkout.h"

#include "app/order/sme-joint-parts.h"
#include "app/order/sme-joint-review.h"
#include "app/order/sme-order-choice.h"
#include "app/order/sme-order-coupon.h"
#include "app/order/sme-payment-methods.h"
#include "app/order/sme-payment-text.h"
#include "base/sme-format.h"

#include <glib/gi18n.h>

struct _SmeJointCheckout
{
  AdwBin parent_instance;
  GtkBox *box;
  SmeOrderChoice *orders;
  SmeJointReview *review;
  SmeOrderCoupon *coupon;
  GtkBox *below; /* the methods, the terms and the sum */
  SmePaymentMethods *methods;
  GtkLabel *parts, *sum, *taxes, *reason;
  GtkCheckButton *agree;
  GtkButton *pay;
  GStrv shown; /* the orders that the review is of */
  gboolean sending;
};

static guint signal_pay;

G_DEFINE_FINAL_TYPE (SmeJointCheckout, sme_joint_checkout, ADW_TYPE_BIN)

static void
show_sum (SmeJointCheckout *self, GPtrArray *orders)
{
  gint64 net = 0, vat = 0, sum;
  guint n = sme_order_choice_count (self->orders, &sum);
  g_autofree char *money = sme_format_money (sum), *before = NULL, *tax = NULL, *taxes = NULL;
  g_autofree char *text =
    /* Translators: %u orders, then what they cost together. */
    g_strdup_printf (ngettext ("%u order, %s in all", "%u orders, %s in all", n), n, money);

  for (guint i = 0; i < orders->len; i++)
    {
      SmeRecord *quote = sme_record_get_object (g_ptr_array_index (orders, i), "quote");

      net += sme_record_get_int (quote, "net");
      vat += sme_record_get_int (quote, "vat");
    }
  before = sme_format_money (net);
  tax = sme_format_money (vat);
  /* Translators: two sums of money. VAT is value added tax. */
  taxes = g_strdup_printf (_ ("%1$s before VAT, %2$s VAT"), before, tax);
  gtk_label_set_label (self->sum, text);
  gtk_label_set_label (self->taxes, taxes);
}

/* Why there is nothing to press yet; NULL: there is. */
static const char *
find_reason (SmeJointCheckout *self, guint n_orders)
{
  if (n_orders == 0)
    return _ ("Please choose an order.");
  if (sme_joint_review_get_editing (self->review))
    return _ ("Please confirm or cancel what is being edited.");
  if (!gtk_check_button_get_active (self->agree))
    return _ ("Please read and agree to the terms of service.");
  return NULL;
}

/* What came for what is left for this goes back, and whoever pays knows that before. */
static void
show_parts (SmeJointCheckout *self, GPtrArray *orders)
{
  g_autofree char *text = sme_payment_text_describe_parts (sme_payment_text_sum_parts (orders));

  gtk_label_set_label (self->parts, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->parts), text != NULL);
}

static void
update (SmeJointCheckout *self)
{
  g_autoptr (GPtrArray) orders = sme_order_choice_list (self->orders);
  const char *reason = find_reason (self, orders->len);

  show_parts (self, orders);
  show_sum (self, orders);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pay), reason == NULL && !self->sending);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
}

static void
on_editing (SmeJointCheckout *self)
{
  /* Before there are orders there is nothing to update. */
  if (self->pay != NULL)
    update (self);
}

/* The prices may have changed, and the lot; the review is of the lot only. */
static void
on_choice_changed (SmeJointCheckout *self)
{
  g_autoptr (GPtrArray) orders = sme_order_choice_list (self->orders);
  g_auto (GStrv) ids = sme_joint_parts_list_ids (orders);

  sme_order_coupon_set_orders (self->coupon, orders);
  if (self->shown == NULL ||
      !g_strv_equal ((const char *const *) ids, (const char *const *) self->shown))
    {
      g_strfreev (self->shown);
      self->shown = g_steal_pointer (&ids);
      sme_joint_review_set_orders (self->review, orders);
    }
  update (self);
}

static void
on_pay (SmeJointCheckout *self)
{
  g_signal_emit (self, signal_pay, 0);
}

static void
add_terms (SmeJointCheckout *self, const char *version)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Read the terms of service"));
  g_autofree char *route = g_strconcat ("terms:", version, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  self->agree = GTK_CHECK_BUTTON (
    gtk_check_button_new_with_label (_ ("I have read and agree to the terms of service")));
  g_signal_connect_object (self->agree, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->below, button);
  gtk_box_append (self->below, GTK_WIDGET (self->agree));
}

static GtkLabel *
add_label (SmeJointCheckout *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (self->below, label);
  return GTK_LABEL (label);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* What comes before may be half typed and stays. */
static void
build_orders (SmeJointCheckout *self, GListModel *orders)
{
  if (self->orders != NULL)
    gtk_box_remove (self->box, GTK_WIDGET (self->orders));
  self->orders = SME_ORDER_CHOICE (sme_order_choice_new (orders));
  g_clear_pointer (&self->shown, g_strfreev);
  g_signal_connect_object (self->orders, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_prepend (self->box, GTK_WIDGET (self->orders));
}

static void
build_below (SmeJointCheckout *self)
{
  clear (self->below);
  self->parts = add_label (self, "sme-numeric");
  self->methods = SME_PAYMENT_METHODS (sme_payment_methods_new (1));
  gtk_box_append (self->below, GTK_WIDGET (self->methods));
  add_terms (self, sme_order_choice_get_terms_version (self->orders));
  self->sum = add_label (self, "heading");
  self->taxes = add_label (self, "dim-label");
  self->reason = add_label (self, "dim-label");
  self->pay = GTK_BUTTON (gtk_button_new_with_label (_ ("Pay")));
  gtk_widget_add_css_class (GTK_WIDGET (self->pay), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->pay), "suggested-action");
  gtk_widget_set_halign (GTK_WIDGET (self->pay), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->pay, "clicked", G_CALLBACK (on_pay), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->below, GTK_WIDGET (self->pay));
}

gboolean
sme_joint_checkout_set_orders (SmeJointCheckout *self, GListModel *orders)
{
  g_return_val_if_fail (SME_IS_JOINT_CHECKOUT (self), FALSE);

  self->sending = FALSE;
  build_orders (self, orders);
  if (sme_order_choice_is_empty (self->orders))
    return FALSE;
  build_below (self);
  on_choice_changed (self);
  return TRUE;
}

gint64
sme_joint_checkout_sum_parts (SmeJointCheckout *self)
{
  g_autoptr (GPtrArray) orders = NULL;

  g_return_val_if_fail (SME_IS_JOINT_CHECKOUT (self), 0);
  orders = sme_order_choice_list (self->orders);
  return sme_payment_text_sum_parts (orders);
}

SmePaymentRequest *
sme_joint_checkout_make_request (SmeJointCheckout *self)
{
  SmePaymentRequest *request = sme_payment_request_new ();
  g_autoptr (GPtrArray) orders = sme_order_choice_list (self->orders);
  g_auto (GStrv) ids = sme_joint_parts_list_ids (orders);

  sme_record_set_int (SME_RECORD (request), "method", sme_payment_methods_get (self->methods));
  sme_record_set_text (SME_RECORD (request), "terms_version",
                       sme_order_choice_get_terms_version (self->orders));
  sme_record_set_texts (SME_RECORD (request), "order_ids", (const char *const *) ids);
  return request;
}

void
sme_joint_checkout_set_sending (SmeJointCheckout *self, gboolean sending)
{
  g_return_if_fail (SME_IS_JOINT_CHECKOUT (self));

  self->sending = sending;
  update (self);
}

static void
sme_joint_checkout_finalize (GObject *object)
{
  g_strfreev (SME_JOINT_CHECKOUT (object)->shown);
  G_OBJECT_CLASS (sme_joint_checkout_parent_class)->finalize (object);
}

static void
sme_joint_checkout_class_init (SmeJointCheckoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sme_joint_checkout_finalize;
  signal_pay = g_signal_new ("pay", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                             NULL, G_TYPE_NONE, 0);
}

static void
sme_joint_checkout_init (SmeJointCheckout *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->below = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
sme_joint_checkout_new (SmeContext *context)
{
  SmeJointCheckout *self = g_object_new (SME_TYPE_JOINT_CHECKOUT, NULL);

  self->review = SME_JOINT_REVIEW (sme_joint_review_new (context));
  self->coupon = SME_ORDER_COUPON (sme_order_coupon_new_joint (context));
  gtk_box_append (self->box, GTK_WIDGET (self->review));
  gtk_box_append (self->box, GTK_WIDGET (self->coupon));
  gtk_box_append (self->box, GTK_WIDGET (self->below));
  g_signal_connect_object (self->review, "notify::editing", G_CALLBACK (on_editing), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
