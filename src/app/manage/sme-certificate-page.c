/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-certificate-page.h"

#include "app/account/sme-countdown.h"
#include "app/manage/sme-certificate-text.h"
#include "app/support/sme-case-text.h"
#include "app/manage/sme-fact-row.h"
#include "app/manage/sme-next-step.h"
#include "app/manage/sme-phone-app.h"
#include "app/order/sme-qr-code.h"
#include "app/sme-wrap-box.h"
#include "app/sme-hotline-button.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "core/sme-order.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

/* Where the phone app is found, and "Try it now" leads to (A3). */
#define PHONE_APP "https://smartca.vnpt.vn"

struct _SmeCertificatePage
{
  SmePage parent_instance;

  GtkLabel *plan_label;
  GtkLabel *order_label;
  GtkListBox *stages;
  GtkLabel *refusal;
  GtkLabel *case_number;
  GtkLabel *next;
  GtkButton *acceptance;
  GtkWidget *resend_box;
  GtkLabel *wait;
  GtkWidget *phone;
  SmeQrCode *qr;
  GtkWidget *facts;
  SmeFactRow *serial_row;
  SmeFactRow *validity_row;
  SmePhoneApp *phone_app;
  GtkButton *contract;
  GtkButton *record;
  GtkButton *support;
  GtkButton *money;

  SmeOrder *order;
  SmeCertificate *certificate;
  SmeCountdown *countdown;
  gboolean resending;
};

G_DEFINE_FINAL_TYPE (SmeCertificatePage, sme_certificate_page, SME_TYPE_PAGE)

static const char *
get_icon_name (SmeStageMark mark)
{
  switch (mark)
    {
    case SME_STAGE_DONE:
      return "emblem-ok-symbolic";
    case SME_STAGE_CURRENT:
      return "go-next-symbolic";
    case SME_STAGE_FAILED:
      return "dialog-warning-symbolic";
    case SME_STAGE_TO_COME:
    default:
      return "content-loading-symbolic";
    }
}

static GtkWidget *
make_mark (SmeStageMark mark)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon_name (mark));

  if (mark == SME_STAGE_DONE)
    gtk_widget_add_css_class (icon, "success");
  else if (mark == SME_STAGE_FAILED)
    gtk_widget_add_css_class (icon, "error");
  else if (mark == SME_STAGE_TO_COME)
    gtk_widget_add_css_class (icon, "dim-label");
  return icon;
}

static GtkWidget *
make_stage (SmeCertificate *certificate, SmeCertificateStage stage)
{
  GtkWidget *row = adw_action_row_new ();
  SmeStageMark mark = sme_certificate_text_mark (certificate, stage);
  g_autofree char *detail = sme_certificate_text_detail (certificate, stage);
  GtkWidget *word = gtk_label_new (sme_certificate_text_name_mark (mark));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 sme_certificate_text_stage (certificate, stage));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail != NULL ? detail : "");
  gtk_widget_add_css_class (word, "dim-label");
  gtk_widget_add_css_class (word, "caption");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_mark (mark));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_stages (SmeCertificatePage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->stages))) != NULL)
    gtk_list_box_remove (self->stages, row);
  for (SmeCertificateStage stage = 0; stage < SME_N_STAGES; stage++)
    gtk_list_box_append (self->stages, make_stage (self->certificate, stage));
}

static void
show_facts (SmeCertificatePage *self)
{
  SmeRecord *record = SME_RECORD (self->certificate);
  gboolean issued = sme_record_has (record, "valid_from");
  g_autofree char *begin = sme_format_date ((int) sme_record_get_int (record, "valid_from"));
  g_autofree char *end = sme_format_date ((int) sme_record_get_int (record, "valid_until"));
  g_autofree char *validity = g_strdup_printf ("%s – %s", begin, end);

  gtk_widget_set_visible (self->facts, issued);
  sme_fact_row_set_value (self->serial_row, sme_record_get_text (record, "serial_number"));
  sme_fact_row_set_value (self->validity_row, issued ? validity : NULL);
}

static void
show_wait (SmeCertificatePage *self)
{
  guint left = sme_countdown_get_seconds (self->countdown);
  gboolean sent =
    sme_record_get_int (SME_RECORD (self->certificate), "state") == SME_CERTIFICATE_CODE_SENT;
  g_autofree char *text =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Possible again in %d second.",
                                  "Possible again in %d seconds.", left),
                     (int) left);

  gtk_widget_set_visible (self->resend_box, sent);
  gtk_widget_set_visible (GTK_WIDGET (self->wait), left > 0);
  gtk_label_set_label (self->wait, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "certificate.resend",
                                 sent && left == 0 && !self->resending);
}

/* By the server's time: this computer's clock may be wrong. */
static void
start_countdown (SmeCertificatePage *self)
{
  SmeRecord *record = SME_RECORD (self->certificate);
  gint64 wait =
    sme_record_get_int (record, "resend_after") - sme_record_get_int (record, "server_time");

  sme_countdown_start (self->countdown, wait > 0 ? (guint) ((wait + 999) / 1000) : 0);
  show_wait (self);
}

