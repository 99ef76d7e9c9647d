/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/account/sme-sign-in-page.h"

#include "app/account/sme-account-rules.h"
#include "app/account/sme-busy-button.h"
#include "app/account/sme-form-checker.h"
#include "app/account/sme-keyring-text.h"
#include "app/account/sme-known-address.h"
#include "app/account/sme-known-list.h"
#include "app/account/sme-sign-in-intro.h"
#include "app/account/sme-try-pause.h"
#include "app/form/sme-reason-text.h"
#include "client/sme-known-accounts.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeSignInPage
{
  SmePage parent_instance;

  GtkLabel *intro_label;
  SmeFieldRow *email_row;
  SmeFieldRow *password_row;
  SmeNotice *notice;
  GtkLabel *keyring_label;
  GtkWidget *unlock_button;
  SmeBusyButton *sign_in_button;
  SmeKnownList *known_list;

  SmeFormChecker *checker;
  SmeTryPause *pause; /* that the server asked for */
  gboolean in_front;
};

G_DEFINE_FINAL_TYPE (SmeSignInPage, sme_sign_in_page, SME_TYPE_PAGE)

static SmeShop *
get_shop (SmeSignInPage *self)
{
  return sme_context_get_shop (sme_page_get_context (SME_PAGE (self)));
}

static gboolean
may_sign_in (SmeSignInPage *self)
{
  return !sme_busy_button_get_busy (self->sign_in_button) &&
         !sme_try_pause_get_waiting (self->pause);
}

static void
update_action (SmeSignInPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-in.sign-in", may_sign_in (self));
}

static void
show_not_activated (SmeSignInPage *self)
{
  sme_notice_set_text (self->notice,
                       _ ("The account is not activated yet. Open the link in the activation "
                          "e-mail, or have the e-mail sent again."));
  sme_notice_set_action (self->notice, _ ("Activate the account"), "win.open::activate");
}

static void
show_wrong_credentials (SmeSignInPage *self)
{
  sme_notice_set_text (self->notice,
                       _ ("The email address or the password is wrong. Please check both; capital "
                          "and small letters count in the password."));
  sme_notice_set_action (self->notice, _ ("Choose a new password"), "sign-in.forgotten");
  sme_field_row_focus (self->password_row);
}

static void
show_error (SmeSignInPage *self, const GError *error)
{
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_ACCOUNT_NOT_ACTIVATED))
    show_not_activated (self);
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_CREDENTIALS))
    show_wrong_credentials (self);
  else if (!sme_form_checker_take_error (self->checker, error))
    sme_try_pause_show_error (self->pause, error);
}

