/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-contact-page.h"

#include "app/account/sme-account-rules.h"
#include "app/account/sme-forgotten-button.h"
#include "app/account/sme-form-checker.h"
#include "app/account/sme-sent-code.h"
#include "app/account/sme-try-pause.h"
#include "client/sme-shop.h"
#include "core/sme-email-change.h"
#include "core/sme-otp-code.h"
#include "core/sme-phone-change.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

/* How the two ways differ. */
typedef struct
{
  const char *route;
  const char *field; /* in the request */
  SmeOperationId change, resend, confirm;
  GType (*request) (void);
  SmeFieldRule rule;
  GtkInputPurpose purpose;
  const char *title, *row_title, *code_title, *explanation, *other, *done, *local;
} Way;

static const Way ways[] = {
  { "change-email", "email", SME_OP_CHANGE_EMAIL, SME_OP_RESEND_EMAIL_CODE, SME_OP_CONFIRM_EMAIL,
    sme_email_change_get_type, sme_account_judge_email, GTK_INPUT_PURPOSE_EMAIL,
    N_ ("Change email address"), N_ ("New email address"), N_ ("Code from the e-mail"),
    N_ ("A code is sent to the new address. Until you have entered it here, the old address "
        "stays."),
    N_ ("Use another address"),
    N_ ("The email address is changed. From now on you sign in with the new one."),
    N_ ("In this demonstration e-mails stay on this computer.") },
  { "change-phone", "phone", SME_OP_CHANGE_PHONE, SME_OP_RESEND_PHONE_CODE, SME_OP_CONFIRM_PHONE,
    sme_phone_change_get_type, sme_account_judge_phone, GTK_INPUT_PURPOSE_PHONE,
    N_ ("Change phone number"), N_ ("New phone number"), N_ ("Code from the SMS"),
    N_ ("A code is sent to the new number by SMS. Until you have entered it here, the old number "
        "stays."),
    N_ ("Use another number"), N_ ("The phone number is changed"),
    N_ ("In this demonstration SMS stay on this computer.") },
};

struct _SmeContactPage
{
  SmePage parent_instance;

  GtkLabel *explanation_label;
  GtkWidget *inbox_box;
  GtkLabel *inbox_label;
  GtkWidget *value_list;
  SmeFieldRow *value_row;
  SmeFieldRow *password_row;
  GtkWidget *code_list;
  SmeFieldRow *code_row;
  SmeNotice *notice;
  SmeBusyButton *confirm_button;
  SmeBusyButton *send_button;
  GtkButton *other_button;

  const Way *way;
  SmeFormChecker *checker; /* leaves alone what the step does not show */
  SmeSentCode *code;
  SmeTryPause *pause;
};

G_DEFINE_FINAL_TYPE (SmeContactPage, sme_contact_page, SME_TYPE_PAGE)

static SmeCaller *
get_caller (SmeContactPage *self)
{
  return SME_CALLER (sme_context_get_shop (sme_page_get_context (SME_PAGE (self))));
}

static gboolean
is_busy (SmeContactPage *self)
{
  return sme_busy_button_get_busy (self->confirm_button) ||
         sme_busy_button_get_busy (self->send_button);
}

static gboolean
may_send (SmeContactPage *self)
{
  return !is_busy (self) && sme_sent_code_may_send (self->code) &&
         !sme_try_pause_get_waiting (self->pause);
}

static void
update_actions (SmeContactPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "contact.send", may_send (self));
  gtk_widget_action_set_enabled (widget, "contact.confirm", !is_busy (self));
  gtk_widget_action_set_enabled (widget, "contact.begin-again", !is_busy (self));
}

static void
set_busy (SmeContactPage *self, SmeBusyButton *button, gboolean busy)
{
  sme_busy_button_set_busy (button, busy);
  update_actions (self);
}

static char *
explain (SmeContactPage *self)
{
  if (!sme_sent_code_was_sent (self->code))
    return g_strdup (_ (self->way->explanation));
  /* Translators: a number of digits, an address or telephone number, a number of minutes. */
  return g_strdup_printf (_ ("A code of %d digits was sent to %s. It is valid for %d minutes."),
                          sme_sent_code_get_digits (self->code),
                          sme_sent_code_get_address (self->code),
                          sme_sent_code_get_minutes (self->code));
}