/* The contract promises it where the certificate was refused. */
static gboolean
can_have_money_back (SmeOrder *order)
{
  const char *const *grounds = sme_record_get_texts (SME_RECORD (order), "refund_grounds");

  return grounds != NULL && g_strv_contains (grounds, "certificate_refused");
}

static void
show_buttons (SmeCertificatePage *self)
{
  SmeRecord *order = SME_RECORD (self->order);
  const char *id = sme_record_get_text (order, "id");
  g_autofree char *contract = sme_next_step_build_route (SME_NEXT_VIEW_CONTRACT, id);
  g_autofree char *acceptance = sme_next_step_build_route (SME_NEXT_SIGN_ACCEPTANCE, id);
  g_autofree char *support = sme_next_step_build_route (SME_NEXT_CONTACT_SUPPORT, id);
  g_autofree char *record = sme_route_build ("contract", id, "purpose", "acceptance", NULL);
  g_autofree char *money = sme_route_build ("payments", id, NULL);
  gboolean active = sme_record_get_int (order, "state") == SME_ORDER_ACTIVE;

  sme_next_step_set_route (GTK_ACTIONABLE (self->acceptance), acceptance);
  gtk_widget_set_visible (GTK_WIDGET (self->acceptance),
                          sme_next_step_allows (order, SME_NEXT_SIGN_ACCEPTANCE));
  sme_next_step_set_route (GTK_ACTIONABLE (self->contract), contract);
  gtk_widget_set_visible (GTK_WIDGET (self->contract),
                          sme_next_step_allows (order, SME_NEXT_VIEW_CONTRACT));
  sme_next_step_set_route (GTK_ACTIONABLE (self->record), record);
  gtk_widget_set_visible (GTK_WIDGET (self->record), active);
  sme_next_step_set_route (GTK_ACTIONABLE (self->support), support);
  gtk_widget_set_visible (GTK_WIDGET (self->support),
                          sme_next_step_allows (order, SME_NEXT_CONTACT_SUPPORT));
  sme_next_step_set_route (GTK_ACTIONABLE (self->money), money);
  gtk_widget_set_visible (GTK_WIDGET (self->money), can_have_money_back (self->order));
}

static const char *
get_next_words (SmeCertificatePage *self)
{
  switch (sme_record_get_int (SME_RECORD (self->order), "state"))
    {
    case SME_ORDER_ACTIVE:
      return _ ("Your subscription is in use. Nothing more has to be done.");
    case SME_ORDER_ON_HOLD:
      return _ ("The order is on hold while support is looking into it.");
    case SME_ORDER_LOCKED:
      return _ ("Signing is locked; please call the hotline 1800 1260 (free), branch 1.");
    default:
      return sme_certificate_text_next (self->certificate);
    }
}

/* Why it was refused, and the number to tell the hotline, whatever it is of. */
static void
show_refusal (SmeCertificatePage *self)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (self));
  g_autofree char *refusal = sme_certificate_text_refusal (self->certificate);
  g_autofree char *number = sme_case_text_of_order (self->order, sme_context_is_local (context));

  gtk_label_set_label (self->refusal, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  gtk_label_set_label (self->case_number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->case_number), number != NULL);
}

static void
show_all (SmeCertificatePage *self)
{
  SmeRecord *plan = sme_record_get_object (SME_RECORD (self->order), "plan");
  const char *number = sme_record_get_text (SME_RECORD (self->order), "number");
  g_autofree char *order = g_strdup_printf (_ ("Order %s"), number);
  gint64 state = sme_record_get_int (SME_RECORD (self->certificate), "state");

  gtk_label_set_label (self->plan_label, plan != NULL ? sme_record_get_text (plan, "name") : "");
  gtk_label_set_label (self->order_label, order);
  show_refusal (self);
  gtk_label_set_label (self->next, get_next_words (self));
  gtk_widget_set_visible (self->phone,
                          state <= SME_CERTIFICATE_REFUSED && state != SME_CERTIFICATE_ISSUED);
  show_stages (self);
  show_facts (self);
  show_buttons (self);
  sme_phone_app_set_certificate (self->phone_app, self->certificate, number);
}

static void
on_certificate_changed (SmeCertificatePage *self)
{
  start_countdown (self);
  show_all (self);
}

static void
follow (SmeCertificatePage *self, SmeCertificate *certificate)
{
  if (self->certificate != NULL)
    g_signal_handlers_disconnect_by_data (self->certificate, self);
  g_set_object (&self->certificate, certificate);
  if (certificate != NULL)
    g_signal_connect_object (certificate, "notify", G_CALLBACK (on_certificate_changed), self,
                             G_CONNECT_SWAPPED);
}

