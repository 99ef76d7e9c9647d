/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-activate-page.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-countdown.h"
#include "app/account/sme-form-checker.h"
#include "app/account/sme-known-address.h"
#include "app/account/sme-notice.h"
#include "app/form/sme-reason-text.h"
#include "app/sme-error-text.h"
#include "app/support/sme-link.h"
#include "base/sme-format.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-activation.h"
#include "core/sme-email-request.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

/* The server sends one mail a minute and says nothing when it sends none. */
#define RESEND_AFTER 60

struct _SmeActivatePage
{
  SmePage parent_instance;

  GtkLabel *explanation_label;
  SmeFieldRow *code_row;
  SmeNotice *notice;
  SmeBusyButton *activate_button;
  SmeFieldRow *email_row;
  SmeBusyButton *resend_button;
  GtkWidget *inbox_box;

  SmeFormChecker *checker; /* of the address */
  SmeCountdown *pause;
};

G_DEFINE_FINAL_TYPE (SmeActivatePage, sme_activate_page, SME_TYPE_PAGE)

static SmeContext *
get_context (SmeActivatePage *self)
{
  return sme_page_get_context (SME_PAGE (self));
}

static gboolean
may_activate (SmeActivatePage *self)
{
  return !sme_busy_button_get_busy (self->activate_button);
}

static gboolean
may_resend (SmeActivatePage *self)
{
  return !sme_busy_button_get_busy (self->resend_button) &&
         sme_countdown_get_seconds (self->pause) == 0;
}

static void
update_actions (SmeActivatePage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activate.activate", may_activate (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "activate.resend", may_resend (self));
}

static void
on_pause_changed (SmeActivatePage *self)
{
  guint seconds = sme_countdown_get_seconds (self->pause);
  g_autofree char *time = sme_format_duration (seconds);
  g_autofree char *caption = NULL;

  /* Translators: %s is a time like 0:42. */
  caption = seconds > 0 ? g_strdup_printf (_ ("Resend activation email (in %s)"), time)
                        : g_strdup (_ ("Resend activation email"));
  sme_busy_button_set_caption (self->resend_button, caption);
  update_actions (self);
}

static void
set_busy (SmeActivatePage *self, SmeBusyButton *button, gboolean busy)
{
  sme_busy_button_set_busy (button, busy);
  update_actions (self);
}

/* To nobody whose account is active, and whose a link is that does nothing is not known. */
static gboolean
may_have_been_sent (SmeActivatePage *self, const char *address)
{
  SmeAccount *account = sme_shop_get_account (sme_context_get_shop (get_context (self)));
  const char *own = account != NULL ? sme_record_get_text (SME_RECORD (account), "email") : NULL;

  if (address == NULL || !sme_context_is_signed_in (get_context (self)))
    return address != NULL;
  return sme_route_get_id (sme_page_get_route (SME_PAGE (self))) == NULL &&
         g_strcmp0 (own, address) != 0;
}

static void
show_address (SmeActivatePage *self)
{
  const char *address = sme_known_address_get (get_context (self));
  g_autofree char *text = NULL;

  if (address != NULL && *sme_field_row_get_text (self->email_row) == '\0')
    sme_field_row_set_text (self->email_row, address);
  if (may_have_been_sent (self, address))
    text = g_strdup_printf (
      /* Translators: %s is an e-mail address. */
      _ ("An activation e-mail was sent to %s. Open the link in it, or paste its code here."),
      address);
  gtk_label_set_label (
    self->explanation_label,
    text != NULL ? text : _ ("Open the link in the activation e-mail, or paste its code here."));
}

static void
show_other_error (SmeActivatePage *self, const GError *error)
{
  g_autofree char *text = sme_error_text_summarize (error);

  sme_notice_set_text (self->notice, text);
}

static const char *
tell_bad_code (const char *code)
{
  if (g_strcmp0 (code, "expired") == 0)
    return _ ("This code has expired. Please have the e-mail sent again.");
  if (g_strcmp0 (code, "taken") == 0)
    return _ ("This address has been activated with another registration. Sign in with the "
              "password of that one, or set a new one with “Forgotten password?”.");
  return _ ("This is not a code of ours. Please copy it from the newest e-mail, or have the "
            "e-mail sent again.");
}

