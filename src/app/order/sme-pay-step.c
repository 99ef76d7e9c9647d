/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-pay-step.h"

#include "app/order/sme-order-coupon.h"
#include "app/order/sme-order-review.h"
#include "app/order/sme-payment-herald.h"
#include "app/order/sme-payment-methods.h"
#include "app/order/sme-payment-text.h"
#include "app/order/sme-payment-view.h"
#include "client/sme-shop.h"
#include "core/sme-enums.h"
#include "core/sme-payment-request.h"
#include "core/sme-payment.h"

#include <glib/gi18n.h>

struct _SmePayStep
{
  SmeStep parent_instance;
  SmeContext *context;
  SmeOrder *order;
  GtkStack *stack;
  GtkBox *review;
  SmeOrderReview *declared;
  GtkLabel *came;     /* what becomes of @parts, or NULL */
  GtkWidget *offered; /* around the methods, or NULL */
  SmePaymentMethods *methods;
  GtkCheckButton *agree;
  SmePaymentView *view;
  SmePayment *payment;
  gint64 parts;      /* what has come for the payment that was left for another way */
  gboolean checking; /* what became of it, before paying again is offered */
};

G_DEFINE_FINAL_TYPE (SmePayStep, sme_pay_step, SME_TYPE_STEP)

static gint64
get_total (SmePayStep *self)
{
  return sme_record_get_int (sme_record_get_object (SME_RECORD (self->order), "quote"), "total");
}

static void
update_complete (SmePayStep *self)
{
  gboolean paying = self->payment != NULL;
  gboolean agreed = gtk_check_button_get_active (self->agree);

  if (self->checking)
    sme_step_set_complete (SME_STEP (self), FALSE, _ ("Checking with the bank…"));
  else if (paying)
    sme_step_set_complete (SME_STEP (self), FALSE, NULL); /* the page itself says how it stands */
  else if (self->declared != NULL && sme_order_review_get_editing (self->declared))
    sme_step_set_complete (SME_STEP (self), FALSE,
                           _ ("Please confirm or cancel what is being edited."));
  else
    sme_step_set_complete (SME_STEP (self), agreed,
                           _ ("Please read and agree to the terms of service."));
}

static void
on_payment_changed (SmePayStep *self)
{
  update_complete (self);
}

static void
forget_payment (SmePayStep *self)
{
  if (self->payment != NULL)
    g_signal_handlers_disconnect_by_data (self->payment, self);
  g_clear_object (&self->payment);
}

static void
show_payment (SmePayStep *self, SmePayment *payment)
{
  forget_payment (self);
  self->checking = FALSE;
  self->payment = g_object_ref (payment);
  sme_payment_herald_await (self->context, sme_record_get_text (SME_RECORD (self->order), "id"));
  g_signal_connect_swapped (payment, "notify::state", G_CALLBACK (on_payment_changed), self);
  sme_payment_view_set_payment (self->view, payment);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
  update_complete (self);
}

static void
on_payment_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmePayStep *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmePayment) payment = sme_shop_call_finish (SME_SHOP (source), result, &error);

  if (payment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (sme_record_get_int (SME_RECORD (payment), "state") == SME_PAYMENT_SUCCEEDED)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  /* The step is done when the money is there; the order says so. */
  show_payment (self, payment);
  /* One that was begun before and goes on has kept what came. */
  if (sme_payment_is_open (payment) && sme_record_get_int (SME_RECORD (payment), "received") == 0)
    sme_payment_view_set_returned (self->view, self->parts);
  self->parts = 0;
  sme_payment_view_show_top (self->view);
  sme_payment_view_open_page (self->view);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Waiting for the transfer");
}

static void
sme_pay_step_apply_async (SmeStep *step,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  SmePayStep *self = SME_PAY_STEP (step);
  SmeRecord *order = SME_RECORD (self->order);
  GTask *task = g_task_new (self, cancellable, callback, data);
  g_autoptr (SmePaymentRequest) request = sme_payment_request_new ();

  g_task_set_source_tag (task, sme_pay_step_apply_async);
  sme_record_set_int (SME_RECORD (request), "method", sme_payment_methods_get (self->methods));
  sme_record_set_text (SME_RECORD (request), "terms_version",
                       sme_record_get_text (order, "terms_version"));
  sme_shop_call_async (sme_context_get_shop (self->context), SME_OP_CREATE_PAYMENT,
                       sme_record_get_text (order, "id"), NULL, SME_RECORD (request), cancellable,
                       on_payment_created, task);
}

static void
show_parts (SmePayStep *self, gint64 parts)
{
  g_autofree char *text = sme_payment_text_describe_parts (parts);

  self->parts = parts;
  if (self->came == NULL)
    return;
  gtk_label_set_label (self->came, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->came), text != NULL);
}

/* What is open stays open until another one takes its place. */
static void
on_other (SmePayStep *self)
{
  show_parts (self, sme_record_get_int (SME_RECORD (self->payment), "received"));
  forget_payment (self);
  gtk_stack_set_visible_child_name (self->stack, "review");
  update_complete (self);
}

/* A code is asked for at once; after the gateway one may want to choose again. */
static void
on_again (SmePayStep *self)
{
  gboolean at_once = !sme_payment_is_by_gateway (self->payment);

  show_parts (self, 0);
  forget_payment (self);
  gtk_stack_set_visible_child_name (self->stack, "review");
  update_complete (self);
  if (at_once && gtk_check_button_get_active (self->agree))
    sme_step_request_next (SME_STEP (self));
}

static void
on_agree_toggled (SmePayStep *self)
{
  update_complete (self);
}

