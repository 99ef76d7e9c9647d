/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-own-password.h"
#include "backend/flow/sme-audit.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-codes.h"
#include "backend/store/sme-store-tokens.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-email.h"
#include "core/sme-password-rules.h"
#include "core/sme-problem.h"

#include <string.h>

/* NULL without error for an address that has no account that can be signed in to. */
static SmeStoredAccount *
find_active (SmeCall *call, const char *email, GError **error)
{
  g_autoptr (SmeStoredAccount) account = sme_store_find_account_by_email (call, email, error);

  return account != NULL && g_str_equal (account->state, "active") ? g_steal_pointer (&account)
                                                                   : NULL;
}

/* Whether there is an account or not, the same is done and the same is answered. */
SmeReply *
sme_handle_request_password_reset (SmeCall *call, GError **error)
{
  const char *email = sme_record_get_text (call->request, "email");
  g_autofree char *key = sme_email_to_key (email);
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (SmeCodeState) state = NULL;
  g_autoptr (SmeCode) code = NULL;
  g_autoptr (GError) local = NULL;

  if (key == NULL)
    {
      sme_problem_set_field (error, "/email", "format");
      return NULL;
    }
  account = find_active (call, email, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  code = sme_store_start_code (call, &sme_code_password_reset, key,
                               account != NULL ? account->id : NULL, NULL, error);
  if (code == NULL || !sme_outbox_send_password_reset (call, account, code, error))
    return NULL;
  state = sme_code_make_state (call, &sme_code_password_reset, code, NULL);
  sme_record_set_text (SME_RECORD (state), "request_id", code->id);
  return sme_reply_new_record (201, SME_RECORD (state));
}

static gboolean
check_new_password (const char *password, const char *email, const char *pointer, GError **error)
{
  SmeReason reason = sme_password_check (password, email);

  return reason == SME_REASON_OK ||
         sme_problem_set_field (error, pointer, sme_reason_to_code (reason));
}

gboolean
sme_prepare_reset_password (SmeCall *call, GError **error)
{
  const char *password = sme_record_get_text (call->request, "password");

  if (!check_new_password (password, NULL, "/password", error))
    return FALSE;
  sme_call_set_prepared (call, sme_password_hash (password), g_free);
  return TRUE;
}

static gboolean
set_password (SmeCall *call, SmeStoredAccount *account, const char *hash, GError **error)
{
  return sme_store_set_account_text (call, account->id, "password_hash", hash, error) &&
         sme_audit_account (call, account->id, "password.change", NULL, error) &&
         sme_outbox_send_password_changed (call, account, error);
}

/* Who was locked out by somebody's guesses gets in with the new password. */
static gboolean
forget_failures (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  g_autofree char *key = sme_email_to_key (account->email);

  return sme_throttle_forget (call, &sme_throttle_sign_in, key, error) &&
         sme_throttle_forget (call, &sme_throttle_password, account->id, error);
}

SmeReply *
sme_handle_reset_password (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (SmeCode) code = sme_store_use_code (
    call, &sme_code_password_reset, sme_record_get_text (call->request, "request_id"), NULL,
    sme_record_get_text (call->request, "code"), error);

  if (code == NULL)
    return NULL;
  /* Guessed for an address that nobody has. */
  if (code->account_id == NULL)
    {
      sme_problem_set_limits (error, SME_PROBLEM_CODE_EXPIRED, 0, -1);
      return NULL;
    }
  account = sme_store_find_account (call, code->account_id, error);
  /* Only now is it known whose; the code is still good for another password. */
  if (account == NULL ||
      !check_new_password (sme_record_get_text (call->request, "password"), account->email,
                           "/password", error) ||
      !set_password (call, account, call->prepared, error) ||
      !forget_failures (call, account, error) ||
      !sme_store_end_everything (call, account->id, error))
    return NULL;
  return sme_reply_new_empty ();
}

gboolean
sme_prepare_change_password (SmeCall *call, GError **error)
{
  const char *old_password = sme_record_get_text (call->request, "old_password");
  const char *new_password = sme_record_get_text (call->request, "new_password");

  if (!check_new_password (new_password, NULL, "/new_password", error))
    return FALSE;
  if (g_str_equal (old_password, new_password))
    return sme_problem_set_field (error, "/new_password", "unchanged");
  return sme_own_password_prepare (call, "old_password", new_password, error);
}

/* The sign-in that asks stays; who else may have known the old password is out. */
SmeReply *
sme_handle_change_password (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account = sme_own_password_confirm (call, "old_password", error);

  if (account == NULL ||
      !check_new_password (sme_record_get_text (call->request, "new_password"), account->email,
                           "/new_password", error) ||
      !set_password (call, account, sme_own_password_get_new_hash (call), error) ||
      !sme_store_end_families (call, account->id, NULL, call->principal.family_id, NULL, error))
    return NULL;
  return sme_reply_new_empty ();
}
