/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-own-password.h"
#include "backend/flow/sme-audit.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-codes.h"
#include "backend/store/sme-store-registrations.h"
#include "backend/store/sme-throttle.h"
#include "base/sme-format.h"
#include "core/sme-email.h"
#include "core/sme-phone.h"
#include "core/sme-problem.h"

/* As many short messages to one telephone a day as for contracts, and counted with them. */
#define MAX_SMS_A_DAY 10

static SmeReply *
answer_state (SmeCall *call, const SmeCodePolicy *policy, SmeCode *code, char *masked)
{
  g_autofree char *sent_to = masked;
  g_autoptr (SmeCodeState) state = sme_code_make_state (call, policy, code, sent_to);

  return sme_reply_new_record (200, SME_RECORD (state));
}

static SmeReply *
answer_account (SmeCall *call, const char *account_id, GError **error)
{
  sme_call_changed (call, account_id, "account", account_id);
  return sme_handle_get_me (call, error);
}

gboolean
sme_prepare_change_phone (SmeCall *call, GError **error)
{
  return sme_own_password_prepare (call, "password", NULL, error);
}

static gboolean
send_to_phone (SmeCall *call, SmeStoredAccount *account, SmeCode *code, GError **error)
{
  gint64 today = 0;

  if (!sme_daily_count (call, "otp-sends", code->value, 1, &today, error))
    return FALSE;
  if (today > MAX_SMS_A_DAY)
    {
      sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                              sme_throttle_seconds_of_today (call));
      return FALSE;
    }
  return sme_outbox_send_phone_code (call, account, code, error);
}

SmeReply *
sme_handle_change_phone (SmeCall *call, GError **error)
{
  g_autofree char *phone = NULL;
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (SmeCode) code = NULL;
  SmeReason reason = sme_phone_check_mobile (sme_record_get_text (call->request, "phone"), &phone);

  if (reason != SME_REASON_OK)
    {
      sme_problem_set_field (error, "/phone", sme_reason_to_code (reason));
      return NULL;
    }
  account = sme_own_password_confirm (call, "password", error);
  if (account == NULL)
    return NULL;
  if (g_str_equal (phone, account->phone) && account->phone_confirmed)
    {
      sme_problem_set_field (error, "/phone", "unchanged");
      return NULL;
    }
  code = sme_store_start_code (call, &sme_code_phone, account->id, account->id, phone, error);
  if (code == NULL || !send_to_phone (call, account, code, error))
    return NULL;
  return answer_state (call, &sme_code_phone, code, sme_format_phone_masked (phone));
}

SmeReply *
sme_handle_resend_phone_code (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, account_id, error);
  g_autoptr (SmeCode) code = NULL;

  if (account == NULL)
    return NULL;
  code = sme_store_resend_code (call, &sme_code_phone, account_id, error);
  if (code == NULL || !send_to_phone (call, account, code, error))
    return NULL;
  return answer_state (call, &sme_code_phone, code, sme_format_phone_masked (code->value));
}

SmeReply *
sme_handle_confirm_phone (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, account_id, error);
  g_autoptr (SmeCode) code = NULL;

  if (account == NULL)
    return NULL;
  code = sme_store_use_code (call, &sme_code_phone, NULL, account_id,
                             sme_record_get_text (call->request, "code"), error);
  if (code == NULL || !sme_store_confirm_phone (call, account_id, code->value, error) ||
      !sme_audit_account (call, account_id, "phone.change", NULL, error) ||
      !sme_outbox_send_phone_changed (call, account, code->value, error))
    return NULL;
  return answer_account (call, account_id, error);
}

gboolean
sme_prepare_change_email (SmeCall *call, GError **error)
{
  return sme_own_password_prepare (call, "password", NULL, error);
}

/* To an address that has an account a letter goes that says so, without a code; what is answered
 * tells nothing of that. */
static gboolean
send_to_email (SmeCall *call, SmeStoredAccount *account, SmeCode *code, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeStoredAccount) holder = sme_store_find_account_by_email (call, code->value, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return holder != NULL ? sme_outbox_send_email_taken (call, holder, error)
                        : sme_outbox_send_email_code (call, account, code, error);
}

static gboolean
check_new_email (SmeCall *call, SmeStoredAccount *account, const char *email, GError **error)
{
  g_autofree char *old_key = sme_email_to_key (account->email), *key = sme_email_to_key (email);

  return !g_str_equal (old_key, key) || sme_problem_set_field (error, "/email", "unchanged");
}

SmeReply *
sme_handle_change_email (SmeCall *call, GError **error)
{
  g_autofree char *email = NULL;
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (SmeCode) code = NULL;
  SmeReason reason = sme_email_check (sme_record_get_text (call->request, "email"), &email);

  if (reason != SME_REASON_OK)
    {
      sme_problem_set_field (error, "/email", sme_reason_to_code (reason));
      return NULL;
    }
  account = sme_own_password_confirm (call, "password", error);
  if (account == NULL || !check_new_email (call, account, email, error))
    return NULL;
  code = sme_store_start_code (call, &sme_code_email, account->id, account->id, email, error);
  if (code == NULL || !send_to_email (call, account, code, error))
    return NULL;
  return answer_state (call, &sme_code_email, code, sme_format_email_masked (email));
}

SmeReply *
sme_handle_resend_email_code (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, account_id, error);
  g_autoptr (SmeCode) code = NULL;

  if (account == NULL)
    return NULL;
  code = sme_store_resend_code (call, &sme_code_email, account_id, error);
  if (code == NULL || !send_to_email (call, account, code, error))
    return NULL;
  return answer_state (call, &sme_code_email, code, sme_format_email_masked (code->value));
}

/* Somebody may have an account with the address since the code was sent. */
static gboolean
is_free (SmeCall *call, const char *email, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeStoredAccount) holder = sme_store_find_account_by_email (call, email, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return holder == NULL || sme_problem_set_field (error, "/email", "taken");
}

SmeReply *
sme_handle_confirm_email (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, account_id, error);
  g_autoptr (SmeCode) code = NULL;

  if (account == NULL)
    return NULL;
  code = sme_store_use_code (call, &sme_code_email, NULL, account_id,
                             sme_record_get_text (call->request, "code"), error);
  if (code == NULL || !is_free (call, code->value, error) ||
      !sme_store_set_email (call, account_id, code->value, error) ||
      !sme_store_supersede_pending (call, account_id, error) ||
      !sme_audit_account (call, account_id, "email.change", NULL, error) ||
      !sme_outbox_send_email_changed (call, account, code->value, error))
    return NULL;
  return answer_account (call, account_id, error);
}
