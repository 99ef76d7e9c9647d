/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-pay-together-page.h"

#include "app/order/sme-order-choice.h"
#include "app/order/sme-payment-herald.h"
#include "app/order/sme-payment-methods.h"
#include "app/order/sme-payment-text.h"
#include "app/order/sme-payment-view.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-list-query.h"
#include "core/sme-order.h"
#include "core/sme-payment-request.h"
#include "core/sme-people-sheet.h"

#include <glib/gi18n.h>

/* As many as can be declared at once. */
#define MOST_ORDERS SME_PEOPLE_MAX

struct _SmePayTogetherPage
{
  SmePage parent_instance;
  GtkStack *stack;
  GtkBox *choice;
  SmeOrderChoice *orders;
  SmePaymentMethods *methods;
  GtkLabel *sum;
  GtkCheckButton *agree;
  GtkButton *pay;
  SmePaymentView *view;
  SmePayment *payment;
  gboolean asked_before; /* for the payment of the route */
  gboolean left;         /* for the contract */
};

G_DEFINE_FINAL_TYPE (SmePayTogetherPage, sme_pay_together_page, SME_TYPE_PAGE)

static void
update (SmePayTogetherPage *self)
{
  gint64 sum;
  guint n = sme_order_choice_count (self->orders, &sum);
  g_autofree char *money = sme_format_money (sum);
  g_autofree char *text =
    /* Translators: %u orders, then what they cost together. */
    g_strdup_printf (ngettext ("%u order, %s in all", "%u orders, %s in all", n), n, money);

  gtk_label_set_label (self->sum, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pay),
                            n > 0 && gtk_check_button_get_active (self->agree));
}

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
      update (self);
      sme_page_toast_error (SME_PAGE (self), error);
      return;
    }
  show_payment (self, payment);
  sme_payment_view_open_page (self->view);
}

static void
on_pay (SmePayTogetherPage *self)
{
  SmePage *page = SME_PAGE (self);
  g_autoptr (SmePaymentRequest) request = sme_payment_request_new ();
  g_auto (GStrv) ids = sme_order_choice_list (self->orders);

  sme_record_set_int (SME_RECORD (request), "method", sme_payment_methods_get (self->methods));
  sme_record_set_text (SME_RECORD (request), "terms_version",
                       sme_order_choice_get_terms_version (self->orders));
  sme_record_set_texts (SME_RECORD (request), "order_ids", (const char *const *) ids);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pay), FALSE);
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

static void
add_terms (SmePayTogetherPage *self, const char *version)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Read the terms of service"));
  g_autofree char *route = g_strconcat ("terms:", version, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  self->agree = GTK_CHECK_BUTTON (
    gtk_check_button_new_with_label (_ ("I have read and agree to the terms of service")));
  g_signal_connect_object (self->agree, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->choice, button);
  gtk_box_append (self->choice, GTK_WIDGET (self->agree));
}

static void
build (SmePayTogetherPage *self, GListModel *orders)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choice))) != NULL)
    gtk_box_remove (self->choice, child);
  self->orders = SME_ORDER_CHOICE (sme_order_choice_new (orders));
  g_signal_connect_object (self->orders, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->choice, GTK_WIDGET (self->orders));
}

static void
build_rest (SmePayTogetherPage *self)
{
  self->methods = SME_PAYMENT_METHODS (sme_payment_methods_new (1));
  gtk_box_append (self->choice, GTK_WIDGET (self->methods));
  add_terms (self, sme_order_choice_get_terms_version (self->orders));
  self->sum = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->sum), "heading");
  gtk_box_append (self->choice, GTK_WIDGET (self->sum));
  self->pay = GTK_BUTTON (gtk_button_new_with_label (_ ("Pay")));
  gtk_widget_add_css_class (GTK_WIDGET (self->pay), "pill");
  gtk_widget_add_css_class (GTK_WIDGET (self->pay), "suggested-action");
  gtk_widget_set_halign (GTK_WIDGET (self->pay), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->pay, "clicked", G_CALLBACK (on_pay), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->choice, GTK_WIDGET (self->pay));
  update (self);
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
  build (self, orders);
  if (sme_order_choice_is_empty (self->orders))
    {
      sme_page_show_empty (SME_PAGE (self), "onesme-wallet-symbolic", _ ("Nothing to pay"),
                           _ ("No order waits for payment."));
      sme_page_set_empty_action (SME_PAGE (self), C_ ("section", "Orders"), "win.open::orders");
      return;
    }
  build_rest (self);
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
  g_autoptr (SmeListQuery) query = sme_list_query_new ();

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

  self->choice = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->choice), "choice");
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
