/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/http/sme-handlers.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-registrations.h"
#include "backend/store/sme-store-tokens.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"

/* What the slow comparison outside the transaction found. */
typedef struct
{
  char *key; /* the address, for throttling */
  char *account_id;
  char *password_hash;
  gboolean right;
} Checked;

static void
checked_free (Checked *checked)
{
  g_free (checked->key);
  g_free (checked->account_id);
  g_free (checked->password_hash);
  g_free (checked);
}

/* The account of the address; where there is none, the registrations that wait for it. */
static GPtrArray *
list_candidates (SmeCall *call, const char *email, GError **error)
{
  g_autoptr (GError) local = NULL;
  SmeStoredAccount *account = sme_store_find_account_by_email (call, email, &local);
  GPtrArray *list;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (account == NULL)
    return sme_store_list_pending (call, email, SME_REGISTRATIONS_TRIED, error);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_stored_account_free);
  g_ptr_array_add (list, account);
  return list;
}

/* One comparison for every address, whether it has an account, registrations that wait or nothing:
 * the time does not tell. */
static void
check_password (Checked *checked, GPtrArray *candidates, const char *password)
{
  const char *hashes[SME_REGISTRATIONS_TRIED] = { NULL };
  guint n = MIN (candidates->len, SME_REGISTRATIONS_TRIED);
  SmeStoredAccount *account;
  int found;

  for (guint i = 0; i < n; i++)
    {
      account = g_ptr_array_index (candidates, i);
      hashes[i] = account->password_hash;
    }
  found = sme_password_find (hashes, n, password);
  checked->right = found >= 0;
  if (!checked->right)
    return;
  account = g_ptr_array_index (candidates, (guint) found);
  checked->account_id = g_strdup (account->id);
  checked->password_hash = g_strdup (account->password_hash);
}

gboolean
sme_prepare_sign_in (SmeCall *call, GError **error)
{
  const char *email = sme_record_get_text (call->request, "email");
  Checked *checked = g_new0 (Checked, 1);
  g_autoptr (GPtrArray) candidates = NULL;

  sme_call_set_prepared (call, checked, (GDestroyNotify) checked_free);
  checked->key = sme_email_to_key (email);
  if (checked->key == NULL)
    checked->key = g_ascii_strdown (email, -1);
  if (!sme_throttle_check (call, &sme_throttle_sign_in, checked->key, error))
    return FALSE;
  candidates = list_candidates (call, email, error);
  if (candidates == NULL)
    return FALSE;
  check_password (checked, candidates, sme_record_get_text (call->request, "password"));
  return TRUE;
}

static SmeReply *
answer_session (SmeCall *call,
                SmeStoredAccount *account,
                const char *family_id,
                gint64 generation,
                guint status,
                GError **error)
{
  g_autoptr (SmeSession) session = sme_session_new ();
  g_autoptr (SmeAccount) record = sme_store_make_account (call, account, error);
  g_autofree char *access = NULL, *refresh = NULL;

  if (record == NULL)
    return NULL;
  access = sme_store_mint_token (call, "access", account->id, family_id, generation, NULL,
                                 SME_ACCESS_LIFE, error);
  if (access == NULL)
    return NULL;
  refresh = sme_store_mint_token (call, "refresh", account->id, family_id, generation, NULL,
                                  SME_REFRESH_LIFE, error);
  if (refresh == NULL)
    return NULL;
  sme_record_set_text (SME_RECORD (session), "access_token", access);
  sme_record_set_int (SME_RECORD (session), "expires_in", SME_ACCESS_LIFE / 1000);
  sme_record_set_text (SME_RECORD (session), "refresh_token", refresh);
  sme_record_set_object (SME_RECORD (session), "account", record);
  return sme_reply_new_record (status, SME_RECORD (session));
}

/* The failure is kept, although the answer is an error. */
static SmeReply *
refuse (SmeCall *call, Checked *checked, GError **error)
{
  if (!sme_throttle_fail (call, &sme_throttle_sign_in, checked->key, error))
    return NULL;
  call->keep = TRUE;
  sme_problem_set (error, SME_PROBLEM_WRONG_CREDENTIALS, NULL);
  return NULL;
}

SmeReply *
sme_handle_sign_in (SmeCall *call, GError **error)
{
  Checked *checked = call->prepared;
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autofree char *family_id = NULL;

  if (!sme_throttle_check (call, &sme_throttle_sign_in, checked->key, error))
    return NULL;
  if (!checked->right)
    return refuse (call, checked, error);
  account = sme_store_find_account (call, checked->account_id, error);
  /* Another registration of the address was activated meanwhile. */
  if (account == NULL && g_error_matches (*error, SME_PROBLEM, SME_PROBLEM_NOT_FOUND))
    {
      g_clear_error (error);
      return sme_handler_stale (error);
    }
  if (account == NULL)
    return NULL;
  if (!g_str_equal (account->password_hash, checked->password_hash))
    return sme_handler_stale (error);
  if (g_str_equal (account->state, "closed"))
    return refuse (call, checked, error);
  if (!g_str_equal (account->state, "active"))
    {
      sme_problem_set (error, SME_PROBLEM_ACCOUNT_NOT_ACTIVATED, NULL);
      return NULL;
    }
  family_id = sme_store_start_family (call, account->id,
                                      sme_record_get_text (call->request, "device_name"), error);
  if (family_id == NULL ||
      !sme_throttle_forget (call, &sme_throttle_sign_in, checked->key, error) ||
      !sme_audit_account (call, account->id, "session.start", NULL, error))
    return NULL;
  return answer_session (call, account, family_id, 1, 201, error);
}

SmeReply *
sme_handle_refresh_session (SmeCall *call, GError **error)
{
  g_autofree char *family_id = NULL, *account_id = NULL;
  g_autoptr (SmeStoredAccount) account = NULL;
  gint64 generation;

  if (!sme_store_use_refresh_token (call, sme_record_get_text (call->request, "refresh_token"),
                                    &family_id, &account_id, &generation, error))
    return NULL;
  account = sme_store_find_account (call, account_id, error);
  if (account == NULL)
    return NULL;
  return answer_session (call, account, family_id, generation + 1, 200, error);
}

SmeReply *
sme_handle_sign_out (SmeCall *call, GError **error)
{
  if (!sme_store_end_family (call, call->principal.family_id, error) ||
      !sme_audit_account (call, call->principal.account_id, "session.end", NULL, error))
    return NULL;
  return sme_reply_new_empty ();
}

SmeReply *
sme_handle_list_sessions (SmeCall *call, GError **error)
{
  g_autoptr (GListModel) list = sme_store_list_families (call, call->principal.account_id, error);

  return list != NULL ? sme_reply_new_list (list, g_list_model_get_n_items (list), NULL) : NULL;
}

SmeReply *
sme_handle_end_session (SmeCall *call, GError **error)
{
  guint n_ended = 0;

  if (!sme_store_end_families (call, call->principal.account_id, call->path_id, NULL, &n_ended,
                               error))
    return NULL;
  if (n_ended == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  return sme_audit_account (call, call->principal.account_id, "session.end", NULL, error)
           ? sme_reply_new_empty ()
           : NULL;
}

SmeReply *
sme_handle_end_all_sessions (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;

  if (!sme_store_end_everything (call, account_id, error) ||
      !sme_audit_account (call, account_id, "session.end-all", NULL, error))
    return NULL;
  return sme_reply_new_empty ();
}
