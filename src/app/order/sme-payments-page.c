/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-payments-page.h"

#include "app/manage/sme-next-step.h"
#include "app/manage/sme-state-label.h"
#include "app/order/sme-payment-text.h"
#include "app/order/sme-receipt-list.h"
#include "app/order/sme-refund-dialog.h"
#include "app/order/sme-refund-standing.h"
#include "app/sme-error-text.h"
#include "app/support/sme-case-text.h"
#include "base/sme-format.h"
#include "base/sme-time.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-invoice-query.h"
#include "core/sme-order.h"
#include "core/sme-plan.h"

#include <glib/gi18n.h>

struct _SmePaymentsPage
{
  SmePage parent_instance;
  GtkBox *box;
  SmeOrder *order;
  GListModel *invoices;
  SmeRefundRequest *asked; /* for the money back, the last time */
};

G_DEFINE_FINAL_TYPE (SmePaymentsPage, sme_payments_page, SME_TYPE_PAGE)

static char *
format_moment (gint64 ms)
{
  return sme_format_date_time (ms);
}

static AdwPreferencesGroup *
add_group (SmePaymentsPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
  return ADW_ACTION_ROW (row);
}

static void
add_state (AdwActionRow *row, GType type, gint64 state)
{
  GtkWidget *label = sme_state_label_new ();

  sme_state_label_set_state (SME_STATE_LABEL (label), type, (int) state);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, label);
}

static void
add_payment (AdwPreferencesGroup *group, SmeRecord *payment)
{
  g_autofree char *money = sme_format_money (sme_record_get_int (payment, "amount"));
  g_autofree char *when = format_moment (sme_record_get_int (payment, "created_at"));
  g_autofree char *sums = sme_payment_text_describe_sums (SME_PAYMENT (payment));
  g_autofree char *subtitle = g_strdup_printf (
    "%s · %s%s%s",
    sme_payment_text_name_method ((SmePaymentMethod) sme_record_get_int (payment, "method")), when,
    sums != NULL ? "\n" : "", sums != NULL ? sums : "");
  AdwActionRow *row = add_row (group, money, subtitle);

  add_state (row, SME_TYPE_PAYMENT_STATE, sme_record_get_int (payment, "state"));
}

static guint
add_payments (SmePaymentsPage *self, GListModel *payments)
{
  guint n = payments != NULL ? g_list_model_get_n_items (payments) : 0;
  AdwPreferencesGroup *group = n > 0 ? add_group (self, _ ("Payments")) : NULL;

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i - 1);

      add_payment (group, payment);
    }
  return n;
}

/* What really came. */
static void
add_receipts (SmePaymentsPage *self, GListModel *payments)
{
  GtkWidget *receipts = sme_receipt_list_new (payments);

  if (receipts != NULL)
    gtk_box_append (self->box, receipts);
}

static void
add_refund (AdwPreferencesGroup *group, SmeRecord *refund)
{
  gint64 changed_at = sme_record_has (refund, "changed_at")
                        ? sme_record_get_int (refund, "changed_at")
                        : sme_record_get_int (refund, "created_at");
  g_autofree char *money = sme_format_money (sme_record_get_int (refund, "amount"));
  g_autofree char *when = format_moment (changed_at);
  g_autofree char *subtitle =
    g_strdup_printf ("%s · %s", sme_payment_text_describe_refund (SME_REFUND (refund)), when);
  AdwActionRow *row = add_row (group, money, subtitle);

  add_state (row, SME_TYPE_REFUND_STATE, sme_record_get_int (refund, "state"));
}

static void
add_refunds (SmePaymentsPage *self, GListModel *payments)
{
  AdwPreferencesGroup *group = NULL;
  guint n = payments != NULL ? g_list_model_get_n_items (payments) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);
      GListModel *refunds = sme_record_get_list (payment, "refunds");

      for (guint k = 0; refunds != NULL && k < g_list_model_get_n_items (refunds); k++)
        {
          g_autoptr (SmeRecord) refund = g_list_model_get_item (refunds, k);

          if (group == NULL)
            group = add_group (self, _ ("Money on its way back"));
          add_refund (group, refund);
        }
    }
}