/* The keyring may still ask for its password while the next page is shown. */
static void
finish (SmeSignInPage *self)
{
  SmeContext *context = sme_page_get_context (SME_PAGE (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && sme_context_get_keyring (context) != NULL)
    sme_keyring_text_tell (sme_context_get_keyring (context), GTK_WIDGET (root));
  sme_known_address_set (context, NULL);
  sme_field_row_set_text (self->password_row, "");
  if (sme_sign_in_intro_is_another (SME_PAGE (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.account-added", NULL);
  else
    sme_page_finish (SME_PAGE (self));
}

static void
set_busy (SmeSignInPage *self, gboolean busy)
{
  sme_busy_button_set_busy (self->sign_in_button, busy);
  update_action (self);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSignInPage) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sme_shop_sign_in_finish (SME_SHOP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (!good)
    show_error (self, error);
  else if (self->in_front)
    finish (self);
}

static gboolean
is_filled_in (SmeFieldRow *row)
{
  if (*sme_field_row_get_text (row) != '\0')
    return TRUE;
  sme_field_row_set_error (row, sme_reason_text ("required"));
  sme_field_row_focus (row);
  return FALSE;
}

/* There would be nobody to go over to. */
static gboolean
is_somebody_else (SmeSignInPage *self, const char *email)
{
  SmeAccount *account = sme_shop_get_account (get_shop (self));
  const char *own = account != NULL ? sme_record_get_text (SME_RECORD (account), "email") : NULL;

  if (own == NULL || g_ascii_strcasecmp (own, email) != 0)
    return TRUE;
  sme_field_row_set_error (self->email_row, _ ("You are signed in with this account already. "
                                               "Please enter the address of the other account."));
  sme_field_row_focus (self->email_row);
  return FALSE;
}

static void
on_sign_in_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (widget);
  g_autofree char *email = g_strstrip (g_strdup (sme_field_row_get_text (self->email_row)));

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (!may_sign_in (self) || !is_filled_in (self->email_row) ||
      !sme_form_checker_check_all (self->checker) || !is_somebody_else (self, email) ||
      !is_filled_in (self->password_row))
    return;
  sme_notice_set_text (self->notice, NULL);
  sme_known_address_set (sme_page_get_context (SME_PAGE (self)), email);
  set_busy (self, TRUE);
  sme_shop_sign_in_async (get_shop (self), email, sme_field_row_get_text (self->password_row),
                          sme_page_get_cancellable (SME_PAGE (self)), on_signed_in,
                          g_object_ref (self));
}

/* The address need not be typed twice. */
static void
on_forgotten_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (widget);
  g_autofree char *email = NULL;

  if (sme_email_check (sme_field_row_get_text (self->email_row), &email) == SME_REASON_OK)
    sme_known_address_set (sme_page_get_context (SME_PAGE (self)), email);
  sme_page_open (SME_PAGE (self), "reset-password");
}

static void
on_email_entered (SmeSignInPage *self)
{
  sme_field_row_focus (self->password_row);
}

static void
on_password_entered (SmeSignInPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sign-in.sign-in", NULL);
}

static void
show_who_is_signed_in (SmeSignInPage *self)
{
  SmeAccount *account = sme_shop_get_account (get_shop (self));
  const char *name =
    account != NULL ? sme_record_get_text (SME_RECORD (account), "full_name") : NULL;

  sme_page_show_empty (SME_PAGE (self), "avatar-default-symbolic", _ ("You are signed in"), name);
  sme_page_set_empty_action (SME_PAGE (self), _ ("Add another account…"), "win.add-account");
}

static void
show_form_or_account (SmeSignInPage *self)
{
  g_autofree char *intro = sme_sign_in_intro_new (SME_PAGE (self));

  gtk_label_set_label (self->intro_label, intro);
  if (sme_context_is_signed_in (sme_page_get_context (SME_PAGE (self))) &&
      !sme_sign_in_intro_is_another (SME_PAGE (self)))
    show_who_is_signed_in (self);
  else
    sme_page_show_content (SME_PAGE (self));
}

static void
on_session_changed (SmeSignInPage *self)
{
  gboolean signed_in = sme_context_is_signed_in (sme_page_get_context (SME_PAGE (self)));

  if (!signed_in)
    show_form_or_account (self);
  /* The session of the last run was found while the page waited. */
  else if (self->in_front && !sme_busy_button_get_busy (self->sign_in_button))
    sme_page_finish (SME_PAGE (self));
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSignInPage) self = data;
  g_autoptr (GError) error = NULL;

  /* Whoever is found makes the page finish. */
  if (!sme_shop_restore_finish (SME_SHOP (source), result, &error) && self->unlock_button != NULL)
    sme_page_grab_first_focus (SME_PAGE (self));
}

static void
on_unlocked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeSignInPage) self = data;
  SmeContext *context;

  if (!sme_keyring_unlock_finish (SME_KEYRING (source), result, NULL) ||
      self->unlock_button == NULL)
    return;
  context = sme_page_get_context (SME_PAGE (self));
  if (sme_context_get_known_accounts (context) != NULL)
    sme_known_accounts_load (sme_context_get_known_accounts (context));
  if (!sme_context_is_signed_in (context))
    sme_shop_restore_async (get_shop (self), NULL, sme_page_get_cancellable (SME_PAGE (self)),
                            on_restored, g_object_ref (self));
}

