/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/lookup/sme-lookup-sign-in.h"

#include "app/account/sme-busy-button.h"
#include "app/account/sme-keyring-text.h"
#include "app/account/sme-try-pause.h"
#include "app/form/sme-field-row.h"
#include "app/form/sme-reason-text.h"
#include "app/lookup/sme-kept-button.h"
#include "app/lookup/sme-lookup-memory.h"
#include "app/lookup/sme-lookup-shelf.h"
#include "app/sme-route.h"
#include "base/sme-format.h"
#include "client/sme-econtract.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmeLookupSignIn
{
  AdwBin parent_instance;

  SmeFieldRow *name_row;
  SmeFieldRow *password_row;
  GtkCheckButton *remember_check;
  SmeNotice *notice;
  SmeBusyButton *sign_in_button;
  SmeKeptButton *kept_button;
  GtkWidget *inbox_button;

  SmeContext *context;
  SmeTryPause *pause; /* that the server asked for */
  GCancellable *cancellable;
  gboolean recalled;         /* the keyring was asked */
  gboolean tries_remembered; /* what is under way came from there */
};

G_DEFINE_FINAL_TYPE (SmeLookupSignIn, sme_lookup_sign_in, ADW_TYPE_BIN)

static gboolean
may_sign_in (SmeLookupSignIn *self)
{
  return !sme_busy_button_get_busy (self->sign_in_button) &&
         !sme_try_pause_get_waiting (self->pause);
}

static void
update_action (SmeLookupSignIn *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lookup-sign-in.go", may_sign_in (self));
}

static void
set_busy (SmeLookupSignIn *self, gboolean busy)
{
  sme_busy_button_set_busy (self->sign_in_button, busy);
  update_action (self);
}

/* What was mailed was replaced since: the server says when, to who has the letter only. */
static void
show_replaced (SmeLookupSignIn *self, gint64 changed_at)
{
  g_autofree char *when = sme_format_date_time (changed_at);
  /* Translators: a date and time. */
  g_autofree char *text =
    g_strdup_printf (_ ("This is the first password from the e-mail. It was replaced at %s and "
                        "does not fit any more: please enter the one that was chosen then. If "
                        "nobody knows it, choose “Forgotten password?”."),
                     when);

  sme_notice_set_text (self->notice, text);
}

static void
show_wrong_credentials (SmeLookupSignIn *self, const GError *error)
{
  gint64 changed_at = sme_problem_get_changed_at (error);

  if (changed_at > 0 && !self->tries_remembered)
    show_replaced (self, changed_at);
  else if (self->tries_remembered)
    {
      sme_lookup_memory_forget (self->context);
      sme_field_row_set_text (self->password_row, "");
      sme_notice_set_text (self->notice,
                           _ ("The remembered password does not fit any more: it was changed "
                              "since. Please enter the new one."));
    }
  else
    sme_notice_set_text (
      self->notice,
      _ ("The user name or the password is wrong. Please check both; capital and small letters "
         "count. If the password was changed since, for example before the contract was signed, "
         "the one in the e-mail does not fit any more: please enter the new one, or choose "
         "“Forgotten password?”."));
  sme_field_row_focus (self->password_row);
}

static void
show_error (SmeLookupSignIn *self, const GError *error)
{
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_CREDENTIALS))
    show_wrong_credentials (self, error);
  else
    sme_try_pause_show_error (self->pause, error);
}

/* The keyring may still ask for its own password while the next page is shown. */
static void
remember (SmeLookupSignIn *self)
{
  SmeKeyring *keyring = sme_context_get_keyring (self->context);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->tries_remembered)
    return;
  if (!gtk_check_button_get_active (self->remember_check))
    {
      sme_lookup_memory_forget (self->context);
      sme_lookup_shelf_forget (sme_lookup_shelf_get (self->context));
      return;
    }
  sme_lookup_memory_keep (self->context, sme_field_row_get_text (self->name_row),
                          sme_field_row_get_text (self->password_row));
  if (root != NULL && keyring != NULL)
    sme_keyring_text_tell (keyring, GTK_WIDGET (root));
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeLookupSignIn) self = data;
  g_autoptr (GError) error = NULL;
  gboolean good = sme_econtract_sign_in_finish (SME_ECONTRACT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->notice == NULL)
    return;
  set_busy (self, FALSE);
  if (good)
    {
      remember (self);
      sme_field_row_set_text (self->password_row, "");
    }
  else
    show_error (self, error);
  self->tries_remembered = FALSE;
}

static void
sign_in (SmeLookupSignIn *self)
{
  sme_notice_set_text (self->notice, NULL);
  set_busy (self, TRUE);
  sme_econtract_sign_in_async (sme_context_get_econtract (self->context),
                               sme_field_row_get_text (self->name_row),
                               sme_field_row_get_text (self->password_row), self->cancellable,
                               on_signed_in, g_object_ref (self));
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

static void
on_go_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeLookupSignIn *self = SME_LOOKUP_SIGN_IN (widget);
  g_autofree char *name = g_strstrip (g_strdup (sme_field_row_get_text (self->name_row)));

  /* Enter comes here too, and GTK does not ask whether the action is enabled. */
  if (!may_sign_in (self))
    return;
  if (!g_str_equal (name, sme_field_row_get_text (self->name_row)))
    sme_field_row_set_text (self->name_row, name);
  if (!is_filled_in (self->name_row) || !is_filled_in (self->password_row))
    return;
  sign_in (self);
}