static void
add_request (SmePaymentsPage *self)
{
  GtkWidget *standing;

  if (!sme_record_has (SME_RECORD (self->order), "refund_request"))
    return;
  standing = sme_refund_standing_new (sme_page_get_context (SME_PAGE (self)), self->order);
  g_signal_connect_object (standing, "decided", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->box, standing);
}

static void
add_invoice (AdwPreferencesGroup *group, SmeInvoice *invoice)
{
  SmeRecord *record = SME_RECORD (invoice);
  g_autofree char *name = sme_payment_text_name_invoice (invoice);
  g_autofree char *money = sme_format_money (sme_record_get_int (record, "total"));
  g_autofree char *date =
    sme_format_date (sme_date_from_time (sme_record_get_int (record, "issued_at")));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", date, money);
  g_autofree char *route = sme_route_build ("invoice", sme_record_get_text (record, "id"), NULL);
  AdwActionRow *row = add_row (group, name, subtitle);
  GtkWidget *button = gtk_button_new_with_label (C_ ("invoice", "Open"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  adw_action_row_add_suffix (row, button);
  adw_action_row_set_activatable_widget (row, button);
}

static void
add_invoices (SmePaymentsPage *self)
{
  guint n = self->invoices != NULL ? g_list_model_get_n_items (self->invoices) : 0;
  AdwPreferencesGroup *group = n > 0 ? add_group (self, _ ("Invoices")) : NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeInvoice) invoice = g_list_model_get_item (self->invoices, i);

      add_invoice (group, invoice);
    }
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer == NULL)
    sme_page_toast_error (self, error);
  else
    sme_page_reload (self);
}

static void
send (SmePaymentsPage *self, SmeOperationId operation, SmeRecord *body, GAsyncReadyCallback done)
{
  SmePage *page = SME_PAGE (self);

  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))), operation,
                         sme_record_get_text (SME_RECORD (self->order), "id"), NULL, body,
                         sme_page_get_cancellable (page), done, g_object_ref (self));
}

static void on_refund_asked (SmePaymentsPage *self, SmeRefundRequest *request);

/* @problem: why the request before did not arrive; NULL for the first */
static void
ask_refund (SmePaymentsPage *self, const char *problem)
{
  GtkWidget *dialog = sme_refund_dialog_new (self->order);

  if (problem != NULL)
    sme_refund_dialog_take_up (SME_REFUND_DIALOG (dialog), self->asked, problem);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  g_signal_connect_object (dialog, "asked", G_CALLBACK (on_refund_asked), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What was chosen and typed is there for another try. */
static void
on_refund_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePaymentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);
  g_autofree char *problem = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (answer != NULL)
    {
      sme_page_reload (SME_PAGE (self));
      return;
    }
  problem = sme_error_text_summarize (error);
  ask_refund (self, problem);
}

static void
on_refund_asked (SmePaymentsPage *self, SmeRefundRequest *request)
{
  g_set_object (&self->asked, request);
  send (self, SME_OP_REQUEST_REFUND, SME_RECORD (request), on_refund_done);
}

static void
on_ask_refund (SmePaymentsPage *self)
{
  ask_refund (self, NULL);
}

static void
on_cancel_confirmed (SmePaymentsPage *self, const char *response)
{
  if (g_str_equal (response, "cancel-order"))
    send (self, SME_OP_CANCEL_ORDER, NULL, on_done);
}

static void
on_cancel_order (SmePaymentsPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Cancel this order?"),
    _ ("Nothing has to be paid for it any more. Money that still comes for it"
       " is sent back."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep the order"),
                                    "cancel-order", _ ("_Cancel the order"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "cancel-order",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_cancel_confirmed), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_button (SmePaymentsPage *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, button);
}

/* Back to a payment that still waits for money. */
static void
add_continue (SmePaymentsPage *self)
{
  g_autoptr (SmePayment) payment = sme_order_find_current_payment (self->order);
  g_autofree char *route = NULL;
  GtkWidget *button;

  if (payment == NULL || !sme_payment_is_open (payment))
    return;
  route = sme_route_build ("order", sme_record_get_text (SME_RECORD (self->order), "id"), NULL);
  button = gtk_button_new_with_label (_ ("Continue the payment"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", route);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  gtk_box_append (self->box, button);
}

static void
add_head (SmePaymentsPage *self)
{
  SmeRecord *record = SME_RECORD (self->order);
  SmeRecord *plan = sme_record_get_object (record, "plan");
  GtkWidget *name = gtk_label_new (plan != NULL ? sme_record_get_text (plan, "name")
                                                : sme_record_get_text (record, "number"));
  GtkWidget *state = sme_state_label_new ();

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "title-2");
  sme_state_label_set_state (SME_STATE_LABEL (state), SME_TYPE_ORDER_STATE,
                             (int) sme_record_get_int (record, "state"));
  gtk_box_append (self->box, name);
  gtk_box_append (self->box, state);
}

static void
add_note (SmePaymentsPage *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (self->box, label);
}

/* What stops the order has a number to tell the hotline. */
static void
add_case (SmePaymentsPage *self)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (self));
  g_autofree char *text = sme_case_text_of_order (self->order, sme_context_is_local (context));

  if (text != NULL)
    add_note (self, text);
}

