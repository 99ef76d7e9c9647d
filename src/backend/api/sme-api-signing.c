/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-begin.h"
#include "backend/api/sme-signing-papers.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-signers.h"
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
  sme_record_set_text (SME_RECORD (session), "username", user->username);
  return sme_reply_new_record (201, SME_RECORD (session));
}

SmeReply *
sme_handle_create_signing_session (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order =
    sme_store_find_order (call, call->path_id, call->principal.account_id, error);
  SmeSigningPapers *papers = call->prepared;
  const char *dossier_id;
  gboolean invited = FALSE;

  if (order == NULL || !sme_store_has_signer (call, call->path_id, &invited, error))
    return NULL;
  if (order->version != sme_signing_papers_get_order_version (papers))
    return sme_handler_stale (error);
  dossier_id = sme_signing_papers_find_dossier (order, get_purpose (call), error);
  /* Signed or locked, of an order on hold, or left to a holder who was invited, it can still be
   * read; nothing begins again. */
  if (dossier_id == NULL || !sme_signing_papers_keep (papers, call, dossier_id, error) ||
      (!invited && sme_signing_can_begin (order, get_purpose (call)) &&
       !sme_signing_begin (call, call->path_id, dossier_id, get_purpose (call), error)))
    return NULL;
  return answer_session (call, dossier_id, error);
}
