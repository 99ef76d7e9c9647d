/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-otp-step.h"

#include "app/form/sme-field-row.h"
#include "app/sme-error-text.h"
#include "app/sme-hotline-button.h"
#include "app/support/sme-case-dialog.h"
#include "base/sme-format.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>
#include <string.h>

#define CODE_LENGTH 6

struct _SmeOtpStep
{
  SmeSigningStep parent_instance;

  GtkLabel *template_name;
  GtkLabel *number;
  SmeFieldRow *code;
  GtkLabel *countdown;
  GtkLabel *tries;
  GtkButton *resend;
  GtkLabel *wait;
  GtkLabel *status; /* what a screen reader hears at once */
  GtkWidget *limit; /* what to do where no code can be sent for a while */
  GtkButton *inbox;
  guint tick;
  gboolean sending;
  gboolean expired; /* which was said */
};

G_DEFINE_FINAL_TYPE (SmeOtpStep, sme_otp_step, SME_TYPE_SIGNING_STEP)

static SmeSigningFlow *
get_flow (SmeOtpStep *self)
{
  return sme_signing_step_get_flow (SME_SIGNING_STEP (self));
}

static void
say (SmeOtpStep *self, const char *text)
{
  gtk_label_set_label (self->status, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
}

static gboolean
is_whole (SmeOtpStep *self)
{
  return strlen (sme_field_row_get_text (self->code)) == CODE_LENGTH;
}

/* What has to come first. */
static const char *
get_reason (SmeOtpStep *self)
{
  if (self->sending)
    return _ ("The code is being sent.");
  if (gtk_widget_get_visible (self->limit))
    return _ ("No more codes can be sent");
  if (sme_signing_flow_get_valid_seconds (get_flow (self)) == 0)
    return _ ("The code has expired. Have a new code sent.");
  return _ ("Enter the six digits of the code.");
}

static void
update_complete (SmeOtpStep *self)
{
  sme_step_set_complete (SME_STEP (self), is_whole (self) && !self->sending, get_reason (self));
}

static void
show_validity (SmeOtpStep *self)
{
  guint seconds = sme_signing_flow_get_valid_seconds (get_flow (self));
  g_autofree char *time = sme_format_duration (seconds);
  /* Translators: %s is a time such as 14:59. */
  g_autofree char *text = g_strdup_printf (_ ("The code is valid for another %s"), time);

  gtk_label_set_label (self->countdown,
                       seconds > 0 ? text : _ ("The code has expired. Have a new code sent."));
  if (seconds == 0 && !self->expired && !self->sending)
    say (self, _ ("The code has expired. Have a new code sent."));
  self->expired = seconds == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->countdown), seconds > 0);
}

static void
show_wait (SmeOtpStep *self)
{
  guint seconds = sme_signing_flow_get_wait_seconds (get_flow (self));
  g_autofree char *text = g_strdup_printf (
    ngettext ("Possible again in %d second.", "Possible again in %d seconds.", seconds),
    (int) seconds);

  gtk_label_set_label (self->wait, text);
  gtk_widget_set_visible (GTK_WIDGET (self->wait), seconds > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->resend), seconds == 0 && !self->sending);
}

static void
show_tries (SmeOtpStep *self)
{
  int left = sme_signing_flow_get_attempts_left (get_flow (self));
  g_autofree char *text =
    g_strdup_printf (ngettext ("%d try left.", "%d tries left.", (gulong) MAX (0, left)), left);

  gtk_label_set_label (self->tries, text);
  gtk_widget_set_visible (GTK_WIDGET (self->tries), left >= 0);
}

static void
show_number (SmeOtpStep *self)
{
  const char *sent_to = sme_signing_flow_get_sent_to (get_flow (self));

  gtk_label_set_label (self->number, sent_to != NULL ? sent_to : "");
}

static void
update (SmeOtpStep *self)
{
  show_number (self);
  show_validity (self);
  show_wait (self);
  show_tries (self);
  update_complete (self);
}

static gboolean
on_tick (gpointer data)
{
  show_validity (data);
  show_wait (data);
  update_complete (data);
  return G_SOURCE_CONTINUE;
}

static void
set_sending (SmeOtpStep *self, gboolean sending)
{
  self->sending = sending;
  update (self);
}

