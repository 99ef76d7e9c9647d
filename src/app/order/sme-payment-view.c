/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-payment-view.h"

#include "app/order/sme-bank-list.h"
#include "app/order/sme-payment-text.h"
#include "app/order/sme-qr-code.h"
#include "app/order/sme-transfer-details.h"
#include "app/sme-hotline-button.h"
#include "app/signing/sme-otp-countdown.h"
#include "base/sme-format.h"
#include "client/sme-local-tools.h"
#include "core/sme-bank-link-request.h"
#include "core/sme-enums.h"

#include <glib/gi18n.h>

struct _SmePaymentView
{
  GtkWidget parent_instance;
  GtkWidget *box;
  SmeQrCode *qr;
  GtkLabel *state;
  GtkLabel *sums;
  GtkLabel *returned;
  GtkLabel *countdown;
  GtkLabel *amount;
  SmeTransferDetails *details;
  SmeBankList *banks;
  GtkButton *again;
  GtkButton *open_bank;
  GtkButton *reopen;
  GtkButton *other;
  SmeContext *context;
  SmePayment *payment;
  gint64 server_time; /* what the last answer says, and when it was seen here */
  gint64 seen_at;
  GCancellable *cancellable;
  gulong changed;
  guint tick;
  gboolean checking; /* asking what became of it, before anything is offered */
};

static guint signal_again, signal_other;

G_DEFINE_FINAL_TYPE (SmePaymentView, sme_payment_view, GTK_TYPE_WIDGET)

/* Seconds by the server's time; a clock that is set wrong here changes nothing. */
static gint64
get_seconds_left (SmePaymentView *self)
{
  SmeRecord *record = SME_RECORD (self->payment);
  gint64 server_time = sme_record_get_int (record, "server_time");
  gint64 now = sme_otp_countdown_now ();

  if (!sme_record_has (record, "server_time"))
    return 0;
  if (server_time != self->server_time)
    self->seen_at = now;
  self->server_time = server_time;
  return (sme_record_get_int (record, "expires_at") - server_time - (now - self->seen_at) / 1000) /
         1000;
}

static void
show_countdown (SmePaymentView *self)
{
  gint64 left = get_seconds_left (self);
  g_autofree char *time = sme_format_duration (MAX (0, left));
  g_autofree char *text = g_strdup_printf (sme_payment_is_by_gateway (self->payment)
                                             /* Translators: %s is a time such as 14:59. */
                                             ? _ ("The payment page is valid for another %s")
                                             /* Translators: %s is a time such as 14:59. */
                                             : _ ("The code is valid for another %s"),
                                           time);

  gtk_label_set_label (self->countdown, text);
  gtk_widget_set_visible (GTK_WIDGET (self->countdown),
                          !self->checking && sme_payment_is_open (self->payment) && left > 0);
}

static gboolean
on_tick (gpointer user_data)
{
  if (SME_PAYMENT_VIEW (user_data)->payment != NULL)
    show_countdown (user_data);
  return G_SOURCE_CONTINUE;
}

static void
show_details (SmePaymentView *self)
{
  SmeRecord *vietqr = sme_record_get_object (SME_RECORD (self->payment), "vietqr");
  gint64 rest = sme_record_get_int (SME_RECORD (self->payment), "amount") -
                sme_record_get_int (SME_RECORD (self->payment), "received");
  g_autofree char *money = sme_format_money (rest);
  gboolean open = vietqr != NULL && !self->checking && sme_payment_is_open (self->payment);

  gtk_widget_set_visible (GTK_WIDGET (self->amount), open);
  gtk_widget_set_visible (GTK_WIDGET (self->qr), open);
  gtk_widget_set_visible (GTK_WIDGET (self->details), open);
  gtk_widget_set_visible (GTK_WIDGET (self->banks), open);
  gtk_widget_set_visible (GTK_WIDGET (self->open_bank),
                          open && sme_context_get_local_tools (self->context) != NULL);
  if (!open)
    return;
  sme_qr_code_set_text (self->qr, sme_record_get_text (vietqr, "payload"));
  gtk_label_set_label (self->amount, money);
  sme_transfer_details_set (self->details, SME_VIETQR_DETAILS (vietqr), rest);
}

static void
show_buttons (SmePaymentView *self)
{
  gboolean over = !self->checking && sme_payment_is_over (self->payment);
  gboolean page = !self->checking && sme_payment_is_open (self->payment) &&
                  sme_record_has (SME_RECORD (self->payment), "redirect_url");

  gtk_button_set_label (self->again, sme_payment_is_by_gateway (self->payment)
                                       ? _ ("Pay again")
                                       : _ ("Ask for a new code"));
  gtk_widget_set_visible (GTK_WIDGET (self->again), over);
  gtk_widget_set_visible (GTK_WIDGET (self->reopen), page);
  gtk_widget_set_visible (GTK_WIDGET (self->other),
                          !self->checking && sme_payment_is_open (self->payment));
}

/* What of the amount has come, and what has not. */
static void
show_sums (SmePaymentView *self)
{
  g_autofree char *sums = self->checking ? NULL : sme_payment_text_describe_sums (self->payment);

  gtk_label_set_label (self->sums, sums != NULL ? sums : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sums), sums != NULL);
}

