/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the flow tells eContract, step by step, and where each answer leads. */
#include "app/signing/sme-signing-flow-private.h"

#include "core/sme-document-hash.h"
#include "core/sme-econtract-password.h"
#include "core/sme-enums.h"
#include "core/sme-otp-code.h"
#include "core/sme-otp-request.h"
#include "core/sme-problem.h"

typedef struct
{
  GError *error;   /* what the person is told in the end */
  gint64 asked_at; /* when a code was asked for */
} Call;

static void
call_free (Call *call)
{
  g_clear_error (&call->error);
  g_free (call);
}

static const char *
dossier_id (SmeSigningFlow *self)
{
  return sme_record_get_text (SME_RECORD (self->dossier), "id");
}

GTask *
sme_signing_flow_begin_call (SmeSigningFlow *self,
                             gpointer tag,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_new0 (Call, 1), (GDestroyNotify) call_free);
  return task;
}

gboolean
sme_signing_flow_finish_call (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
return_kept_error (GTask *task)
{
  Call *call = g_task_get_task_data (task);

  g_task_return_error (task, g_steal_pointer (&call->error));
}

/* The new files are fetched before the person is told that the old ones count no more. */
static void
on_changed_documents_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = SME_SIGNING_FLOW (source);

  if (sme_signing_flow_fetch_documents_finish (self, result, NULL))
    sme_signing_flow_set_state (self, sme_signing_flow_judge (self, SME_SIGNING_READING));
  return_kept_error (task);
}

static SmeSigningState
find_place (SmeSigningFlow *self)
{
  switch (sme_record_get_int (SME_RECORD (self->dossier), "state"))
    {
    case SME_DOSSIER_STATE_OTP_VERIFIED:
      return SME_SIGNING_DRAWING;
    case SME_DOSSIER_STATE_SIGNATURE_SAVED:
      return SME_SIGNING_FINISHING;
    default:
      return SME_SIGNING_OTP;
    }
}

static void
on_place_known (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  g_autoptr (SmeDossier) dossier = sme_econtract_call_finish (SME_ECONTRACT (source), result, NULL);

  if (dossier != NULL)
    sme_signing_flow_set_state (self, sme_signing_flow_judge (self, find_place (self)));
  return_kept_error (task);
}

void
sme_signing_flow_return_error (GTask *task, GError *error)
{
  SmeSigningFlow *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);

  call->error = error;
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_DOCUMENT_CHANGED))
    {
      sme_signing_flow_fetch_documents_async (self, g_task_get_cancellable (task),
                                              on_changed_documents_ready, task);
      return;
    }
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_WRONG_STATE))
    {
      sme_econtract_call_async (self->econtract, SME_OP_GET_DOSSIER, dossier_id (self), NULL, NULL,
                                g_task_get_cancellable (task), on_place_known, task);
      return;
    }
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION))
    sme_signing_flow_set_state (self, SME_SIGNING_ENDED);
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_SIGNING_LOCKED))
    sme_signing_flow_set_state (self, SME_SIGNING_LOCKED);
  else if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_PASSWORD_CHANGE_REQUIRED))
    sme_signing_flow_set_state (self, SME_SIGNING_PASSWORD);
  return_kept_error (task);
  g_object_unref (task);
}

static void
on_password_set (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!sme_econtract_call_finish_void (SME_ECONTRACT (source), result, &error))
    {
      sme_signing_flow_return_error (g_steal_pointer (&task), error);
      return;
    }
  self->password_required = FALSE;
  sme_signing_flow_set_state (self, SME_SIGNING_OTP);
  g_task_return_boolean (task, TRUE);
}

void
sme_signing_flow_set_password_async (SmeSigningFlow *self,
                                     const char *password,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (SmeEcontractPassword) body = sme_econtract_password_new ();
  GTask *task;

  g_return_if_fail (self->state == SME_SIGNING_PASSWORD);

  task = sme_signing_flow_begin_call (self, sme_signing_flow_set_password_async, cancellable,
                                      callback, user_data);
  sme_record_set_text (SME_RECORD (body), "new", password);
  sme_econtract_call_async (self->econtract, SME_OP_ECONTRACT_PASSWORD, NULL, NULL,
                            SME_RECORD (body), cancellable, on_password_set, task);
}

gboolean
sme_signing_flow_set_password_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

