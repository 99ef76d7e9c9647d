/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-pay-together-page.h"

#include "app/order/sme-joint-checkout.h"
#include "app/order/sme-payment-herald.h"
#include "app/order/sme-payment-text.h"
#include "app/order/sme-payment-view.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-order-query.h"
#include "core/sme-people-sheet.h"

#include <glib/gi18n.h>

/* As many as can be declared at once. */
#define MOST_ORDERS SME_PEOPLE_MAX

struct _SmePayTogetherPage
{
  SmePage parent_instance;
  GtkStack *stack;
  SmeJointCheckout *checkout;
  SmePaymentView *view;
  SmePayment *payment;
  gint64 parts;          /* what had come when this one was asked for */
  gboolean asked_before; /* for the payment of the route */
  gboolean left;         /* for the contract */
};

G_DEFINE_FINAL_TYPE (SmePayTogetherPage, sme_pay_together_page, SME_TYPE_PAGE)

/* The money of all of them, told by one payment. */
static guint
each_order (SmePayTogetherPage *self, void (*call) (SmeContext *context, const char *order_id))
{
  const char *const *ids = sme_record_get_texts (SME_RECORD (self->payment), "order_ids");
  guint n = 0;

  for (; ids != NULL && ids[n] != NULL; n++)
    call (sme_page_get_context (SME_PAGE (self)), ids[n]);
  return n;
}

/* To the first contract; the order knows what comes next for it. */
static void
go_on (SmePayTogetherPage *self)
{
  guint n = each_order (self, sme_payment_herald_forget);
  const char *first = sme_record_get_text (SME_RECORD (self->payment), "order_id");
  g_autofree char *route = first != NULL ? sme_route_build ("order", first, NULL) : NULL;
  g_autofree char *text =
    /* Translators: %u: how many contracts. */
    g_strdup_printf (ngettext ("Payment successful. %u contract is to be signed.",
                               "Payment successful. %u contracts are to be signed: here is the "
                               "first, you find the others under Orders.",
                               n),
                     n);

  sme_page_toast (SME_PAGE (self), n > 1 ? text : _ ("Payment successful"));
  sme_page_replace (SME_PAGE (self), route != NULL ? route : "orders");
}

static void
on_payment_changed (SmePayTogetherPage *self)
{
  if (self->left ||
      sme_record_get_int (SME_RECORD (self->payment), "state") != SME_PAYMENT_SUCCEEDED)
    return;
  self->left = TRUE;
  go_on (self);
}

static void
forget_payment (SmePayTogetherPage *self)
{
  if (self->payment != NULL)
    g_signal_handlers_disconnect_by_data (self->payment, self);
  g_clear_object (&self->payment);
}

static void
show_payment (SmePayTogetherPage *self, SmePayment *payment)
{
  forget_payment (self);
  self->payment = g_object_ref (payment);
  sme_payment_view_set_payment (self->view, payment);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
  sme_page_show_content (SME_PAGE (self));
  /* The money may come while the program is closed. */
  each_order (self, sme_payment_herald_await);
  g_signal_connect_object (payment, "notify::state", G_CALLBACK (on_payment_changed), self,
                           G_CONNECT_SWAPPED);
  on_payment_changed (self);
}

static void
on_payment_created (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePayTogetherPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePayment) payment = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (payment == NULL)
    {
      sme_joint_checkout_set_sending (self->checkout, FALSE);
      sme_page_toast_error (SME_PAGE (self), error);
      return;
    }
  show_payment (self, payment);
  /* One that was begun before and goes on has kept what came. */
  if (sme_payment_is_open (payment) && sme_record_get_int (SME_RECORD (payment), "received") == 0)
    sme_payment_view_set_returned (self->view, self->parts);
  sme_payment_view_show_top (self->view);
  sme_payment_view_open_page (self->view);
}