static void
show_order (SmePaymentsPage *self)
{
  SmeRecord *record = SME_RECORD (self->order);
  GListModel *payments = sme_record_get_list (record, "payments");
  GtkWidget *child;
  g_autofree char *title = g_strdup_printf (_ ("Order %s"), sme_record_get_text (record, "number"));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  sme_page_set_title (SME_PAGE (self), title);
  add_head (self);
  add_case (self);
  add_request (self);
  add_refunds (self, payments);
  if (add_payments (self, payments) == 0)
    add_note (self, _ ("Nothing has been paid for this order yet."));
  add_receipts (self, payments);
  add_invoices (self);
  add_continue (self);
  if (sme_next_step_allows (record, SME_NEXT_REQUEST_REFUND))
    add_button (self, _ ("_Ask for the money back…"), G_CALLBACK (on_ask_refund));
  if (sme_next_step_allows (record, SME_NEXT_CANCEL))
    add_button (self, _ ("_Cancel the order…"), G_CALLBACK (on_cancel_order));
}

static void
on_order_changed (SmePaymentsPage *self)
{
  if (sme_page_get_state (SME_PAGE (self)) == SME_PAGE_CONTENT)
    show_order (self);
}

static void
on_invoices_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePaymentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) invoices =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (invoices == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  g_set_object (&self->invoices, invoices);
  show_order (self);
  sme_page_show_content (SME_PAGE (self));
}

static void
follow (SmePaymentsPage *self, SmeOrder *order)
{
  if (self->order != NULL)
    g_signal_handlers_disconnect_by_data (self->order, self);
  g_set_object (&self->order, order);
  if (order != NULL)
    g_signal_connect_object (order, "notify::updated-at", G_CALLBACK (on_order_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePaymentsPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOrder) order = sme_caller_record_finish (SME_CALLER (source), result, &error);
  g_autoptr (SmeInvoiceQuery) query = sme_invoice_query_new ();

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  follow (self, order);
  sme_record_set_text (SME_RECORD (query), "order_id",
                       sme_record_get_text (SME_RECORD (order), "id"));
  sme_caller_send_async (SME_CALLER (source), SME_OP_LIST_INVOICES, NULL, SME_RECORD (query), NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_invoices_ready,
                         g_object_ref (self));
}

static void
sme_payments_page_load (SmePage *page)
{
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_GET_ORDER, sme_route_get_id (sme_page_get_route (page)), NULL, NULL,
                         sme_page_get_cancellable (page), on_order_ready, g_object_ref (page));
}

static void
sme_payments_page_dispose (GObject *object)
{
  SmePaymentsPage *self = SME_PAYMENTS_PAGE (object);

  follow (self, NULL);
  g_clear_object (&self->invoices);
  g_clear_object (&self->asked);
  G_OBJECT_CLASS (sme_payments_page_parent_class)->dispose (object);
}

static void
sme_payments_page_class_init (SmePaymentsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_payments_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_payments_page_load;
}

static void
sme_payments_page_init (SmePaymentsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_margin_top (clamp, 24);
  gtk_widget_set_margin_bottom (clamp, 24);
  gtk_widget_set_margin_start (clamp, 18);
  gtk_widget_set_margin_end (clamp, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  sme_page_set_content (SME_PAGE (self), scrolled);
  sme_page_set_title (SME_PAGE (self), _ ("Payments and invoices"));
}
