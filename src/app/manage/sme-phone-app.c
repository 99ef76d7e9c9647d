/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-phone-app.h"

#include "client/sme-caller.h"
#include "core/sme-enums.h"
#include "core/sme-inbox-item.h"
#include "core/sme-otp-code.h"
#include "core/sme-problem.h"
#include "core/sme-refusal-request.h"

#include <glib/gi18n.h>
#include <string.h>

#define CODE_DIGITS 8

struct _SmePhoneApp
{
  AdwBin parent_instance;

  GtkEditable *code;
  GtkWidget *code_group;
  GtkWidget *identify;
  GtkWidget *issue;
  GtkWidget *refuse;
  GtkLabel *problem;

  SmePage *page; /* we are in it */
  SmeCertificate *certificate;
  char *order_number;
  gboolean busy; /* one step at a time */
};

G_DEFINE_FINAL_TYPE (SmePhoneApp, sme_phone_app, ADW_TYPE_BIN)

static SmeCaller *
get_tools (SmePhoneApp *self)
{
  return SME_CALLER (sme_context_get_local_tools (sme_page_get_context (self->page)));
}

static void
say (SmePhoneApp *self, const char *text)
{
  gtk_label_set_label (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

static void
update (SmePhoneApp *self)
{
  gint64 state = sme_record_get_int (SME_RECORD (self->certificate), "state");
  gboolean ekyc = state == SME_CERTIFICATE_EKYC;

  gtk_widget_set_visible (self->code_group, state == SME_CERTIFICATE_CODE_SENT);
  gtk_widget_set_visible (self->identify,
                          state == SME_CERTIFICATE_ACTIVATED || state == SME_CERTIFICATE_REFUSED);
  gtk_widget_set_visible (self->issue, ekyc);
  gtk_widget_set_visible (self->refuse, ekyc);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          sme_page_get_context (self->page) != NULL && get_tools (self) != NULL &&
                            state <= SME_CERTIFICATE_REFUSED && state != SME_CERTIFICATE_ISSUED);
}

static void
tell_error (SmePhoneApp *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_WRONG))
    {
      int left = sme_problem_get_attempts_left (error);

      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Wrong activation code. %d try left.",
                                           "Wrong activation code. %d tries left.", (gulong) left),
                              left);
      say (self, text);
    }
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_EXPIRED))
    say (self, _ ("This activation code is no longer valid. Have it sent again."));
  else
    sme_page_toast_error (self->page, error);
}

/* What the certificate is now, the server's event tells. */
static void
on_step_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePhoneApp) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL)
    return;
  self->busy = FALSE;
  say (self, NULL);
  if (answer == NULL)
    tell_error (self, error);
  else
    gtk_editable_set_text (self->code, "");
}

static void
send (SmePhoneApp *self, SmeOperationId op, SmeRecord *body)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  sme_caller_send_async (
    get_tools (self), op, sme_record_get_text (SME_RECORD (self->certificate), "order_id"), NULL,
    body, sme_page_get_cancellable (self->page), on_step_done, g_object_ref (self));
}

static void
on_enter_clicked (SmePhoneApp *self)
{
  g_autoptr (SmeRecord) body = SME_RECORD (sme_otp_code_new ());
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (self->code)));

  if (*code == '\0')
    {
      say (self, _ ("Enter the activation code first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->code));
      return;
    }
  sme_record_set_text (body, "code", code);
  send (self, SME_OP_LOCAL_SMARTCA_ACTIVATE, body);
}

static void
on_identify_clicked (SmePhoneApp *self)
{
  send (self, SME_OP_LOCAL_SMARTCA_EKYC, NULL);
}

static void
on_issue_clicked (SmePhoneApp *self)
{
  send (self, SME_OP_LOCAL_SMARTCA_ISSUE, NULL);
}

static void
on_refuse_clicked (SmePhoneApp *self)
{
  g_autoptr (SmeRecord) body = SME_RECORD (sme_refusal_request_new ());

  sme_record_set_int (body, "refusal", SME_REFUSAL_FACE_MISMATCH);
  send (self, SME_OP_LOCAL_SMARTCA_REFUSE, body);
}

/* The newest one: an activation code has eight digits, an OTP six. */
static char *
find_code (GListModel *inbox, const char *order_number)
{
  for (guint i = g_list_model_get_n_items (inbox); i > 0; i--)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (inbox, i - 1);
      const char *code = sme_record_get_text (item, "code");
      const char *body = sme_record_get_text (item, "body");

      if (sme_record_get_int (item, "kind") == SME_MESSAGE_SMS && code != NULL &&
          strlen (code) == CODE_DIGITS && strstr (body, order_number) != NULL)
        return g_strdup (code);
    }
  return NULL;
}

static void
on_inbox_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePhoneApp) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) inbox =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);
  g_autofree char *code = inbox != NULL ? find_code (inbox, self->order_number) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->page == NULL)
    return;
  self->busy = FALSE;
  if (inbox == NULL)
    sme_page_toast_error (self->page, error);
  else if (code != NULL)
    gtk_editable_set_text (self->code, code);
}

static void
on_from_inbox_clicked (SmePhoneApp *self)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  say (self, NULL);
  sme_caller_send_async (get_tools (self), SME_OP_LOCAL_INBOX, NULL, NULL, NULL,
                         sme_page_get_cancellable (self->page), on_inbox_ready,
                         g_object_ref (self));
}

static void
sme_phone_app_dispose (GObject *object)
{
  SmePhoneApp *self = SME_PHONE_APP (object);

  self->page = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_PHONE_APP);
  g_clear_object (&self->certificate);
  g_clear_pointer (&self->order_number, g_free);
  G_OBJECT_CLASS (sme_phone_app_parent_class)->dispose (object);
}

static void
sme_phone_app_class_init (SmePhoneAppClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_phone_app_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-phone-app.ui");
  gtk_widget_class_bind_template_child (widget_class, SmePhoneApp, code);
  gtk_widget_class_bind_template_child (widget_class, SmePhoneApp, code_group);
  gtk_widget_class_bind_template_child (widget_class, SmePhoneApp, identify);
  gtk_widget_class_bind_template_child (widget_class, SmePhoneApp, issue);
  gtk_widget_class_bind_template_child (widget_class, SmePhoneApp, refuse);
  gtk_widget_class_bind_template_child (widget_class, SmePhoneApp, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_from_inbox_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_enter_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_identify_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_issue_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_refuse_clicked);
}

static void
sme_phone_app_init (SmePhoneApp *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sme_phone_app_set_page (SmePhoneApp *self, SmePage *page)
{
  g_return_if_fail (SME_IS_PHONE_APP (self));
  self->page = page;
}

void
sme_phone_app_set_certificate (SmePhoneApp *self,
                               SmeCertificate *certificate,
                               const char *order_number)
{
  g_return_if_fail (SME_IS_PHONE_APP (self) && SME_IS_CERTIFICATE (certificate));
  g_set_object (&self->certificate, certificate);
  g_free (self->order_number);
  self->order_number = g_strdup (order_number);
  update (self);
}