static void
update (SmePaymentView *self)
{
  gtk_label_set_label (self->state, self->checking ? _ ("Checking with the bank…")
                                                   : sme_payment_text_describe (self->payment));
  show_sums (self);
  show_buttons (self);
  show_details (self);
  show_countdown (self);
}

static void
forget_payment (SmePaymentView *self)
{
  if (self->payment != NULL)
    g_clear_signal_handler (&self->changed, self->payment);
  g_clear_object (&self->payment);
}

void
sme_payment_view_set_payment (SmePaymentView *self, SmePayment *payment)
{
  if (self->payment == payment && !self->checking)
    return;
  g_object_ref (payment);
  if (self->payment != payment)
    sme_payment_view_set_returned (self, 0);
  forget_payment (self);
  self->checking = FALSE;
  self->payment = payment;
  self->changed = g_signal_connect_swapped (payment, "notify", G_CALLBACK (update), self);
  update (self);
}

void
sme_payment_view_check (SmePaymentView *self, SmePayment *payment)
{
  sme_payment_view_set_payment (self, payment);
  self->checking = TRUE;
  update (self);
}

void
sme_payment_view_set_returned (SmePaymentView *self, gint64 came)
{
  g_autofree char *text = sme_payment_text_describe_parts_returned (came);

  g_return_if_fail (SME_IS_PAYMENT_VIEW (self));
  gtk_label_set_label (self->returned, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->returned), text != NULL);
}

void
sme_payment_view_show_top (SmePaymentView *self)
{
  GtkWidget *scroller;

  g_return_if_fail (SME_IS_PAYMENT_VIEW (self));

  scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  if (scroller != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)),
                              0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
sme_payment_view_open_page (SmePaymentView *self)
{
  const char *url =
    self->payment != NULL ? sme_record_get_text (SME_RECORD (self->payment), "redirect_url") : NULL;

  if (url != NULL)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), url, GDK_CURRENT_TIME);
}

static void
on_reopen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sme_payment_view_open_page (SME_PAYMENT_VIEW (widget));
}

static void
on_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signal_again, 0);
}

static void
on_other (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signal_other, 0);
}

static void
on_bank_link (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SmePaymentView) self = user_data;
  g_autoptr (SmeRecord) link = sme_local_tools_call_finish (SME_LOCAL_TOOLS (source), result, NULL);

  if (link == NULL || self->box == NULL)
    return;
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                sme_record_get_text (link, "url"), GDK_CURRENT_TIME);
}

static void
on_open_bank (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SmePaymentView *self = SME_PAYMENT_VIEW (widget);
  SmeRecord *vietqr = sme_record_get_object (SME_RECORD (self->payment), "vietqr");
  g_autoptr (SmeBankLinkRequest) request = sme_bank_link_request_new ();

  if (vietqr == NULL)
    return;
  sme_record_set_text (SME_RECORD (request), "payload", sme_record_get_text (vietqr, "payload"));
  sme_local_tools_call_async (sme_context_get_local_tools (self->context), SME_OP_LOCAL_PAY_LINK,
                              NULL, NULL, SME_RECORD (request), self->cancellable, on_bank_link,
                              g_object_ref (self));
}

/* What there is to pay with. */
static gboolean
sme_payment_view_grab_focus (GtkWidget *widget)
{
  SmePaymentView *self = SME_PAYMENT_VIEW (widget);

  return gtk_widget_get_visible (GTK_WIDGET (self->qr))
           ? gtk_widget_grab_focus (GTK_WIDGET (self->qr))
           : gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
sme_payment_view_dispose (GObject *object)
{
  SmePaymentView *self = SME_PAYMENT_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  forget_payment (self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sme_payment_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-payment-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, box);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, qr);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, state);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, sums);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, returned);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, countdown);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, details);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, amount);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, banks);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, again);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, open_bank);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, reopen);
  gtk_widget_class_bind_template_child (widget_class, SmePaymentView, other);
}

static void
sme_payment_view_class_init (SmePaymentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_payment_view_dispose;
  widget_class->grab_focus = sme_payment_view_grab_focus;
  signal_again = g_signal_new ("again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  signal_other = g_signal_new ("other", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  g_type_ensure (SME_TYPE_QR_CODE);
  g_type_ensure (SME_TYPE_BANK_LIST);
  g_type_ensure (SME_TYPE_TRANSFER_DETAILS);
  g_type_ensure (SME_TYPE_HOTLINE_BUTTON);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "payment.again", NULL, on_again);
  gtk_widget_class_install_action (widget_class, "payment.other", NULL, on_other);
  gtk_widget_class_install_action (widget_class, "payment.reopen", NULL, on_reopen);
  gtk_widget_class_install_action (widget_class, "payment.open-bank", NULL, on_open_bank);
}

static void
sme_payment_view_init (SmePaymentView *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->qr), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("VietQR code to scan with a banking app"), -1);
}

GtkWidget *
sme_payment_view_new (SmeContext *context)
{
  SmePaymentView *self = g_object_new (SME_TYPE_PAYMENT_VIEW, NULL);

  self->context = g_object_ref (context);
  self->tick = g_timeout_add_seconds (1, on_tick, self);
  return GTK_WIDGET (self);
}
