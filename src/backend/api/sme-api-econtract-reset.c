/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-signing-begin.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-store-codes.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-password-rules.h"
#include "core/sme-problem.h"

/* NULL without error for a name that nobody has. */
static SmeEcontractUser *
find_user (SmeCall *call, const char *username, GError **error)
{
  return sme_store_find_econtract_user (call, NULL, username, error);
}

/* Whether somebody has the user name or not, the same is done and the same is answered. */
SmeReply *
sme_handle_econtract_request_reset (SmeCall *call, GError **error)
{
  const char *username = sme_record_get_text (call->request, "username");
  g_autoptr (SmeEcontractUser) user = NULL;
  g_autoptr (SmeCodeState) state = NULL;
  g_autoptr (SmeCode) code = NULL;
  g_autoptr (GError) local = NULL;

  user = find_user (call, username, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  code = sme_store_start_code (call, &sme_code_econtract_reset, username,
                               user != NULL ? user->account_id : NULL,
                               user != NULL ? user->username : NULL, error);
  if (code == NULL || !sme_outbox_send_econtract_reset (call, user, code, error))
    return NULL;
  state = sme_code_make_state (call, &sme_code_econtract_reset, code, NULL);
  sme_record_set_text (SME_RECORD (state), "request_id", code->id);
  return sme_reply_new_record (201, SME_RECORD (state));
}

gboolean
sme_prepare_econtract_reset (SmeCall *call, GError **error)
{
  const char *password = sme_record_get_text (call->request, "password");
  SmeReason reason = sme_password_check (password, NULL);

  if (reason != SME_REASON_OK)
    return sme_problem_set_field (error, "/password", sme_reason_to_code (reason));
  sme_call_set_prepared (call, sme_password_hash (password), g_free);
  return TRUE;
}

/* Every sign-in is over, and who was locked out by somebody's guesses gets in. */
static gboolean
reset (SmeCall *call, SmeEcontractUser *user, GError **error)
{
  return sme_store_set_econtract_password (call, user, call->prepared, error) &&
         sme_store_end_econtract (call, user, error) &&
         sme_throttle_forget (call, &sme_throttle_sign_in, user->username, error) &&
         sme_signing_note_password (call, user, error) &&
         sme_outbox_send_econtract_changed (call, user, error);
}

SmeReply *
sme_handle_econtract_reset (SmeCall *call, GError **error)
{
  g_autoptr (SmeEcontractUser) user = NULL;
  g_autoptr (SmeCode) code = sme_store_use_code (
    call, &sme_code_econtract_reset, sme_record_get_text (call->request, "request_id"), NULL,
    sme_record_get_text (call->request, "code"), error);

  if (code == NULL)
    return NULL;
  if (code->value != NULL)
    user = find_user (call, code->value, error);
  if (user == NULL)
    {
      /* Guessed for a name that nobody has, or has no more. */
      if (*error == NULL)
        sme_problem_set_limits (error, SME_PROBLEM_CODE_EXPIRED, 0, -1);
      return NULL;
    }
  return reset (call, user, error) ? sme_reply_new_empty () : NULL;
}