/* One primary button: what the step is for. */
static void
set_primary (SmeBusyButton *button, gboolean primary)
{
  if (primary)
    gtk_widget_add_css_class (GTK_WIDGET (button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "suggested-action");
}

static void
show_step (SmeContactPage *self)
{
  gboolean sent = sme_sent_code_was_sent (self->code);
  g_autofree char *text = explain (self);

  gtk_label_set_label (self->explanation_label, text);
  gtk_widget_set_visible (self->value_list, !sent);
  gtk_widget_set_visible (GTK_WIDGET (self->value_row), !sent);
  gtk_widget_set_visible (GTK_WIDGET (self->password_row), !sent);
  gtk_widget_set_visible (self->code_list, sent);
  gtk_widget_set_visible (GTK_WIDGET (self->code_row), sent);
  gtk_widget_set_visible (self->inbox_box,
                          sent && sme_context_is_local (sme_page_get_context (SME_PAGE (self))));
  gtk_widget_set_visible (GTK_WIDGET (self->confirm_button), sent);
  gtk_widget_set_visible (GTK_WIDGET (self->other_button), sent);
  set_primary (self->send_button, !sent);
  update_actions (self);
}

static void
begin_again (SmeContactPage *self)
{
  sme_sent_code_clear (self->code);
  sme_notice_set_text (self->notice, NULL);
  show_step (self);
  sme_field_row_focus (self->value_row);
}

static void
show_error (SmeContactPage *self, const GError *error)
{
  if (!sme_form_checker_take_error (self->checker, error) &&
      !sme_sent_code_take_error (self->code, error))
    sme_try_pause_show_error (self->pause, error);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContactPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeCodeState) state = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, self->send_button, FALSE);
  if (state == NULL)
    {
      show_error (self, error);
      return;
    }
  sme_field_row_set_text (self->password_row, "");
  sme_sent_code_take (self->code, state);
  show_step (self);
  sme_field_row_focus (self->code_row);
}

static SmeRecord *
make_change (SmeContactPage *self)
{
  SmeRecord *request = g_object_new (self->way->request (), NULL);
  g_autofree char *value = g_strstrip (g_strdup (sme_field_row_get_text (self->value_row)));

  sme_record_set_text (request, self->way->field, value);
  sme_record_set_text (request, "password", sme_field_row_get_text (self->password_row));
  return request;
}

static void
on_send_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeContactPage *self = SME_CONTACT_PAGE (widget);
  gboolean again = sme_sent_code_was_sent (self->code);
  g_autoptr (SmeRecord) request = NULL;

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (!may_send (self) || (!again && !sme_form_checker_check_all (self->checker)))
    return;
  request = again ? NULL : make_change (self);
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, self->send_button, TRUE);
  sme_caller_send_async (get_caller (self), again ? self->way->resend : self->way->change, NULL,
                         NULL, request, sme_page_get_cancellable (SME_PAGE (self)), on_sent,
                         g_object_ref (self));
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeContactPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) account = sme_caller_record_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, self->confirm_button, FALSE);
  if (account != NULL)
    {
      sme_page_toast (SME_PAGE (self), _ (self->way->done));
      sme_page_finish (SME_PAGE (self));
      return;
    }
  /* The address was taken by somebody else meanwhile, say. */
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_INVALID) &&
      !sme_form_checker_take_error (self->checker, error))
    begin_again (self);
  show_error (self, error);
}

static void
on_confirm_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeContactPage *self = SME_CONTACT_PAGE (widget);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_otp_code_new ());
  g_autofree char *code = g_strstrip (g_strdup (sme_field_row_get_text (self->code_row)));

  if (!sme_sent_code_was_sent (self->code) || is_busy (self) ||
      !sme_form_checker_check_all (self->checker))
    return;
  sme_record_set_text (request, "code", code);
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, self->confirm_button, TRUE);
  sme_caller_send_async (get_caller (self), self->way->confirm, NULL, NULL, request,
                         sme_page_get_cancellable (SME_PAGE (self)), on_confirmed,
                         g_object_ref (self));
}

