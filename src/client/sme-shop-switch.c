/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"

#include "client/sme-secret.h"
#include "core/sme-problem.h"
#include "core/sme-refresh-request.h"

/* Whom one goes over to. */
typedef struct
{
  char *account_id; /* NULL: nobody */
  SmeSession *session;
} Other;

static void
other_free (gpointer data)
{
  Other *other = data;

  g_free (other->account_id);
  g_clear_object (&other->session);
  g_free (other);
}

/* Takes @task over. */
static void
go_over (GTask *taken)
{
  g_autoptr (GTask) task = taken;
  SmeShop *self = g_task_get_source_object (task);
  Other *other = g_task_get_task_data (task);
  g_autoptr (SmeAccount) account = NULL;

  g_signal_emit_by_name (self, "going-over");
  sme_shop_leave (self);
  if (other->session != NULL)
    {
      sme_session_keeper_set_session (self->keeper, other->session);
      account = sme_shop_take_account (self, other->session);
      self->account_id = g_strdup (other->account_id);
      sme_shop_enter (self, account);
      if (account == NULL)
        sme_shop_learn_account (self);
    }
  g_task_return_boolean (task, self->signed_in);
}

/* With or without new tokens: what came is kept by now. */
static void
on_settled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  sme_session_keeper_renew_finish (SME_SESSION_KEEPER (source), result, NULL);
  go_over (user_data);
}

/* New tokens of who is signed in that are on their way would be lost, and with them that session.
 * Takes @task over. */
static void
settle (GTask *task)
{
  SmeShop *self = g_task_get_source_object (task);

  if (sme_session_keeper_get_renewing (self->keeper))
    sme_session_keeper_renew_async (self->keeper, sme_session_keeper_get_serial (self->keeper),
                                    NULL, on_settled, task);
  else
    go_over (task);
}

static gboolean
is_refused (const GError *error)
{
  return g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION) ||
         g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_CREDENTIALS);
}

static void
on_renewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  Other *other = g_task_get_task_data (task);
  GError *error = NULL;

  other->session = sme_caller_record_finish (SME_CALLER (source), result, &error);
  sme_shop_note_reached (self, error);
  if (other->session != NULL)
    {
      /* The token before is used up. */
      sme_shop_keep_session (self, other->account_id, other->session);
      settle (g_steal_pointer (&task));
    }
  else if (is_refused (error))
    {
      g_error_free (error);
      sme_shop_forget_session_of (self, other->account_id);
      g_task_return_boolean (task, FALSE);
    }
  else
    g_task_return_error (task, error);
}

/* What the server answers with new tokens to is a session that can be gone over to. */
static void
on_token_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeShop *self = g_task_get_source_object (task);
  g_autoptr (SmeRefreshRequest) request = sme_refresh_request_new ();
  GError *error = NULL;
  char *token = sme_keyring_lookup_finish (SME_KEYRING (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else if (token == NULL)
    g_task_return_boolean (task, FALSE);
  else
    {
      /* Not to be cancelled: the answer has the only token that is good from then on. */
      sme_record_set_text (SME_RECORD (request), "refresh_token", token);
      sme_caller_send_async (SME_CALLER (self->transport), SME_OP_REFRESH_SESSION, NULL, NULL,
                             SME_RECORD (request), NULL, on_renewed, g_steal_pointer (&task));
    }
  sme_secret_free (token);
}

static void
on_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean signed_in = sme_shop_restore_finish (SME_SHOP (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, signed_in);
}

void
sme_shop_switch_async (SmeShop *self,
                       const char *account_id,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;
  Other *other;

  g_return_if_fail (SME_IS_SHOP (self));

  task = g_task_new (self, cancellable, callback, user_data);
  other = g_new0 (Other, 1);
  other->account_id = g_strdup (account_id);
  g_task_set_source_tag (task, sme_shop_switch_async);
  g_task_set_task_data (task, other, other_free);
  if (account_id == NULL)
    settle (task);
  else if (self->signed_in)
    sme_shop_look_token_up (self, account_id, cancellable, on_token_found, task);
  else
    sme_shop_restore_async (self, account_id, cancellable, on_restored, task);
}

gboolean
sme_shop_switch_finish (SmeShop *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