static void
on_unlock_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeKeyring *keyring = sme_context_get_keyring (sme_page_get_context (SME_PAGE (widget)));

  if (keyring != NULL)
    sme_keyring_unlock_async (keyring, NULL, on_unlocked, g_object_ref (widget));
}

static void
on_keyring_changed (SmeSignInPage *self)
{
  const char *text = sme_keyring_text (sme_shop_get_keyring_state (get_shop (self)));

  gtk_label_set_label (self->keyring_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->keyring_label), text != NULL);
  gtk_widget_set_visible (self->unlock_button,
                          sme_shop_get_keyring_state (get_shop (self)) == SME_KEYRING_LOCKED);
}

static void
sme_sign_in_page_load (SmePage *page)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (page);

  set_busy (self, FALSE);
  show_form_or_account (self);
}

static void
sme_sign_in_page_shown (SmePage *page)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (page);
  const char *address = sme_known_address_get (sme_page_get_context (page));

  self->in_front = TRUE;
  if (address != NULL)
    sme_field_row_set_text (self->email_row, address);
  show_form_or_account (self);
  sme_page_grab_first_focus (page);
}

static void
sme_sign_in_page_hidden (SmePage *page)
{
  SME_SIGN_IN_PAGE (page)->in_front = FALSE;
}

static gboolean
sme_sign_in_page_grab_first_focus (SmePage *page)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (page);

  if (sme_page_get_state (page) != SME_PAGE_CONTENT)
    return SME_PAGE_CLASS (sme_sign_in_page_parent_class)->grab_first_focus (page);
  sme_field_row_focus (*sme_field_row_get_text (self->email_row) == '\0' ? self->email_row
                                                                         : self->password_row);
  return TRUE;
}

static void
sme_sign_in_page_constructed (GObject *object)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (object);
  SmeContext *context = sme_page_get_context (SME_PAGE (self));

  G_OBJECT_CLASS (sme_sign_in_page_parent_class)->constructed (object);
  sme_page_set_title (SME_PAGE (self), _ ("Sign in"));
  g_signal_connect_object (context, "notify::signed-in", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sme_context_get_shop (context), "notify::keyring-state",
                           G_CALLBACK (on_keyring_changed), self, G_CONNECT_SWAPPED);
  on_keyring_changed (self);
  sme_known_list_set_context (self->known_list, context);
}

static void
sme_sign_in_page_dispose (GObject *object)
{
  SmeSignInPage *self = SME_SIGN_IN_PAGE (object);

  g_clear_object (&self->checker);
  g_clear_object (&self->pause);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SIGN_IN_PAGE);
  G_OBJECT_CLASS (sme_sign_in_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  g_type_ensure (SME_TYPE_KNOWN_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, intro_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, keyring_label);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, SmeSignInPage, known_list);
  gtk_widget_class_bind_template_callback (widget_class, on_email_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_password_entered);
}

static void
sme_sign_in_page_class_init (SmeSignInPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  object_class->constructed = sme_sign_in_page_constructed;
  object_class->dispose = sme_sign_in_page_dispose;
  page_class->load = sme_sign_in_page_load;
  page_class->shown = sme_sign_in_page_shown;
  page_class->hidden = sme_sign_in_page_hidden;
  page_class->grab_first_focus = sme_sign_in_page_grab_first_focus;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sign-in.sign-in", NULL,
                                   on_sign_in_activated);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sign-in.unlock", NULL,
                                   on_unlock_activated);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sign-in.forgotten", NULL,
                                   on_forgotten_activated);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sme_sign_in_page_init (SmeSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checker = sme_form_checker_new (self);
  sme_form_checker_add (self->checker, self->email_row, "/email", sme_account_judge_email);
  sme_form_checker_add (self->checker, self->password_row, "/password", NULL);
  self->pause = sme_try_pause_new (self->notice);
  g_signal_connect_object (self->pause, "changed", G_CALLBACK (update_action), self,
                           G_CONNECT_SWAPPED);
}