static void
follow_order (SmeCertificatePage *self, SmeOrder *order)
{
  if (self->order != NULL)
    g_signal_handlers_disconnect_by_data (self->order, self);
  g_set_object (&self->order, order);
  if (order != NULL)
    g_signal_connect_object (order, "notify::next-actions", G_CALLBACK (show_all), self,
                             G_CONNECT_SWAPPED);
}

/* Before the contract is signed there is nothing to follow; what comes first, the order says. */
static void
show_nothing (SmeCertificatePage *self)
{
  SmeNextStep step;
  const char *id = sme_record_get_text (SME_RECORD (self->order), "id");
  g_autofree char *route = NULL, *action = NULL;

  sme_page_show_empty (SME_PAGE (self), "onesme-certificate-symbolic", _ ("No certificate yet"),
                       _ ("The activation code is sent when the contract is signed."));
  if (!sme_next_step_find (SME_RECORD (self->order), &step))
    return;
  route = sme_next_step_build_route (step.action, id);
  if (route == NULL)
    return;
  action = g_strdup_printf ("win.open::%s", route);
  sme_page_set_empty_action (SME_PAGE (self), step.label, action);
}

static void
on_certificate_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeCertificatePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeCertificate) certificate =
    sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stages == NULL)
    return;
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NOT_FOUND))
    show_nothing (self);
  else if (certificate == NULL)
    sme_page_show_error (SME_PAGE (self), error);
  else
    {
      follow (self, certificate);
      on_certificate_changed (self);
      sme_page_show_content (SME_PAGE (self));
    }
}

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeCertificatePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOrder) order = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stages == NULL)
    return;
  if (order == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  follow (self, NULL);
  follow_order (self, order);
  sme_caller_send_async (SME_CALLER (source), SME_OP_GET_CERTIFICATE,
                         sme_record_get_text (SME_RECORD (order), "id"), NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_certificate_ready,
                         g_object_ref (self));
}

static void
sme_certificate_page_load (SmePage *page)
{
  SmeCaller *shop = SME_CALLER (sme_context_get_shop (sme_page_get_context (page)));
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "certificate without an order");
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (shop, SME_OP_GET_ORDER, id, NULL, NULL, sme_page_get_cancellable (page),
                         on_order_ready, g_object_ref (page));
}

static void
on_resent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeCertificatePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);
  int wait =
    error != NULL && error->domain == SME_PROBLEM ? sme_problem_get_retry_after (error) : 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->stages == NULL)
    return;
  self->resending = FALSE;
  if (wait > 0)
    sme_countdown_start (self->countdown, (guint) wait);
  show_wait (self);
  if (answer != NULL)
    sme_page_toast (SME_PAGE (self), _ ("A new activation code was sent"));
  else
    sme_page_toast_error (SME_PAGE (self), error);
}

static void
on_resend_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeCertificatePage *self = SME_CERTIFICATE_PAGE (widget);
  SmePage *page = SME_PAGE (widget);

  if (self->resending || self->certificate == NULL)
    return;
  self->resending = TRUE;
  show_wait (self);
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_RESEND_CERTIFICATE_CODE,
                         sme_record_get_text (SME_RECORD (self->order), "id"), NULL, NULL,
                         sme_page_get_cancellable (page), on_resent, g_object_ref (self));
}

static void
on_try_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), PHONE_APP, GDK_CURRENT_TIME);
}

static void
sme_certificate_page_dispose (GObject *object)
{
  SmeCertificatePage *self = SME_CERTIFICATE_PAGE (object);

  follow (self, NULL);
  follow_order (self, NULL);
  g_clear_object (&self->countdown);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_CERTIFICATE_PAGE);
  G_OBJECT_CLASS (sme_certificate_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FACT_ROW);
  g_type_ensure (SME_TYPE_HOTLINE_BUTTON);
  g_type_ensure (SME_TYPE_PHONE_APP);
  g_type_ensure (SME_TYPE_QR_CODE);
  g_type_ensure (SME_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-certificate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, plan_label);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, order_label);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, stages);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, refusal);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, next);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, acceptance);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, resend_box);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, wait);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, phone);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, qr);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, facts);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, serial_row);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, validity_row);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, phone_app);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, contract);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, record);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, support);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, money);
  gtk_widget_class_bind_template_child (widget_class, SmeCertificatePage, case_number);
}

static void
sme_certificate_page_class_init (SmeCertificatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_certificate_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_certificate_page_load;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "certificate.resend", NULL, on_resend_activated);
  gtk_widget_class_install_action (widget_class, "certificate.try", NULL, on_try_activated);
}

static void
sme_certificate_page_init (SmeCertificatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Digital certificate"));
  self->countdown = sme_countdown_new ();
  g_signal_connect_object (self->countdown, "notify::seconds", G_CALLBACK (show_wait), self,
                           G_CONNECT_SWAPPED);
  sme_phone_app_set_page (self->phone_app, SME_PAGE (self));
  sme_qr_code_set_text (self->qr, PHONE_APP);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->qr), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("QR code that opens smartca.vnpt.vn on the phone"), -1);
}
