/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-begin.h"
#include "backend/api/sme-signing-papers.h"
#include "backend/http/sme-handlers.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-store-documents.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-econtract.h"
#include "backend/store/sme-store-tokens.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-declaration.h"
#include "core/sme-password-rules.h"
#include "core/sme-problem.h"

/* What the slow work outside the transaction found or made. */
typedef struct
{
  char *username;
  char *old_hash;
  char *new_hash;
  gboolean right;
  gint64 replaced_at; /* the password was the mailed one, until then */
} Prepared;

static void
prepared_free (Prepared *prepared)
{
  g_free (prepared->username);
  g_free (prepared->old_hash);
  g_free (prepared->new_hash);
  g_free (prepared);
}

static Prepared *
make_prepared (SmeCall *call)
{
  Prepared *prepared = g_new0 (Prepared, 1);

  sme_call_set_prepared (call, prepared, (GDestroyNotify) prepared_free);
  return prepared;
}

gboolean
sme_prepare_econtract_sign_in (SmeCall *call, GError **error)
{
  const char *username = sme_record_get_text (call->request, "username");
  Prepared *prepared = make_prepared (call);
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeEcontractUser) user = NULL;

  if (!sme_throttle_check (call, &sme_throttle_sign_in, username, error))
    return FALSE;
  user = sme_store_find_econtract_user (call, NULL, username, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (user == NULL)
    {
      sme_password_verify (NULL, sme_record_get_text (call->request, "password"));
      return TRUE;
    }
  prepared->right =
    sme_econtract_user_check (call, user, sme_record_get_text (call->request, "password"));
  if (!prepared->right &&
      sme_econtract_user_had_first (call, user, sme_record_get_text (call->request, "password")))
    prepared->replaced_at = user->password_changed_at;
  prepared->username = g_strdup (user->username);
  prepared->old_hash = g_strdup (user->password_hash);
  return TRUE;
}

/* Guesses are counted; only who has the letter is told since when its password is void. */
static SmeReply *
refuse (SmeCall *call, Prepared *prepared, GError **error)
{
  const char *username = sme_record_get_text (call->request, "username");

  call->keep = sme_throttle_fail (call, &sme_throttle_sign_in, username, error);
  if (call->keep && prepared->replaced_at > 0)
    sme_problem_set_replaced (error, prepared->replaced_at);
  else if (call->keep)
    sme_problem_set (error, SME_PROBLEM_WRONG_CREDENTIALS, NULL);
  return NULL;
}

static SmeReply *
answer_session (SmeEcontractUser *user, const char *token, gint64 life)
{
  g_autoptr (SmeEcontractSession) session = sme_econtract_session_new ();
  SmeRecord *record = SME_RECORD (session);

  sme_record_set_text (record, "access_token", token);
  sme_record_set_int (record, "expires_in", life / 1000);
  sme_record_set_int (record, "password_change_required", !user->password_changed);
  sme_record_set_int (record, "can_sign", user->signer_id != NULL);
  return sme_reply_new_record (201, record);
}

SmeReply *
sme_handle_econtract_sign_in (SmeCall *call, GError **error)
{
  Prepared *prepared = call->prepared;
  const char *username = sme_record_get_text (call->request, "username");
  g_autoptr (SmeEcontractUser) user = NULL;
  g_autofree char *token = NULL;
  gint64 life;

  if (!prepared->right)
    return refuse (call, prepared, error);
  user = sme_store_find_econtract_user (call, NULL, prepared->username, error);
  if (user == NULL || !g_str_equal (user->password_hash, prepared->old_hash))
    return *error != NULL ? NULL : sme_handler_stale (error);
  life = user->signer_id != NULL ? SME_SIGNING_LIFE : SME_LOOKUP_LIFE;
  if (!sme_throttle_forget (call, &sme_throttle_sign_in, username, error) ||
      (user->signer_id != NULL && !sme_signing_begin_for_signer (call, user, error)))
    return NULL;
  token = user->signer_id != NULL
            ? sme_store_mint_signer_token (call, user->account_id, user->signer_id, life, error)
            : sme_store_mint_token (call, "lookup", user->account_id, NULL, 0, NULL, life, error);
  if (token == NULL || !sme_store_use_econtract_user (call, user, error))
    return NULL;
  return answer_session (user, token, life);
}

SmeReply *
sme_handle_econtract_sign_out (SmeCall *call, GError **error)
{
  return sme_db_run (call->db, NULL, error, "DELETE FROM token WHERE session_id = :id", "id:s",
                     call->principal.session_id, NULL)
           ? sme_reply_new_empty ()
           : NULL;
}

/* With a signing token the first password may be replaced without typing it, as long as nobody has
 * used it: who signs in to OneSME and has the phone is who it was mailed to. A signer has typed it
 * a moment ago. */
static gboolean
may_change (SmeCall *call, SmeEcontractUser *user, gboolean *right, GError **error)
{
  const char *old = sme_record_get_text (call->request, "old");
  const char *kind = call->principal.kind;

  if (old != NULL)
    {
      *right = sme_econtract_user_check (call, user, old);
      return TRUE;
    }
  *right = !user->password_changed &&
           (g_str_equal (kind, "signer") || (g_str_equal (kind, "signing") && !user->used));
  if (*right)
    return TRUE;
  sme_problem_set_field (error, "/old", "required");
  return FALSE;
}

