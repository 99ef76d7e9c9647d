/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-guard.h"

#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-signers.h"
#include "core/sme-problem.h"

static gboolean
password_is_changed (SmeCall *call, GError **error)
{
  g_autoptr (SmeEcontractUser) user = sme_store_find_own_econtract_user (call, error);

  if (user != NULL && user->password_changed)
    return TRUE;
  if (*error == NULL)
    sme_problem_set (error, SME_PROBLEM_PASSWORD_CHANGE_REQUIRED, NULL);
  return FALSE;
}

/* Nothing is signed for an order that is on hold. */
static gboolean
order_is_signing (SmeStoredDossier *dossier, GError **error)
{
  gboolean acceptance =
    sme_record_get_int (SME_RECORD (dossier->record), "kind") == SME_DOSSIER_ACCEPTANCE;

  if (g_str_equal (dossier->state, "completed") ||
      g_str_equal (dossier->order_state, acceptance ? "accepting" : "signing"))
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}

/* Whom the buyer has invited signs, nobody else; the invitation can be taken back. */
static gboolean
is_not_left_to_signer (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  gboolean invited = FALSE;

  if (call->principal.signer_id != NULL || g_str_equal (dossier->state, "completed"))
    return TRUE;
  if (!sme_store_has_signer (call, dossier->order_id, &invited, error))
    return FALSE;
  if (invited)
    sme_problem_set (error, SME_PROBLEM_SIGNER_INVITED, NULL);
  return !invited;
}

SmeStoredDossier *
sme_signing_guard_find (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);

  if (dossier == NULL || !password_is_changed (call, error) ||
      !is_not_left_to_signer (call, dossier, error))
    return NULL;
  if (g_str_equal (dossier->state, "locked"))
    {
      sme_problem_set_limits (error, SME_PROBLEM_SIGNING_LOCKED, 0, -1);
      return NULL;
    }
  return order_is_signing (dossier, error) ? g_steal_pointer (&dossier) : NULL;
}

gboolean
sme_signing_guard_is_same_session (SmeCall *call, SmeStoredDossier *dossier, GError **error)
{
  if (g_strcmp0 (dossier->otp_session, call->principal.session_id) == 0)
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}

char *
sme_signing_guard_digest (SmeStoredDossier *dossier)
{
  GListModel *documents = sme_record_get_list (SME_RECORD (dossier->record), "documents");
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; documents != NULL && i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (SmeRecord) document = g_list_model_get_item (documents, i);
      g_autofree char *line = g_strdup_printf ("%s %s\n", sme_record_get_text (document, "id"),
                                               sme_record_get_text (document, "sha256"));
      g_checksum_update (checksum, (const guchar *) line, -1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

SmeReply *
sme_signing_guard_answer (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);

  return dossier != NULL ? sme_reply_new_record (200, SME_RECORD (dossier->record)) : NULL;
}