/* Above this page, which is as it was when the new password is set. */
static void
on_forgotten_activated (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SmeLookupSignIn *self = SME_LOOKUP_SIGN_IN (widget);
  g_autofree char *name = g_strstrip (g_strdup (sme_field_row_get_text (self->name_row)));
  g_autofree char *route = sme_route_build ("reset-econtract", *name != '\0' ? name : NULL, NULL);

  gtk_widget_activate_action (widget, "win.open", "s", route);
}

static void
on_edited (SmeFieldRow *row)
{
  sme_field_row_set_error (row, NULL);
}

static void
on_name_entered (SmeLookupSignIn *self)
{
  sme_field_row_focus (self->password_row);
}

static void
on_password_entered (SmeLookupSignIn *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "lookup-sign-in.go", NULL);
}

static void
on_session_ended (SmeLookupSignIn *self, gboolean signing)
{
  if (!signing)
    sme_notice_set_text (self->notice,
                         _ ("The eContract session has ended. Please sign in again."));
}

static void
on_recalled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeLookupSignIn) self = data;
  g_autoptr (SmeLookupLogin) login = sme_lookup_memory_recall_finish (result, NULL);

  /* What the person has begun to type comes first. */
  if (login == NULL || self->notice == NULL || !may_sign_in (self) ||
      *sme_field_row_get_text (self->name_row) != '\0')
    return;
  sme_field_row_set_text (self->name_row, login->username);
  sme_field_row_set_text (self->password_row, login->password);
  gtk_check_button_set_active (self->remember_check, TRUE);
  self->tries_remembered = TRUE;
  sign_in (self);
}

void
sme_lookup_sign_in_start (SmeLookupSignIn *self)
{
  g_return_if_fail (SME_IS_LOOKUP_SIGN_IN (self) && self->context != NULL);
  if (self->recalled)
    return;
  self->recalled = TRUE;
  sme_lookup_shelf_load_async (sme_lookup_shelf_get (self->context), self->cancellable, NULL, NULL);
  sme_lookup_memory_recall_async (self->context, self->cancellable, on_recalled,
                                  g_object_ref (self));
}

void
sme_lookup_sign_in_focus (SmeLookupSignIn *self)
{
  g_return_if_fail (SME_IS_LOOKUP_SIGN_IN (self));
  sme_field_row_focus (*sme_field_row_get_text (self->name_row) == '\0' ? self->name_row
                                                                        : self->password_row);
}

void
sme_lookup_sign_in_set_context (SmeLookupSignIn *self, SmeContext *context)
{
  g_return_if_fail (SME_IS_LOOKUP_SIGN_IN (self) && self->context == NULL);
  self->context = g_object_ref (context);
  gtk_widget_set_visible (self->inbox_button, sme_context_is_local (context));
  sme_kept_button_set_context (self->kept_button, context);
  g_signal_connect_object (sme_context_get_econtract (context), "session-ended",
                           G_CALLBACK (on_session_ended), self, G_CONNECT_SWAPPED);
}

static void
sme_lookup_sign_in_dispose (GObject *object)
{
  SmeLookupSignIn *self = SME_LOOKUP_SIGN_IN (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->pause);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_LOOKUP_SIGN_IN);
  G_OBJECT_CLASS (sme_lookup_sign_in_parent_class)->dispose (object);
}

static void
sme_lookup_sign_in_finalize (GObject *object)
{
  g_clear_object (&SME_LOOKUP_SIGN_IN (object)->cancellable);
  G_OBJECT_CLASS (sme_lookup_sign_in_parent_class)->finalize (object);
}

static void
sme_lookup_sign_in_class_init (SmeLookupSignInClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_lookup_sign_in_dispose;
  G_OBJECT_CLASS (klass)->finalize = sme_lookup_sign_in_finalize;
  g_type_ensure (SME_TYPE_FIELD_ROW);
  g_type_ensure (SME_TYPE_NOTICE);
  g_type_ensure (SME_TYPE_BUSY_BUTTON);
  g_type_ensure (SME_TYPE_KEPT_BUTTON);
  gtk_widget_class_install_action (widget_class, "lookup-sign-in.go", NULL, on_go_activated);
  gtk_widget_class_install_action (widget_class, "lookup-sign-in.forgotten", NULL,
                                   on_forgotten_activated);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-lookup-sign-in.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, name_row);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, password_row);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, remember_check);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, notice);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, sign_in_button);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, kept_button);
  gtk_widget_class_bind_template_child (widget_class, SmeLookupSignIn, inbox_button);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_name_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_password_entered);
}

static void
sme_lookup_sign_in_init (SmeLookupSignIn *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->pause = sme_try_pause_new (self->notice);
  g_signal_connect_object (self->pause, "changed", G_CALLBACK (update_action), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sme_lookup_sign_in_new (void)
{
  return g_object_new (SME_TYPE_LOOKUP_SIGN_IN, NULL);
}
