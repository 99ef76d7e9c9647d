/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-evidence-facts.h"
#include "backend/api/sme-evidence-paper.h"
#include "backend/api/sme-signature-shape.h"
#include "backend/api/sme-signing-guard.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/sme-timestamps.h"
#include "backend/store/sme-store-documents.h"
#include "backend/store/sme-store-evidence.h"
#include "backend/store/sme-store-signers.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"
#include "seal/sme-seal.h"

#define FIELD_NAME "Signature1"
#define CONTRACT_REASON "Niêm phong hợp đồng đã được khách hàng ký điện tử"
#define ACCEPTANCE_REASON "Niêm phong biên bản nghiệm thu đã được khách hàng ký điện tử"
/* The appearance's own space; the field has the same proportions (12 : 5). */
#define BOX_WIDTH 240.0
#define BOX_HEIGHT 100.0

/* The contract as sealed outside the transaction, for the dossier as it was then. */
typedef struct
{
  gint64 dossier_version;
  char *document_id;
  GBytes *sealed; /* NULL: completed before */
  SmeEvidence *evidence;
  GBytes *evidence_paper;
} Sealed;

static void
sealed_free (Sealed *sealed)
{
  g_free (sealed->document_id);
  g_clear_pointer (&sealed->sealed, g_bytes_unref);
  g_clear_object (&sealed->evidence);
  g_clear_pointer (&sealed->evidence_paper, g_bytes_unref);
  g_free (sealed);
}

SmeReply *
sme_handle_put_signature (SmeCall *call, GError **error)
{
  SmeSignatureInput *signature = SME_SIGNATURE_INPUT (call->request);
  g_autoptr (SmeStoredDossier) dossier = sme_signing_guard_find (call, error);
  g_autoptr (SmeSignatureShape) shape = NULL;
  g_autofree char *json = NULL;

  if (dossier == NULL ||
      !sme_flow_fire (call, SME_MACHINE_DOSSIER, call->path_id, "save-signature", error) ||
      !sme_signing_guard_is_same_session (call, dossier, error))
    return NULL;
  shape = sme_signature_shape_read (signature, error);
  if (shape == NULL)
    return NULL;
  json = sme_record_to_json (SME_RECORD (signature));
  if (!sme_db_run (call->db, NULL, error,
                   "UPDATE dossier SET signature = :signature WHERE id = :id", "signature:s", json,
                   "id:s", call->path_id, NULL))
    return NULL;
  return sme_signing_guard_answer (call, error);
}

static char *
find_contract (SmeStoredDossier *dossier)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (dossier->record), "documents");

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) document = g_list_model_get_item (documents, i);

      if (sme_record_get_int (document, "kind") != SME_DOCUMENT_TERMS)
        return g_strdup (sme_record_get_text (document, "id"));
    }
  return NULL;
}

static GBytes *
seal (SmeCall *call, SmeStoredDossier *dossier, GBytes *contract, GError **error)
{
  g_autoptr (SmeSignatureShape) shape = sme_signature_shape_read (dossier->signature, error);
  cairo_rectangle_t to = { 0, 0, BOX_WIDTH, BOX_HEIGHT };
  g_autoptr (GBytes) operators =
    shape != NULL ? sme_signature_shape_draw (shape, &to, error) : NULL;
  gboolean acceptance =
    sme_record_get_int (SME_RECORD (dossier->record), "kind") == SME_DOSSIER_ACCEPTANCE;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (call->now / 1000);
  SmeSealRequest request = {
    .field_name = FIELD_NAME,
    .name = "OneSME demo",
    .reason = acceptance ? ACCEPTANCE_REASON : CONTRACT_REASON,
    .time = time,
    .appearance = { operators, shape != NULL ? sme_signature_shape_get_image (shape) : NULL, 0, 0,
                    BOX_WIDTH, BOX_HEIGHT },
    .certify = TRUE,
    .timestamp = sme_timestamps_stamp,
    .timestamp_data = call,
  };

  if (operators == NULL)
    return NULL;
  return sme_seal_sign (contract, sme_keys_get_signer (sme_backend_get_keys (call->backend)),
                        &request, error);
}

static gboolean
is_ready (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  g_autofree char *digest = sme_signing_guard_digest (dossier);

  if (!g_str_equal (dossier->state, "signature_saved") || dossier->signature == NULL)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  if (!sme_signing_guard_is_same_session (call, dossier, error))
    return FALSE;
  /* What was read, and confirmed by the code, is what is sealed. */
  if (g_strcmp0 (digest, dossier->otp_digest) == 0)
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_DOCUMENT_CHANGED, NULL);
  return FALSE;
}

static gboolean
prepare_evidence (SmeCall *call, SmeStoredDossier *dossier, Sealed *sealed, GError **error)
{
  sealed->evidence = sme_evidence_facts_gather (call, dossier, sealed->sealed, error);
  if (sealed->evidence != NULL)
    sealed->evidence_paper = sme_evidence_paper_make (call, sealed->evidence, error);
  return sealed->evidence_paper != NULL;
}

gboolean
sme_prepare_complete_dossier (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_signing_guard_find (call, error);
  g_autoptr (GBytes) contract = NULL;
  g_autofree char *sha256 = NULL;
  Sealed *sealed;

  if (dossier == NULL)
    return FALSE;
  sealed = g_new0 (Sealed, 1);
  sealed->dossier_version = dossier->version;
  sme_call_set_prepared (call, sealed, (GDestroyNotify) sealed_free);
  if (g_str_equal (dossier->state, "completed"))
    return TRUE;
  if (!is_ready (call, dossier, error))
    return FALSE;
  sealed->document_id = find_contract (dossier);
  contract = sme_store_read_document (call, sealed->document_id, &sha256, error);
  if (contract == NULL)
    return FALSE;
  sealed->sealed = seal (call, dossier, contract, error);
  return sealed->sealed != NULL && prepare_evidence (call, dossier, sealed, error);
}

static gboolean
complete (SmeCall *call, Sealed *sealed, GError **error)
{
  return sme_store_complete_document (call, sealed->document_id, sealed->sealed, error) &&
         sme_store_insert_evidence (call, sealed->evidence, sealed->evidence_paper, error) &&
         sme_db_run (
           call->db, NULL, error,
           "UPDATE document SET state = 'effective', changed_at = :now WHERE dossier_id = :id",
           "now:i", call->now, "id:s", call->path_id, NULL) &&
         sme_db_run (call->db, NULL, error, "UPDATE dossier SET completed_at = :now WHERE id = :id",
                     "now:i", call->now, "id:s", call->path_id, NULL) &&
         sme_store_note_signature (call, error) &&
         sme_flow_fire (call, SME_MACHINE_DOSSIER, call->path_id, "complete", error);
}

/* A second call finds it completed and answers the same dossier: nothing is sealed twice. */
SmeReply *
sme_handle_complete_dossier (SmeCall *call, GError **error)
{
  Sealed *sealed = call->prepared;
  g_autoptr (SmeStoredDossier) dossier = sme_signing_guard_find (call, error);
  gboolean current = TRUE;

  if (dossier == NULL || (sealed->evidence != NULL && !sme_evidence_facts_are_current (
                                                        call, sealed->evidence, &current, error)))
    return NULL;
  if (dossier->version != sealed->dossier_version || !current)
    return sme_handler_stale (error);
  if (sealed->sealed != NULL && !complete (call, sealed, error))
    return NULL;
  return sme_signing_guard_answer (call, error);
}