/* FALSE if @error is not about the code. */
static gboolean
show_bad_code (SmeActivatePage *self, const GError *error)
{
  GPtrArray *fields = error->domain == SME_PROBLEM ? sme_problem_get_fields (error) : NULL;
  SmeRecord *first = fields != NULL && fields->len > 0 ? g_ptr_array_index (fields, 0) : NULL;

  if (first == NULL || g_strcmp0 (sme_record_get_text (first, "pointer"), "/token") != 0)
    return FALSE;
  sme_field_row_set_error (self->code_row, tell_bad_code (sme_record_get_text (first, "code")));
  sme_field_row_focus (self->code_row);
  return TRUE;
}

/* Whoever is signed in is on nobody's way to a sign-in: what became of the link is all that there
 * is to say, and it is said once. */
static void
show_outcome (SmeActivatePage *self, gboolean active)
{
  SmePage *page = SME_PAGE (self);
  SmeAccount *account = sme_shop_get_account (sme_context_get_shop (get_context (self)));
  const char *name = account != NULL ? sme_record_get_text (SME_RECORD (account), "email") : "";
  g_autofree char *text =
    /* Translators: %s is an e-mail address. */
    g_strdup_printf (active ? _ ("The activation is done; it need not be done again. You are "
                                 "signed in as %s. If the link was for another account, sign in "
                                 "with that one.")
                            : _ ("It is not the newest one, or was cut off. You are signed in as "
                                 "%s, and that account is active. If the link was for another "
                                 "account, sign in with that one."),
                     name);

  sme_page_show_empty (
    page, active ? "object-select-symbolic" : "dialog-warning-symbolic",
    active ? _ ("The account is active") : _ ("This activation link does nothing"), text);
  sme_page_set_empty_action (page, _ ("To the home page"), "win.home");
  sme_page_set_empty_other_action (page, _ ("Sign in with another account"), "win.add-account");
}

/* FALSE where the form goes on. */
static gboolean
conclude_signed_in (SmeActivatePage *self, const GError *error, gboolean by_link)
{
  gboolean refused = error != NULL && g_error_matches (error, SME_PROBLEM, SME_PROBLEM_INVALID);

  if (!sme_context_is_signed_in (get_context (self)) || (error != NULL && !(refused && by_link)))
    return FALSE;
  show_outcome (self, error == NULL);
  return TRUE;
}

static void
on_activated (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeActivatePage) self = data;
  SmePage *page = SME_PAGE (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) answer = sme_caller_record_finish (SME_CALLER (source), result, &error);
  gboolean by_link = sme_page_get_state (page) == SME_PAGE_LOADING;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, self->activate_button, FALSE);
  if (conclude_signed_in (self, error, by_link))
    return;
  if (answer != NULL)
    {
      sme_page_toast (page, _ ("The account is active now. Please sign in."));
      sme_page_replace (page, "sign-in");
    }
  else if (show_bad_code (self, error))
    sme_page_show_content (page);
  else if (by_link)
    sme_page_show_error (page, error);
  else
    show_other_error (self, error);
}

static void
activate (SmeActivatePage *self, const char *token)
{
  g_autoptr (SmeRecord) request = SME_RECORD (sme_activation_new ());

  sme_record_set_text (request, "token", token);
  sme_caller_send_async (
    SME_CALLER (sme_context_get_shop (get_context (self))), SME_OP_ACTIVATE_ACCOUNT, NULL, NULL,
    request, sme_page_get_cancellable (SME_PAGE (self)), on_activated, g_object_ref (self));
}

/* Some paste the whole link. */
static char *
read_code (SmeActivatePage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (sme_field_row_get_text (self->code_row)));
  g_autofree char *link = sme_link_to_route (text);
  g_autoptr (SmeRoute) route = link != NULL ? sme_route_parse (link) : NULL;

  if (route != NULL && g_str_equal (sme_route_get_name (route), "activate"))
    return g_strdup (sme_route_get_id (route));
  return g_steal_pointer (&text);
}

static void
on_activate_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeActivatePage *self = SME_ACTIVATE_PAGE (widget);
  g_autofree char *code = read_code (self);

  /* GTK does not ask whether an action is enabled. */
  if (!may_activate (self))
    return;
  if (code == NULL || *code == '\0')
    {
      sme_field_row_set_error (self->code_row, sme_reason_text ("required"));
      sme_field_row_focus (self->code_row);
      return;
    }
  sme_field_row_set_error (self->code_row, NULL);
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, self->activate_button, TRUE);
  activate (self, code);
}

static void
on_code_entered (SmeActivatePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "activate.activate", NULL);
}