/* A sentence, which a narrow window breaks. */
static GtkWidget *
make_agree (void)
{
  GtkWidget *agree =
    gtk_check_button_new_with_label (_ ("I have read and agree to the terms of service"));
  GtkWidget *label = gtk_widget_get_last_child (agree);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return agree;
}

static void
add_terms (SmePayStep *self)
{
  const char *version = sme_record_get_text (SME_RECORD (self->order), "terms_version");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Read the terms of service"));
  g_autofree char *route = g_strconcat ("terms:", version, NULL);

  self->agree = GTK_CHECK_BUTTON (make_agree ());
  g_signal_connect_object (self->agree, "toggled", G_CALLBACK (on_agree_toggled), self,
                           G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->agree));
  gtk_box_append (self->review, box);
}

static void
on_payment_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmePayStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePayment) payment = sme_shop_call_finish (SME_SHOP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (payment == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  show_payment (self, payment);
  sme_page_show_content (SME_PAGE (self));
}

/* What was declared, and who gets the invoice. */
static void
add_review (SmePayStep *self)
{
  GtkWidget *review = sme_order_review_new (self->context, self->order);

  self->declared = SME_ORDER_REVIEW (review);
  g_signal_connect_object (review, "notify::editing", G_CALLBACK (update_complete), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->review, review);
}

static void
clear_review (SmePayStep *self)
{
  GtkWidget *child;

  self->declared = NULL;
  self->came = NULL;
  self->methods = NULL;
  self->offered = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->review))) != NULL)
    gtk_box_remove (self->review, child);
}

/* What costs nothing is not paid. */
static void
offer_methods (SmePayStep *self)
{
  gint64 total = get_total (self);

  self->methods = SME_PAYMENT_METHODS (sme_payment_methods_new (total));
  adw_bin_set_child (ADW_BIN (self->offered), GTK_WIDGET (self->methods));
  sme_step_set_primary_label (SME_STEP (self), total == 0 ? _ ("Finish the order") : _ ("Pay"));
}

/* Above the ways to pay. */
static void
add_parts (SmePayStep *self)
{
  self->came = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->came, TRUE);
  gtk_label_set_xalign (self->came, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->came), "sme-numeric");
  gtk_box_append (self->review, GTK_WIDGET (self->came));
  show_parts (self, 0);
}

/* A coupon may make it free, or take that back. */
static void
on_price_changed (SmePayStep *self)
{
  gboolean was_free;

  if (self->methods == NULL)
    return;
  was_free = sme_payment_methods_get (self->methods) == SME_METHOD_NONE;
  if (was_free != (get_total (self) == 0))
    offer_methods (self);
}

static void
sme_pay_step_load (SmePage *page)
{
  SmePayStep *self = SME_PAY_STEP (page);
  g_autoptr (SmePayment) last = sme_order_find_current_payment (self->order);

  clear_review (self);
  self->checking = last != NULL;
  add_review (self);
  gtk_box_append (self->review, sme_order_coupon_new (self->context, self->order));
  add_parts (self);
  self->offered = GTK_WIDGET (adw_bin_new ());
  gtk_box_append (self->review, self->offered);
  offer_methods (self);
  add_terms (self);
  update_complete (self);
  if (last == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "review");
      sme_page_show_content (page);
      return;
    }
  sme_payment_methods_set (self->methods,
                           (SmePaymentMethod) sme_record_get_int (SME_RECORD (last), "method"));
  sme_payment_view_check (self->view, last);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->view));
  sme_page_show_content (page);
  /* Asked for by itself, it is live from here on. */
  sme_shop_call_async (sme_context_get_shop (self->context), SME_OP_GET_PAYMENT,
                       sme_record_get_text (SME_RECORD (last), "id"), NULL, NULL,
                       sme_page_get_cancellable (page), on_payment_ready, g_object_ref (self));
}

static void
sme_pay_step_dispose (GObject *object)
{
  SmePayStep *self = SME_PAY_STEP (object);

  forget_payment (self);
  g_clear_object (&self->order);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sme_pay_step_parent_class)->dispose (object);
}

static void
sme_pay_step_class_init (SmePayStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_pay_step_dispose;
  SME_PAGE_CLASS (klass)->load = sme_pay_step_load;
  SME_STEP_CLASS (klass)->apply_async = sme_pay_step_apply_async;
}

static void
sme_pay_step_init (SmePayStep *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->review = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->review), "review");
  sme_page_set_content (SME_PAGE (self), GTK_WIDGET (self->stack));
}

static void
on_order_changed (SmePayStep *self)
{
  /* Edited and declared again: what is shown must be what will be signed. */
  if (sme_page_get_state (SME_PAGE (self)) == SME_PAGE_CONTENT && self->payment == NULL &&
      (self->declared == NULL || !sme_order_review_get_editing (self->declared)))
    sme_page_reload (SME_PAGE (self));
}

SmeStep *
sme_pay_step_new (SmeContext *context, SmeOrder *order)
{
  SmePayStep *self =
    g_object_new (SME_TYPE_PAY_STEP, "context", context, "title", _ ("Payment"), NULL);

  self->context = g_object_ref (context);
  self->order = g_object_ref (order);
  self->view = SME_PAYMENT_VIEW (sme_payment_view_new (context));
  g_signal_connect_object (self->view, "again", G_CALLBACK (on_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "other", G_CALLBACK (on_other), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (order, "notify::profile", G_CALLBACK (on_order_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (order, "notify::quote", G_CALLBACK (on_price_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "payment");
  return SME_STEP (self);
}