/* What was shown, which the server compares with what it has. */
static SmeOtpRequest *
make_otp_request (SmeSigningFlow *self)
{
  SmeOtpRequest *request = sme_otp_request_new ();

  for (guint i = 0; self->documents != NULL && i < self->documents->len; i++)
    {
      SmeShownDocument *document = g_ptr_array_index (self->documents, i);
      g_autoptr (SmeDocumentHash) hash = sme_document_hash_new ();

      sme_record_set_text (SME_RECORD (hash), "id", sme_shown_document_get_id (document));
      sme_record_set_text (SME_RECORD (hash), "sha256", sme_shown_document_get_sha256 (document));
      sme_record_append (SME_RECORD (request), "documents", hash);
    }
  return request;
}

static void
on_otp_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SmeOtpState) otp = sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (otp == NULL)
    {
      if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_TOO_SOON))
        sme_signing_flow_set_wait (self, (guint) MAX (0, sme_problem_get_retry_after (error)));
      sme_signing_flow_return_error (g_steal_pointer (&task), error);
      return;
    }
  sme_signing_flow_set_otp (self, otp, call->asked_at);
  g_task_return_boolean (task, TRUE);
}

void
sme_signing_flow_send_otp_async (SmeSigningFlow *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (SmeOtpRequest) request = NULL;
  GTask *task;
  Call *call;

  g_return_if_fail (self->state == SME_SIGNING_OTP);

  task = sme_signing_flow_begin_call (self, sme_signing_flow_send_otp_async, cancellable, callback,
                                      user_data);
  call = g_task_get_task_data (task);
  call->asked_at = sme_otp_countdown_now ();
  request = make_otp_request (self);
  sme_econtract_call_async (self->econtract, SME_OP_SEND_OTP, dossier_id (self), NULL,
                            SME_RECORD (request), cancellable, on_otp_sent, task);
}

gboolean
sme_signing_flow_send_otp_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

static void
count_tries (SmeSigningFlow *self, const GError *error)
{
  if (error->domain == SME_PROBLEM && sme_problem_get_attempts_left (error) >= 0)
    sme_signing_flow_set_attempts_left (self, sme_problem_get_attempts_left (error));
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_WRONG) && self->attempts_left == 0)
    sme_signing_flow_set_state (self, SME_SIGNING_LOCKED);
  /* The server's word counts, whatever was counted here. */
  if (g_error_matches (error, SME_PROBLEM, SME_PROBLEM_OTP_EXPIRED))
    sme_signing_flow_set_otp (self, NULL, 0);
}

static void
on_otp_verified (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (dossier == NULL)
    {
      count_tries (self, error);
      sme_signing_flow_return_error (g_steal_pointer (&task), error);
      return;
    }
  sme_signing_flow_set_state (self, SME_SIGNING_DRAWING);
  g_task_return_boolean (task, TRUE);
}

void
sme_signing_flow_verify_otp_async (SmeSigningFlow *self,
                                   const char *code,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (SmeOtpCode) body = sme_otp_code_new ();
  GTask *task;

  g_return_if_fail (self->state == SME_SIGNING_OTP);

  task = sme_signing_flow_begin_call (self, sme_signing_flow_verify_otp_async, cancellable,
                                      callback, user_data);
  sme_record_set_text (SME_RECORD (body), "code", code);
  sme_econtract_call_async (self->econtract, SME_OP_VERIFY_OTP, dossier_id (self), NULL,
                            SME_RECORD (body), cancellable, on_otp_verified, task);
}

gboolean
sme_signing_flow_verify_otp_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

static void
on_completed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (dossier == NULL)
    {
      sme_signing_flow_return_error (g_steal_pointer (&task), error);
      return;
    }
  sme_signing_flow_set_state (self, SME_SIGNING_DONE);
  g_task_return_boolean (task, TRUE);
}

void
sme_signing_flow_complete_async (SmeSigningFlow *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (self->state == SME_SIGNING_FINISHING);

  task = sme_signing_flow_begin_call (self, sme_signing_flow_complete_async, cancellable, callback,
                                      user_data);
  sme_econtract_call_async (self->econtract, SME_OP_COMPLETE_DOSSIER, dossier_id (self), NULL, NULL,
                            cancellable, on_completed, task);
}

gboolean
sme_signing_flow_complete_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  return sme_signing_flow_finish_call (self, result, error);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  /* What came is in the dossier, which is live; without an answer the next look may have one. */
  g_autoptr (SmeRecord) dossier = sme_econtract_call_finish (SME_ECONTRACT (source), result, NULL);
}

void
sme_signing_flow_look_again (SmeSigningFlow *self)
{
  g_return_if_fail (SME_IS_SIGNING_FLOW (self));
  if (self->dossier != NULL)
    sme_econtract_call_async (self->econtract, SME_OP_GET_DOSSIER, dossier_id (self), NULL, NULL,
                              NULL, on_looked, NULL);
}