static void
on_pay (SmePayTogetherPage *self)
{
  SmePage *page = SME_PAGE (self);
  g_autoptr (SmePaymentRequest) request = sme_joint_checkout_make_request (self->checkout);

  self->parts = sme_joint_checkout_sum_parts (self->checkout);
  sme_joint_checkout_set_sending (self->checkout, TRUE);
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_CREATE_JOINT_PAYMENT, NULL, NULL, SME_RECORD (request),
                         sme_page_get_cancellable (page), on_payment_created, g_object_ref (self));
}

static void
on_again (SmePayTogetherPage *self)
{
  forget_payment (self);
  sme_page_reload (SME_PAGE (self));
}

/* Another way to pay begins at the beginning. */
static void
scroll_up (SmePayTogetherPage *self)
{
  GtkWidget *scrolled =
    gtk_widget_get_ancestor (GTK_WIDGET (self->stack), GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)),
                            0);
}

static void
on_orders_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePayTogetherPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) orders =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (orders == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  if (!sme_joint_checkout_set_orders (self->checkout, orders))
    {
      sme_page_show_empty (SME_PAGE (self), "onesme-wallet-symbolic", _ ("Nothing to pay"),
                           _ ("No order waits for payment."));
      sme_page_set_empty_action (SME_PAGE (self), C_ ("section", "Orders"), "win.open::orders");
      return;
    }
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->view))
    scroll_up (self);
  gtk_stack_set_visible_child_name (self->stack, "choice");
  sme_page_show_content (SME_PAGE (self));
}

static void
on_payment_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePayTogetherPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePayment) payment = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (payment == NULL)
    sme_page_show_error (SME_PAGE (self), error);
  else
    show_payment (self, payment);
}

static void
sme_pay_together_page_load (SmePage *page)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (sme_page_get_context (page)));
  SmePayTogetherPage *self = SME_PAY_TOGETHER_PAGE (page);
  const char *id = sme_route_get_param (sme_page_get_route (page), "payment");
  g_autoptr (SmeOrderQuery) query = sme_order_query_new ();

  if (id != NULL && !self->asked_before)
    {
      self->asked_before = TRUE;
      sme_caller_send_async (shop, SME_OP_GET_PAYMENT, id, NULL, NULL,
                             sme_page_get_cancellable (page), on_payment_ready,
                             g_object_ref (page));
      return;
    }
  sme_record_set_int (SME_RECORD (query), "limit", MOST_ORDERS);
  sme_caller_send_async (shop, SME_OP_LIST_ORDERS, NULL, SME_RECORD (query), NULL,
                         sme_page_get_cancellable (page), on_orders_ready, g_object_ref (page));
}

static void
sme_pay_together_page_constructed (GObject *object)
{
  SmePayTogetherPage *self = SME_PAY_TOGETHER_PAGE (object);

  G_OBJECT_CLASS (sme_pay_together_page_parent_class)->constructed (object);
  self->view = SME_PAYMENT_VIEW (sme_payment_view_new (sme_page_get_context (SME_PAGE (object))));
  g_signal_connect_object (self->view, "again", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "other", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "payment");
  self->checkout =
    SME_JOINT_CHECKOUT (sme_joint_checkout_new (sme_page_get_context (SME_PAGE (object))));
  g_signal_connect_object (self->checkout, "pay", G_CALLBACK (on_pay), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->checkout), "choice");
}

static void
sme_pay_together_page_dispose (GObject *object)
{
  SmePayTogetherPage *self = SME_PAY_TOGETHER_PAGE (object);

  forget_payment (self);
  G_OBJECT_CLASS (sme_pay_together_page_parent_class)->dispose (object);
}

static void
sme_pay_together_page_class_init (SmePayTogetherPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = sme_pay_together_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sme_pay_together_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_pay_together_page_load;
}

static void
sme_pay_together_page_init (SmePayTogetherPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_margin_top (clamp, 24);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 18);
  gtk_widget_set_margin_end (clamp, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->stack));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  sme_page_set_content (SME_PAGE (self), scrolled);
  sme_page_set_title (SME_PAGE (self), _ ("Pay several orders"));
}
