/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

#include "client/sme-last-call.h"
#include "client/sme-secret.h"
#include "base/sme-text.h"
#include "core/sme-credentials.h"
#include "core/sme-problem.h"

#define SECRET_KIND "session"
#define MAX_DEVICE_NAME 80

void
sme_shop_keep_session (SmeShop *self, const char *account_id, SmeSession *session)
{
  g_autofree char *label = NULL;

  if (account_id == NULL)
    return;
  label = g_strdup_printf ("OneSME (%s)", sme_shop_get_server_name (self));
  sme_keyring_store_async (self->keyring, SECRET_KIND, sme_shop_get_server_name (self), account_id,
                           label, sme_record_get_text (SME_RECORD (session), "refresh_token"), NULL,
                           NULL, NULL);
}

void
sme_shop_forget_session_of (SmeShop *self, const char *account_id)
{
  if (account_id != NULL)
    sme_keyring_clear_async (self->keyring, SECRET_KIND, sme_shop_get_server_name (self),
                             account_id, NULL, NULL, NULL);
}

void
sme_shop_forget_session (SmeShop *self)
{
  sme_shop_forget_session_of (self, self->account_id);
  sme_shop_leave (self);
}

void
sme_shop_forget_account (SmeShop *self)
{
  g_autofree char *id = g_strdup (self->account_id);

  sme_shop_forget_session (self);
  if (id != NULL)
    g_signal_emit_by_name (self, "account-forgotten", id);
}

void
sme_shop_on_renewed (SmeShop *self, SmeSession *session)
{
  sme_shop_keep_session (self, self->account_id, session);
  if (self->stream != NULL)
    sme_event_stream_restart (self->stream);
}

void
sme_shop_on_ended (SmeShop *self)
{
  sme_shop_forget_session (self);
  g_signal_emit_by_name (self, "session-ended");
}

/* Who is signed in comes with the session, or is asked for. */

static void
on_account_learnt (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SmeShop *self = SME_SHOP (source);
  g_autoptr (SmeAccount) account = sme_shop_call_finish (self, result, NULL);

  if (account != NULL && self->signed_in)
    sme_shop_enter (self, account);
}

void
sme_shop_learn_account (SmeShop *self)
{
  sme_shop_call_async (self, SME_OP_GET_ME, NULL, NULL, NULL, NULL, on_account_learnt, NULL);
}

static void
on_me_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = SME_SHOP (source);
  SmeSession *session = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SmeAccount) account = sme_shop_call_finish (self, result, &error);

  if (account == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sme_shop_enter (self, account);
  if (session != NULL)
    sme_shop_keep_session (self, self->account_id, session);
  g_task_return_boolean (task, TRUE);
}

/* Takes @task over. */
static void
learn_account (GTask *task)
{
  SmeShop *self = g_task_get_source_object (task);

  sme_shop_call_async (self, SME_OP_GET_ME, NULL, NULL, NULL, g_task_get_cancellable (task),
                       on_me_ready, task);
}

SmeAccount *
sme_shop_take_account (SmeShop *self, SmeSession *session)
{
  SmeAnswer answer = { 0 };
  SmeAccount *account = sme_record_get_object (SME_RECORD (session), "account");

  if (account == NULL)
    return NULL;
  answer.record = sme_record_copy (SME_RECORD (account));
  sme_live_table_absorb (self->live, &answer, SME_OP_GET_ME, sme_live_table_begin (self->live));
  return answer.record;
}

/* Takes @task over, whose data is the session. */
static void
begin_session (GTask *taken)
{
  g_autoptr (GTask) task = taken;
  SmeShop *self = g_task_get_source_object (task);
  SmeSession *session = g_task_get_task_data (task);
  g_autoptr (SmeAccount) account = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  sme_shop_leave (self);
  sme_session_keeper_set_session (self->keeper, session);
  account = sme_shop_take_account (self, session);
  sme_shop_enter (self, account);
  if (account == NULL)
    {
      learn_account (g_steal_pointer (&task));
      return;
    }
  sme_shop_keep_session (self, self->account_id, session);
  g_task_return_boolean (task, TRUE);
}

static void
on_renewed_before (GObject *source, GAsyncResult *result, gpointer user_data)
{
  sme_session_keeper_renew_finish (SME_SESSION_KEEPER (source), result, NULL);
  begin_session (user_data);
}

/* Somebody else may be signed in until now, and comes back later: new tokens of that session that
 * are on their way would be lost, and with them the session. */
