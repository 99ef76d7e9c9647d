/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-econtract-private.h"

#include "client/sme-last-call.h"
#include "core/sme-econtract-credentials.h"
#include "core/sme-econtract-session.h"
#include "core/sme-problem.h"

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeEcontract *self = SME_ECONTRACT (source);
  GError *error = NULL;
  g_autoptr (SmeRecord) session = sme_econtract_call_finish (self, result, &error);

  if (session == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->signer = sme_record_get_int (session, "can_sign") != 0;
  sme_econtract_set_session (self, sme_record_get_text (session, "access_token"),
                             sme_record_get_int (session, "password_change_required") != 0);
  g_task_return_boolean (task, TRUE);
}

void
sme_econtract_sign_in_async (SmeEcontract *self,
                             const char *username,
                             const char *password,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (SmeEcontractCredentials) credentials = sme_econtract_credentials_new ();
  GTask *task;

  g_return_if_fail (SME_IS_ECONTRACT (self));
  g_return_if_fail (username != NULL && password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_econtract_sign_in_async);
  sme_record_set_text (SME_RECORD (credentials), "username", username);
  sme_record_set_text (SME_RECORD (credentials), "password", password);
  sme_econtract_call_async (self, SME_OP_ECONTRACT_SIGN_IN, NULL, NULL, SME_RECORD (credentials),
                            cancellable, on_signed_in, task);
}

gboolean
sme_econtract_sign_in_finish (SmeEcontract *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_econtract_sign_out_async (SmeEcontract *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;
  char *token;

  g_return_if_fail (SME_IS_ECONTRACT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_econtract_sign_out_async);
  token = g_strdup (self->lookup_token);
  sme_econtract_set_session (self, NULL, FALSE);
  sme_last_call_send (sme_econtract_get_base_url (self), SME_OP_ECONTRACT_SIGN_OUT, token, task);
}

gboolean
sme_econtract_sign_out_finish (SmeEcontract *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
sme_econtract_get_is_signer (SmeEcontract *self)
{
  g_return_val_if_fail (SME_IS_ECONTRACT (self), FALSE);

  return self->signer && self->lookup_token != NULL;
}

/* The password that the signing asked for is the one of the whole sign-in. */
static void
on_password_changed (SmeEcontract *signing, GParamSpec *pspec, SmeEcontract *self)
{
  sme_econtract_set_password_change_required (self, signing->password_change_required);
}

SmeEcontract *
sme_econtract_new_signing (SmeEcontract *self)
{
  SmeEcontract *signing;

  g_return_val_if_fail (sme_econtract_get_is_signer (self), NULL);

  signing = sme_econtract_new (sme_econtract_get_base_url (self), NULL);
  sme_econtract_set_signing_token (signing, self->lookup_token);
  signing->password_change_required = self->password_change_required;
  g_signal_connect_object (signing, "notify::password-change-required",
                           G_CALLBACK (on_password_changed), self, 0);
  return signing;
}

static void
on_document_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const char *expected = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) bytes = sme_caller_bytes_finish (SME_CALLER (source), result, &error);
  g_autofree char *actual = NULL;

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  actual = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (expected == NULL || g_str_equal (expected, actual))
    {
      g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
      return;
    }
  sme_problem_set (&error, SME_PROBLEM_DOCUMENT_CHANGED, NULL);
  g_task_return_error (task, error);
}

void
sme_econtract_get_file_async (SmeEcontract *self,
                              SmeOperationId op,
                              const char *path_id,
                              const char *sha256,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_ECONTRACT (self));
  g_return_if_fail (path_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_econtract_get_file_async);
  g_task_set_task_data (task, g_strdup (sha256), g_free);
  sme_econtract_call_async (self, op, path_id, NULL, NULL, cancellable, on_document_ready, task);
}

GBytes *
sme_econtract_get_file_finish (SmeEcontract *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
sme_econtract_get_document_async (SmeEcontract *self,
                                  const char *document_id,
                                  const char *sha256,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  sme_econtract_get_file_async (self, SME_OP_GET_DOCUMENT_CONTENT, document_id, sha256, cancellable,
                                callback, user_data);
}

GBytes *
sme_econtract_get_document_finish (SmeEcontract *self, GAsyncResult *result, GError **error)
{
  return sme_econtract_get_file_finish (self, result, error);
}
