/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the flow comes by the contract: a session, the dossier, its files, the strokes kept here. */
#include "app/signing/sme-signing-flow-private.h"

#include "core/sme-enums.h"
#include "core/sme-problem.h"

typedef struct
{
  SmeOpenContract *contract;
  SmeInkKeeper *keeper;
  SmeSigningState then; /* where to go on if it can be signed */
} Load;

static void
load_free (Load *load)
{
  g_clear_pointer (&load->contract, sme_open_contract_free);
  g_clear_object (&load->keeper);
  g_free (load);
}

static SmeSigningState
go_on_at (SmeSigningFlow *self, SmeSigningState then)
{
  if (then == SME_SIGNING_OTP && self->password_required)
    then = SME_SIGNING_PASSWORD;
  return sme_signing_flow_judge (self, then);
}

/* Whether the person has these very files on the screen. */
static gboolean
is_shown (SmeSigningFlow *self, GPtrArray *documents)
{
  gboolean same = self->documents != NULL && self->documents->len == documents->len;

  for (guint i = 0; same && i < documents->len; i++)
    same = g_str_equal (sme_shown_document_get_sha256 (g_ptr_array_index (self->documents, i)),
                        sme_shown_document_get_sha256 (g_ptr_array_index (documents, i)));
  return same;
}

static void
take_contract (SmeSigningFlow *self, Load *load)
{
  SmeOpenContract *contract = load->contract;

  if (!is_shown (self, contract->documents))
    load->then = SME_SIGNING_READING;
  self->password_required = contract->password_change_required;
  g_free (self->username);
  self->username = g_steal_pointer (&contract->username);
  /* A code of the session before is void. */
  self->code_sent = FALSE;
  sme_signing_flow_set_otp (self, NULL, 0);
  sme_signing_flow_take_dossier (self, g_steal_pointer (&contract->dossier));
  sme_signing_flow_take_documents (self, g_steal_pointer (&contract->documents));
  sme_signing_flow_set_state (self, go_on_at (self, load->then));
}

static void
on_draft_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  GError *error = NULL;

  if (!sme_signature_draft_restore_finish (SME_SIGNATURE_DRAFT (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  sme_signing_flow_take_keeper (self, g_steal_pointer (&load->keeper),
                                g_object_ref (SME_SIGNATURE_DRAFT (source)));
  take_contract (self, load);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_void (SmeDossier *dossier)
{
  return sme_record_get_int (SME_RECORD (dossier), "state") == SME_DOSSIER_STATE_VOIDED;
}

/* Whose strokes they are; NULL for nobody's. */
static const char *
get_account_id (SmeSigningFlow *self)
{
  SmeAccount *account = self->shop != NULL ? sme_shop_get_account (self->shop) : NULL;

  return account != NULL ? sme_record_get_text (SME_RECORD (account), "id") : NULL;
}

static const char *
get_dossier_id (Load *load)
{
  return sme_record_get_text (SME_RECORD (load->contract->dossier), "id");
}

static void
on_strokes_restored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  g_autoptr (SmeSignatureDraft) draft = NULL;
  GError *error = NULL;

  if (!sme_ink_keeper_restore_finish (SME_INK_KEEPER (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  load->keeper = g_object_ref (SME_INK_KEEPER (source));
  draft = sme_signature_draft_new (self->vault, get_account_id (self), get_dossier_id (load));
  sme_signature_draft_restore_async (draft, g_task_get_cancellable (task), on_draft_restored,
                                     g_object_ref (task));
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  Load *load = g_task_get_task_data (task);
  g_autoptr (SmeInkKeeper) keeper = NULL;
  GError *error = NULL;

  load->contract = sme_open_contract_finish (result, &error);
  if (load->contract != NULL && is_void (load->contract->dossier))
    sme_problem_set (&error, SME_PROBLEM_WRONG_STATE, "The dossier is void");
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (self->keeper != NULL)
    {
      take_contract (self, load);
      g_task_return_boolean (task, TRUE);
      return;
    }
  keeper = sme_ink_keeper_new (self->vault, get_account_id (self), get_dossier_id (load));
  sme_ink_keeper_restore_async (keeper, g_task_get_cancellable (task), on_strokes_restored,
                                g_object_ref (task));
}

static void
open_contract (GTask *task, SmeSigningState then)
{
  SmeSigningFlow *self = g_task_get_source_object (task);
  Load *load = g_new0 (Load, 1);

  load->then = then;
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  if (self->shop == NULL)
    sme_open_contract_of_signer_async (self->econtract, self->dossier_id,
                                       g_task_get_cancellable (task), on_opened, task);
  else
    sme_open_contract_async (self->shop, self->econtract, self->order_id, self->kind,
                             g_task_get_cancellable (task), on_opened, task);
}

void
sme_signing_flow_load_async (SmeSigningFlow *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SIGNING_FLOW (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_signing_flow_load_async);
  open_contract (task, SME_SIGNING_READING);
}

gboolean
sme_signing_flow_load_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
sme_signing_flow_restart_async (SmeSigningFlow *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SIGNING_FLOW (self));
  g_return_if_fail (self->state == SME_SIGNING_ENDED);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_signing_flow_restart_async);
  open_contract (task, SME_SIGNING_OTP);
}

gboolean
sme_signing_flow_restart_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_documents_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *documents = sme_shown_documents_fetch_finish (result, &error);

  if (documents == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sme_signing_flow_take_documents (g_task_get_source_object (task), documents);
  g_task_return_boolean (task, TRUE);
}

static void
on_dossier_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SmeSigningFlow *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SmeDossier) dossier =
    sme_econtract_call_finish (SME_ECONTRACT (source), result, &error);

  if (dossier == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sme_shown_documents_fetch_async (self->econtract, dossier, g_task_get_cancellable (task),
                                   on_documents_ready, g_object_ref (task));
}

void
sme_signing_flow_fetch_documents_async (SmeSigningFlow *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SME_IS_SIGNING_FLOW (self));
  g_return_if_fail (self->dossier != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, sme_signing_flow_fetch_documents_async);
  sme_econtract_call_async (self->econtract, SME_OP_GET_DOSSIER,
                            sme_record_get_text (SME_RECORD (self->dossier), "id"), NULL, NULL,
                            cancellable, on_dossier_ready, task);
}

gboolean
sme_signing_flow_fetch_documents_finish (SmeSigningFlow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
