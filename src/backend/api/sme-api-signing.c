/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-papers.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-tokens.h"

static SmeDossierKind
get_purpose (SmeCall *call)
{
  return (SmeDossierKind) sme_record_get_int (call->request, "purpose");
}

gboolean
sme_prepare_create_signing_session (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  SmeSigningPapers *papers =
    order != NULL ? sme_signing_papers_draw (call, order, get_purpose (call), error) : NULL;

  sme_call_set_prepared (call, papers, (GDestroyNotify) sme_signing_papers_free);
  return papers != NULL;
}

/* What belonged to the session before is void; the strokes stay. */
static gboolean
begin_again (SmeCall *call, const char *dossier_id, GError **error)
{
  return (get_purpose (call) == SME_DOSSIER_ACCEPTANCE ||
          sme_flow_fire (call, SME_MACHINE_ORDER, call->path_id, "open-signing", error)) &&
         sme_flow_fire (call, SME_MACHINE_DOSSIER, dossier_id, "restart", error) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE dossier SET otp_mac = NULL, otp_digest = NULL, otp_session = NULL,"
                     " otp_verified_at = NULL WHERE id = :id",
                     "id:s", dossier_id, NULL);
}

static SmeReply *
answer_session (SmeCall *call, const char *dossier_id, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeEcontractUser) user = sme_store_find_econtract_user (call, account_id, NULL, error);
  g_autoptr (SmeSigningSession) session = sme_signing_session_new ();
  g_autofree char *token = NULL;

  if (user == NULL || !sme_store_end_tokens (call, account_id, "signing", dossier_id, error))
    return NULL;
  token = sme_store_mint_token (call, "signing", account_id, NULL, 0, dossier_id, SME_SIGNING_LIFE,
                                error);
  if (token == NULL)
    return NULL;
  sme_record_set_text (SME_RECORD (session), "dossier_id", dossier_id);
  sme_record_set_text (SME_RECORD (session), "econtract_url", sme_backend_get_url (call->backend));
  sme_record_set_text (SME_RECORD (session), "access_token", token);
  sme_record_set_int (SME_RECORD (session), "expires_in", SME_SIGNING_LIFE / 1000);
  sme_record_set_int (SME_RECORD (session), "password_change_required", !user->password_changed);
  return sme_reply_new_record (201, SME_RECORD (session));
}

/* Signed or locked, or of an order on hold, it can still be read; nothing begins again. */
static gboolean
can_be_signed (SmeCall *call, SmeStoredOrder *order)
{
  if (get_purpose (call) == SME_DOSSIER_ACCEPTANCE)
    return g_str_equal (order->state, "accepting");
  return g_str_equal (order->state, "paid") || g_str_equal (order->state, "signing");
}

SmeReply *
sme_handle_create_signing_session (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  SmeSigningPapers *papers = call->prepared;
  const char *dossier_id;

  if (order == NULL)
    return NULL;
  if (order->version != sme_signing_papers_get_order_version (papers))
    return sme_handler_stale (error);
  dossier_id = sme_signing_papers_find_dossier (order, get_purpose (call), error);
  if (dossier_id == NULL || !sme_signing_papers_keep (papers, call, dossier_id, error) ||
      (can_be_signed (call, order) && !begin_again (call, dossier_id, error)))
    return NULL;
  return answer_session (call, dossier_id, error);
}