static void
take_sent (SmeOtpStep *self)
{
  const char *sent_to = sme_signing_flow_get_sent_to (get_flow (self));
  /* Translators: %s is a telephone number with some digits hidden. */
  g_autofree char *text = g_strdup_printf (_ ("A code was sent to %s."), sent_to);

  sme_field_row_set_error (self->code, NULL);
  sme_field_row_set_text (self->code, "");
  gtk_widget_set_visible (self->limit, FALSE);
  update_complete (self);
  say (self, text);
  sme_page_show_content (SME_PAGE (self));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    sme_field_row_focus (self->code);
}

/* No more codes for some hours: until when, and who can give more now. */
static gboolean
take_limit (SmeOtpStep *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (!g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_LIMIT))
    return FALSE;
  text = sme_error_text_summarize (error);
  say (self, text);
  gtk_widget_set_visible (self->limit, TRUE);
  update_complete (self);
  sme_page_show_content (SME_PAGE (self));
  return TRUE;
}

static void
on_tell_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeCasePlace place = sme_signing_step_get_case_place (SME_SIGNING_STEP (widget));

  sme_case_dialog_present (
    SME_PAGE (widget), &place, SME_CASE_LOCKED, _ ("No more codes can be sent"),
    _ ("Support can have codes sent again at once. Otherwise they can be sent when the time has"
       " passed."),
    NULL);
}

/* The first code: without it there is nothing to enter, so the step itself shows the error. */
static void
on_first_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeOtpStep) self = data;
  g_autoptr (GError) error = NULL;
  gboolean sent = sme_signing_flow_send_otp_finish (SME_SIGNING_FLOW (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->code == NULL)
    return;
  set_sending (self, FALSE);
  if (sent)
    take_sent (self);
  else if (!take_limit (self, error))
    sme_page_show_error (SME_PAGE (self), error);
}

static void
sme_otp_step_load (SmePage *page)
{
  SmeOtpStep *self = SME_OTP_STEP (page);

  if (!sme_signing_flow_needs_code (get_flow (self)))
    {
      update (self);
      sme_page_show_content (page);
      return;
    }
  say (self, NULL);
  set_sending (self, TRUE);
  sme_signing_flow_send_otp_async (get_flow (self), sme_page_get_cancellable (page), on_first_sent,
                                   g_object_ref (self));
}

static void
sme_otp_step_shown (SmePage *page)
{
  SmeOtpStep *self = SME_OTP_STEP (page);

  SME_PAGE_CLASS (sme_otp_step_parent_class)->shown (page);
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (1, on_tick, self);
  /* A new session begins with a new code (A48). */
  if (sme_signing_flow_needs_code (get_flow (self)) && !self->sending)
    sme_page_reload (page);
  else
    update (self);
}

static void
sme_otp_step_hidden (SmePage *page)
{
  g_clear_handle_id (&SME_OTP_STEP (page)->tick, g_source_remove);
  SME_PAGE_CLASS (sme_otp_step_parent_class)->hidden (page);
}

static void
on_resent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeOtpStep) self = data;
  g_autoptr (GError) error = NULL;
  gboolean sent = sme_signing_flow_send_otp_finish (SME_SIGNING_FLOW (source), result, &error);
  g_autofree char *text = sent ? NULL : sme_error_text_summarize (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->code == NULL)
    return;
  set_sending (self, FALSE);
  if (sent)
    take_sent (self);
  else if (!take_limit (self, error) && !sme_step_take_error (SME_STEP (self), error))
    say (self, text);
}

static void
on_resend_clicked (SmeOtpStep *self)
{
  if (self->sending || sme_step_get_applying (SME_STEP (self)))
    return;
  say (self, NULL);
  set_sending (self, TRUE);
  sme_signing_flow_send_otp_async (get_flow (self), sme_page_get_cancellable (SME_PAGE (self)),
                                   on_resent, g_object_ref (self));
}

/* The digits of what was typed or pasted ("Your code is 123 456"), six at most. */
static char *
take_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0' && digits->len < CODE_LENGTH; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  return g_string_free (digits, FALSE);
}