static void
on_begin_again_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!is_busy (SME_CONTACT_PAGE (widget)))
    begin_again (SME_CONTACT_PAGE (widget));
}

static void
on_value_entered (SmeContactPage *self)
{
  sme_field_row_focus (self->password_row);
}

static void
on_password_entered (SmeContactPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "contact.send", NULL);
}

static void
on_code_entered (SmeContactPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "contact.confirm", NULL);
}

static void
sme_contact_page_load (SmePage *page)
{
  SmeContactPage *self = SME_CONTACT_PAGE (page);

  set_busy (self, self->send_button, FALSE);
  set_busy (self, self->confirm_button, FALSE);
  sme_page_show_content (page);
}

/* The page keeps what was typed, but not the proof of who typed it: somebody else may come back to
 * it. */
static void
sme_contact_page_hidden (SmePage *page)
{
  sme_field_row_set_text (SME_CONTACT_PAGE (page)->password_row, "");
}

static gboolean
sme_contact_page_grab_first_focus (SmePage *page)
{
  SmeContactPage *self = SME_CONTACT_PAGE (page);

  sme_field_row_focus (sme_sent_code_was_sent (self->code) ? self->code_row : self->value_row);
  return TRUE;
}

static const Way *
find_way (SmePage *page)
{
  const char *name = sme_route_get_name (sme_page_get_route (page));

  return g_str_equal (name, ways[1].route) ? &ways[1] : &ways[0];
}

static void
sme_contact_page_constructed (GObject *object)
{
  SmeContactPage *self = SME_CONTACT_PAGE (object);
  const Way *way = find_way (SME_PAGE (self));

  G_OBJECT_CLASS (sme_contact_page_parent_class)->constructed (object);
  self->way = way;
  sme_page_set_title (SME_PAGE (self), _ (way->title));
  g_object_set (self->value_row, "title", _ (way->row_title), "purpose", way->purpose, NULL);
  g_object_set (self->code_row, "title", _ (way->code_title), NULL);
  gtk_button_set_label (self->other_button, _ (way->other));
  gtk_label_set_label (self->inbox_label, _ (way->local));
  sme_form_checker_add (self->checker, self->value_row, way == &ways[1] ? "/phone" : "/email",
                        way->rule);
  sme_form_checker_add (self->checker, self->password_row, "/password", NULL);
  sme_form_checker_add_with (self->checker, self->code_row, "/code", sme_sent_code_judge,
                             self->code);
  show_step (self);
}

static void
sme_contact_page_dispose (GObject *object)
{
  SmeContactPage *self = SME_CONTACT_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->code);
  g_clear_object (&self->pause);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_CONTACT_PAGE);
  G_OBJECT_CLASS (sme_contact_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_FORGOTTEN_BUTTON);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-contact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, inbox_box);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, inbox_label);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, value_list);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, value_row);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, code_list);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, code_row);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, send_button);
  gtk_widget_class_bind_template_child (widget_class, SmeContactPage, other_button);
  gtk_widget_class_bind_template_callback (widget_class, on_value_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_password_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_code_entered);
}

static void
sme_contact_page_class_init (SmeContactPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sme_contact_page_constructed;
  object_class->dispose = sme_contact_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_contact_page_load;
  SME_PAGE_CLASS (klass)->hidden = sme_contact_page_hidden;
  SME_PAGE_CLASS (klass)->grab_first_focus = sme_contact_page_grab_first_focus;
  gtk_widget_class_install_action (widget_class, "contact.send", NULL, on_send_activated);
  gtk_widget_class_install_action (widget_class, "contact.confirm", NULL, on_confirm_activated);
  gtk_widget_class_install_action (widget_class, "contact.begin-again", NULL,
                                   on_begin_again_activated);
  bind_template (widget_class);
}

static void
sme_contact_page_init (SmeContactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_keeps_input (SME_PAGE (self), TRUE);
  self->checker = sme_form_checker_new (self);
  self->code = sme_sent_code_new (self->code_row, self->send_button);
  self->pause = sme_try_pause_new (self->notice);
  g_signal_connect_object (self->code, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pause, "changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}