static void
on_code_edited (SmeActivatePage *self)
{
  sme_field_row_set_error (self->code_row, NULL);
}

static void
on_resent (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeActivatePage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sme_caller_void_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, self->resend_button, FALSE);
  if (good)
    {
      sme_countdown_start (self->pause, RESEND_AFTER);
      sme_page_toast (SME_PAGE (self),
                      _ ("If this account waits for activation, an e-mail is on its way"));
      show_address (self);
    }
  else if (!sme_form_checker_take_error (self->checker, error))
    {
      if (sme_problem_get_retry_after (error) > 0)
        sme_countdown_start (self->pause, (guint) sme_problem_get_retry_after (error));
      show_other_error (self, error);
    }
}

static void
on_resend_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeActivatePage *self = SME_ACTIVATE_PAGE (widget);
  g_autofree char *address = NULL;
  g_autoptr (SmeRecord) request = SME_RECORD (sme_email_request_new ());

  if (!may_resend (self) || !sme_form_checker_check_all (self->checker) ||
      sme_email_check (sme_field_row_get_text (self->email_row), &address) != SME_REASON_OK)
    return;
  sme_known_address_set (get_context (self), address);
  sme_record_set_text (request, "email", address);
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, self->resend_button, TRUE);
  sme_caller_send_async (
    SME_CALLER (sme_context_get_shop (get_context (self))), SME_OP_RESEND_ACTIVATION, NULL, NULL,
    request, sme_page_get_cancellable (SME_PAGE (self)), on_resent, g_object_ref (self));
}

static const char *
judge_email (const char *text, gpointer data)
{
  SmeReason reason = sme_email_check (text, NULL);

  return reason != SME_REASON_OK ? sme_reason_to_code (reason) : NULL;
}

static void
sme_activate_page_load (SmePage *page)
{
  SmeActivatePage *self = SME_ACTIVATE_PAGE (page);
  const char *token = sme_route_get_id (sme_page_get_route (page));

  set_busy (self, self->activate_button, FALSE);
  set_busy (self, self->resend_button, FALSE);
  if (token != NULL)
    activate (self, token);
  else
    sme_page_show_content (page);
}

static void
sme_activate_page_shown (SmePage *page)
{
  show_address (SME_ACTIVATE_PAGE (page));
  sme_page_grab_first_focus (page);
}

static gboolean
sme_activate_page_grab_first_focus (SmePage *page)
{
  sme_field_row_focus (SME_ACTIVATE_PAGE (page)->code_row);
  return TRUE;
}

static void
sme_activate_page_constructed (GObject *object)
{
  SmeActivatePage *self = SME_ACTIVATE_PAGE (object);
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));

  G_OBJECT_CLASS (sme_activate_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (self), _ ("Activate the account"));
  gtk_widget_set_visible (self->inbox_box, sme_context_is_local (get_context (self)));
  if (sme_route_get_param (route, "sent") != NULL)
    sme_countdown_start (self->pause, RESEND_AFTER);
}

static void
sme_activate_page_dispose (GObject *object)
{
  SmeActivatePage *self = SME_ACTIVATE_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->pause);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_ACTIVATE_PAGE);
  G_OBJECT_CLASS (sme_activate_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-activate-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, code_row);
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, activate_button);
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, email_row);
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, resend_button);
  gtk_widget_class_bind_template_child (widget_class, SmeActivatePage, inbox_box);
  gtk_widget_class_bind_template_callback (widget_class, on_code_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_code_edited);
}

static void
sme_activate_page_class_init (SmeActivatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  object_class->constructed = sme_activate_page_constructed;
  object_class->dispose = sme_activate_page_dispose;
  page_class->load = sme_activate_page_load;
  page_class->shown = sme_activate_page_shown;
  page_class->grab_first_focus = sme_activate_page_grab_first_focus;
  gtk_widget_class_install_action (widget_class, "activate.activate", NULL, on_activate_activated);
  gtk_widget_class_install_action (widget_class, "activate.resend", NULL, on_resend_activated);
  bind_template (widget_class);
}

static void
sme_activate_page_init (SmeActivatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checker = sme_form_checker_new (self);
  sme_form_checker_add (self->checker, self->email_row, "/email", judge_email);
  self->pause = sme_countdown_new ();
  g_signal_connect_object (self->pause, "notify::seconds", G_CALLBACK (on_pause_changed), self,
                           G_CONNECT_SWAPPED);
  on_pause_changed (self);
}