static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  GError *error = NULL;
  SmeSession *session = sme_caller_record_finish (SME_CALLER (source), result, &error);

  sme_shop_note_reached (self, error);
  if (session == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  g_task_set_task_data (task, session, g_object_unref);
  if (sme_session_keeper_get_renewing (self->keeper))
    sme_session_keeper_renew_async (self->keeper, sme_session_keeper_get_serial (self->keeper),
                                    NULL, on_renewed_before, task);
  else
    begin_session (task);
}

/* What the list of sessions will call this computer: its host name, as far as it is text. */
static char *
make_device_name (void)
{
  g_autofree char *valid = g_utf8_make_valid (g_get_host_name (), -1);
  g_autofree char *name = sme_text_normalize_name (valid);

  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_DEVICE_NAME));
}

void
sme_shop_sign_in_async (SmeShop *self,
                        const char *email,
                        const char *password,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (SmeCredentials) credentials = sme_credentials_new ();
  g_autofree char *device_name = make_device_name ();
  GTask *task;

  g_return_if_fail (SME_IS_SHOP (self));
  g_return_if_fail (email != NULL && password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_shop_sign_in_async);
  sme_record_set_text (SME_RECORD (credentials), "email", email);
  sme_record_set_text (SME_RECORD (credentials), "password", password);
  sme_record_set_text (SME_RECORD (credentials), "device_name", device_name);
  sme_caller_send_async (SME_CALLER (self->transport), SME_OP_SIGN_IN, NULL, NULL,
                         SME_RECORD (credentials), cancellable, on_signed_in, task);
}

gboolean
sme_shop_sign_in_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_shop_sign_out_async (SmeShop *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;
  char *token;

  g_return_if_fail (SME_IS_SHOP (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_shop_sign_out_async);
  token = sme_session_keeper_dup_access_token (self->keeper);
  sme_shop_forget_account (self);
  sme_last_call_send (sme_shop_get_base_url (self), SME_OP_SIGN_OUT, token, task);
}

gboolean
sme_shop_sign_out_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Restoring: whose session, its token, new tokens for it, the account. */

static void
on_restored_account (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = SME_SHOP (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAccount) account = sme_shop_call_finish (self, result, &error);

  if (account != NULL)
    sme_shop_enter (self, account);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, self->signed_in);
}

static void
on_token_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  GCancellable *cancellable;
  GError *error = NULL;
  char *token = sme_keyring_lookup_finish (SME_KEYRING (source), result, &error);

  if (token == NULL || self->signed_in)
    {
      if (error != NULL)
        g_task_return_error (task, error);
      else
        g_task_return_boolean (task, self->signed_in);
      sme_secret_free (token);
      return;
    }
  self->account_id = g_strdup (g_task_get_task_data (task));
  sme_session_keeper_set_refresh_token (self->keeper, token);
  sme_secret_free (token);
  sme_shop_enter (self, NULL);
  cancellable = g_task_get_cancellable (task);
  sme_shop_call_async (self, SME_OP_GET_ME, NULL, NULL, NULL, cancellable, on_restored_account,
                       g_steal_pointer (&task));
}

void
sme_shop_look_token_up (SmeShop *self,
                        const char *account_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  sme_keyring_lookup_async (self->keyring, SECRET_KIND, sme_shop_get_server_name (self), account_id,
                            cancellable, callback, user_data);
}

/* Takes @task over. */
static void
restore (GTask *task, const char *account_id)
{
  g_task_set_task_data (task, g_strdup (account_id), g_free);
  sme_shop_look_token_up (g_task_get_source_object (task), account_id,
                          g_task_get_cancellable (task), on_token_found, task);
}

static void
on_accounts_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_auto (GStrv) accounts = sme_keyring_list_finish (SME_KEYRING (source), result, &error);

  if (accounts == NULL)
    g_task_return_error (task, error);
  else if (accounts[0] == NULL)
    g_task_return_boolean (task, FALSE);
  else
    restore (g_steal_pointer (&task), accounts[0]);
}

void
sme_shop_restore_async (SmeShop *self,
                        const char *account_id,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SHOP (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_shop_restore_async);
  if (account_id != NULL)
    restore (task, account_id);
  else
    sme_keyring_list_async (self->keyring, SECRET_KIND, sme_shop_get_server_name (self),
                            cancellable, on_accounts_listed, task);
}

gboolean
sme_shop_restore_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