static void
on_code_edited (SmeOtpStep *self)
{
  g_autofree char *digits = NULL;

  if (sme_field_row_is_composing (self->code))
    return;
  digits = take_digits (sme_field_row_get_text (self->code));
  if (!g_str_equal (digits, sme_field_row_get_text (self->code)))
    {
      sme_field_row_set_text (self->code, digits);
      return; /* which came back here */
    }
  sme_field_row_set_error (self->code, NULL);
  update_complete (self);
  if (is_whole (self))
    sme_step_request_next (SME_STEP (self));
}

static void
on_code_activated (SmeOtpStep *self)
{
  sme_step_request_next (SME_STEP (self));
}

static void
on_verified (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SmeOtpStep *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!sme_signing_flow_verify_otp_finish (SME_SIGNING_FLOW (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->code != NULL)
    sme_field_row_set_text (self->code, "");
  g_task_return_boolean (task, TRUE);
}

static void
sme_otp_step_apply_async (SmeStep *step,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  SmeOtpStep *self = SME_OTP_STEP (step);
  GTask *task = g_task_new (step, cancellable, callback, data);

  g_task_set_source_tag (task, sme_otp_step_apply_async);
  sme_signing_flow_verify_otp_async (get_flow (self), sme_field_row_get_text (self->code),
                                     cancellable, on_verified, task);
}

/* What was wrong goes: the next key begins anew. */
static void
refuse_code (SmeOtpStep *self, const char *text)
{
  sme_field_row_set_text (self->code, "");
  update (self);
  sme_field_row_set_error (self->code, text);
  say (self, NULL);
  sme_field_row_focus (self->code);
}

static gboolean
sme_otp_step_take_error (SmeStep *step, const GError *error)
{
  SmeOtpStep *self = SME_OTP_STEP (step);

  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_WRONG))
    {
      refuse_code (self,
                   _ ("Wrong OTP code: please enter the OTP again, try again in a few minutes."));
      say (self, _ ("Check the newest message on your phone and enter its code, or have a new code "
                    "sent."));
    }
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_EXPIRED))
    refuse_code (self, _ ("The code has expired. Have a new code sent."));
  else
    return SME_STEP_CLASS (sme_otp_step_parent_class)->take_error (step, error);
  return TRUE;
}

static gboolean
sme_otp_step_grab_first_focus (SmePage *page)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SME_OTP_STEP (page)->code));
}

static void
sme_otp_step_constructed (GObject *object)
{
  SmeOtpStep *self = SME_OTP_STEP (object);
  SmeContext *context = sme_page_get_context (SME_PAGE (self));

  G_OBJECT_CLASS (sme_otp_step_parent_class)->constructed (object);
  g_signal_connect_object (get_flow (self), "otp-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_flow (self), "notify::attempts-left", G_CALLBACK (show_tries), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->inbox),
                          context != NULL && sme_context_is_local (context));
  gtk_label_set_label (self->template_name,
                       sme_signing_step_pick (SME_SIGNING_STEP (self),
                                              _ ("SmartCA OneSME contract template"),
                                              _ ("Acceptance record")));
  update (self);
}

static void
sme_otp_step_dispose (GObject *object)
{
  SmeOtpStep *self = SME_OTP_STEP (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_OTP_STEP);
  G_OBJECT_CLASS (sme_otp_step_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_HOTLINE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-otp-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, template_name);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, number);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, code);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, countdown);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, tries);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, resend);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, wait);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, status);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, limit);
  gtk_widget_class_bind_template_child (widget_class, SmeOtpStep, inbox);
  gtk_widget_class_bind_template_callback (widget_class, on_code_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_code_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_resend_clicked);
}

static void
sme_otp_step_class_init (SmeOtpStepClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);
  SmeStepClass *step_class = SME_STEP_CLASS (klass);

  object_class->constructed = sme_otp_step_constructed;
  object_class->dispose = sme_otp_step_dispose;
  page_class->load = sme_otp_step_load;
  page_class->shown = sme_otp_step_shown;
  page_class->hidden = sme_otp_step_hidden;
  page_class->grab_first_focus = sme_otp_step_grab_first_focus;
  step_class->apply_async = sme_otp_step_apply_async;
  step_class->take_error = sme_otp_step_take_error;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "otp.tell", NULL, on_tell_activated);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_otp_step_init (SmeOtpStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_step_set_primary_label (SME_STEP (self), _ ("Continue"));
}