gboolean
sme_prepare_econtract_password (SmeCall *call, GError **error)
{
  const char *new = sme_record_get_text (call->request, "new");
  SmeReason reason = sme_password_check (new, NULL);
  Prepared *prepared = make_prepared (call);
  g_autoptr (SmeEcontractUser) user = NULL;

  if (reason != SME_REASON_OK)
    return sme_problem_set_field (error, "/new", sme_reason_to_code (reason));
  user = sme_store_find_own_econtract_user (call, error);
  if (user == NULL)
    {
      if (*error == NULL)
        sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return FALSE;
    }
  if (!sme_throttle_check (call, &sme_throttle_sign_in, user->username, error) ||
      !may_change (call, user, &prepared->right, error))
    return FALSE;
  prepared->username = g_strdup (user->username);
  prepared->old_hash = g_strdup (user->password_hash);
  prepared->new_hash = sme_password_hash (new);
  return TRUE;
}

SmeReply *
sme_handle_econtract_password (SmeCall *call, GError **error)
{
  Prepared *prepared = call->prepared;
  g_autoptr (SmeEcontractUser) user = NULL;

  if (!prepared->right)
    {
      call->keep = sme_throttle_fail (call, &sme_throttle_sign_in, prepared->username, error);
      if (call->keep)
        sme_problem_set_field (error, "/old", "wrong");
      return NULL;
    }
  user = sme_store_find_own_econtract_user (call, error);
  if (user == NULL || !g_str_equal (user->password_hash, prepared->old_hash))
    return *error != NULL ? NULL : sme_handler_stale (error);
  if (!sme_store_set_econtract_password (call, user, prepared->new_hash, error) ||
      !sme_store_end_econtract (call, user, error) ||
      !sme_signing_note_password (call, user, error))
    return NULL;
  return sme_reply_new_empty ();
}

SmeReply *
sme_handle_list_dossiers (SmeCall *call, GError **error)
{
  SmeRecord *query = call->query_record;
  guint limit = sme_record_has (query, "limit") ? (guint) sme_record_get_int (query, "limit") : 50;
  gint64 total = 0;
  g_autofree char *next = NULL;
  g_autoptr (GListModel) list = sme_store_list_dossiers (
    call, limit, sme_record_get_text (query, "after"), &total, &next, error);

  return list != NULL ? sme_reply_new_list (list, total, next) : NULL;
}

/* The buyer's signing session draws by itself; what an invited holder opens, nobody has. */
gboolean
sme_prepare_get_dossier (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = NULL;

  if (call->principal.signer_id == NULL)
    return TRUE;
  dossier = sme_store_find_dossier (call, call->path_id, error);
  return dossier != NULL && sme_signing_papers_lay_out (call, dossier, error);
}

SmeReply *
sme_handle_get_dossier (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);

  return dossier != NULL ? sme_reply_new_record (200, SME_RECORD (dossier->record)) : NULL;
}

SmeReply *
sme_handle_get_declaration (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredDossier) dossier = sme_store_find_dossier (call, call->path_id, error);
  g_autoptr (SmeStoredOrder) order =
    dossier != NULL ? sme_store_find_order (call, dossier->order_id, NULL, error) : NULL;
  g_autoptr (SmeDeclaration) declaration =
    order != NULL ? sme_declaration_new_of_order (order->record) : NULL;

  return declaration != NULL ? sme_reply_new_record (200, SME_RECORD (declaration)) : NULL;
}

SmeReply *
sme_handle_get_document_content (SmeCall *call, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) content = sme_store_read_document (call, call->path_id, &sha256, error);
  SmeReply *reply;

  if (content == NULL)
    return NULL;
  reply = sme_reply_new (200, "application/pdf", content);
  reply->etag = g_steal_pointer (&sha256);
  return reply;
}

static void
add_authority (GListStore *list, SmeSealSigner *signer)
{
  GPtrArray *chain = sme_seal_signer_get_chain (signer);
  SmeSealCertificate *authority = g_ptr_array_index (chain, chain->len - 1);
  g_autoptr (SmeAuthorityItem) item = sme_authority_item_new ();
  g_autofree char *subject = sme_seal_certificate_dup_subject (authority);
  g_autofree char *pem = sme_seal_certificate_to_pem (authority);

  sme_record_set_text (SME_RECORD (item), "subject", subject);
  sme_record_set_text (SME_RECORD (item), "pem", pem);
  g_list_store_append (list, item);
}

/* Also of the own timestamps when another authority is asked now: older files hold them. */
SmeReply *
sme_handle_list_authorities (SmeCall *call, GError **error)
{
  SmeKeys *keys = sme_backend_get_keys (call->backend);
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_AUTHORITY_ITEM);

  add_authority (list, sme_keys_get_signer (keys));
  add_authority (list, sme_keys_get_stamper (keys));
  return sme_reply_new_list (G_LIST_MODEL (list), 2, NULL);
}
