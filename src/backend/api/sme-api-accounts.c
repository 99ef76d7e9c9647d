/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-accounts.h"
#include "base/sme-text.h"
#include "core/sme-email.h"
#include "core/sme-field-error.h"
#include "core/sme-password-rules.h"
#include "core/sme-phone.h"
#include "core/sme-problem.h"
#include "core/sme-tax-code.h"

#define RESEND_AFTER_MS (60 * 1000)

static void
add (GPtrArray *errors, const char *pointer, SmeReason reason)
{
  if (reason != SME_REASON_OK)
    g_ptr_array_add (errors, sme_field_error_new_full (pointer, sme_reason_to_code (reason)));
}

static gboolean
has_consent (GListModel *consents, const char *purpose)
{
  for (guint i = 0; consents != NULL && i < g_list_model_get_n_items (consents); i++)
    {
      g_autoptr (SmeRecord) consent = g_list_model_get_item (consents, i);

      if (g_str_equal (sme_record_get_text (consent, "purpose"), purpose))
        return TRUE;
    }
  return FALSE;
}

static void
check_organisation (SmeRecord *request, GPtrArray *errors)
{
  SmeTaxCodeForms forms = SME_TAX_CODE_MAIN | SME_TAX_CODE_BRANCH;
  const char *tax_code = sme_record_get_text (request, "tax_code");

  if (sme_record_get_int (request, "customer_type") == SME_CUSTOMER_HOUSEHOLD)
    forms = SME_TAX_CODE_MAIN | SME_TAX_CODE_BRANCH | SME_TAX_CODE_PERSONAL;
  if (!sme_record_has (request, "organisation_name"))
    add (errors, "/organisation_name", SME_REASON_REQUIRED);
  add (errors, "/tax_code",
       tax_code == NULL ? SME_REASON_REQUIRED : sme_tax_code_check (tax_code, forms, NULL));
}

static gboolean
check_registration (SmeRecord *request, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name = sme_record_get_text (request, "full_name");

  add (errors, "/email", sme_email_check (sme_record_get_text (request, "email"), NULL));
  add (errors, "/password", sme_password_check (sme_record_get_text (request, "password")));
  add (errors, "/full_name", sme_text_is_name (name) ? SME_REASON_OK : SME_REASON_CHARACTERS);
  add (errors, "/phone", sme_phone_check_mobile (sme_record_get_text (request, "phone"), NULL));
  if (sme_record_get_int (request, "customer_type") != SME_CUSTOMER_PERSON)
    check_organisation (request, errors);
  if (!has_consent (sme_record_get_list (request, "consents"), "service") ||
      !has_consent (sme_record_get_list (request, "consents"), "personal-data"))
    add (errors, "/consents", SME_REASON_REQUIRED);
  if (errors->len == 0)
    return TRUE;
  sme_problem_set_invalid (error, g_steal_pointer (&errors));
  return FALSE;
}

gboolean
sme_prepare_create_account (SmeCall *call, GError **error)
{
  if (!check_registration (call->request, error))
    return FALSE;
  sme_call_set_prepared (call, sme_password_hash (sme_record_get_text (call->request, "password")),
                         g_free);
  return TRUE;
}

static gboolean
send_activation (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  g_autofree char *token = sme_secret_new ();

  return sme_store_insert_activation (call, account->id, token, error) &&
         sme_outbox_send_activation (call, account, token, error);
}

static SmeReply *
answer_pending (guint status, const char *email)
{
  g_autoptr (SmeAccountRef) answer = sme_account_ref_new ();

  sme_record_set_int (SME_RECORD (answer), "state", SME_ACCOUNT_PENDING_ACTIVATION);
  sme_record_set_text (SME_RECORD (answer), "email", email);
  return sme_reply_new_record (status, SME_RECORD (answer));
}

SmeReply *
sme_handle_create_account (SmeCall *call, GError **error)
{
  g_autofree char *email = NULL;
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autoptr (GError) local = NULL;
  gboolean good;

  sme_email_check (sme_record_get_text (call->request, "email"), &email);
  account = sme_store_find_account_by_email (call, email, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* The same answer for an address that is known; its holder learns of it by mail. */
  if (account != NULL)
    {
      good = g_str_equal (account->state, "pending_activation")
               ? send_activation (call, account, error)
               : sme_outbox_send_account_exists (call, account, error);
      return good ? answer_pending (201, email) : NULL;
    }
  account =
    sme_store_insert_account (call, SME_REGISTRATION (call->request), call->prepared, error);
  if (account == NULL || !sme_audit_account (call, account->id, "account.register", NULL, error) ||
      !send_activation (call, account, error))
    return NULL;
  return answer_pending (201, email);
}

SmeReply *
sme_handle_activate_account (SmeCall *call, GError **error)
{
  g_autoptr (SmeAccountRef) answer = sme_account_ref_new ();
  g_autofree char *account_id =
    sme_store_use_activation (call, sme_record_get_text (call->request, "token"), error);

  if (account_id == NULL || !sme_store_set_account_state (call, account_id, "active", error) ||
      !sme_audit_account (call, account_id, "account.activate", NULL, error))
    return NULL;
  sme_record_set_int (SME_RECORD (answer), "state", SME_ACCOUNT_ACTIVE);
  return sme_reply_new_record (200, SME_RECORD (answer));
}

SmeReply *
sme_handle_resend_activation (SmeCall *call, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autofree char *email = NULL;
  gint64 last = 0;

  if (sme_email_check (sme_record_get_text (call->request, "email"), &email) != SME_REASON_OK)
    {
      sme_problem_set_field (error, "/email", "format");
      return NULL;
    }
  account = sme_store_find_account_by_email (call, email, &local);
  /* Nothing to send is not told apart from a mail that is on its way. */
  if (account == NULL || !g_str_equal (account->state, "pending_activation"))
    return local == NULL ? sme_reply_new_empty ()
                         : (g_propagate_error (error, g_steal_pointer (&local)), NULL);
  if (!sme_store_find_last_activation (call, account->id, &last, error))
    return NULL;
  if (last + RESEND_AFTER_MS > call->now)
    return sme_reply_new_empty ();
  return send_activation (call, account, error) ? sme_reply_new_empty () : NULL;
}

SmeReply *
sme_handle_get_me (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);
  g_autoptr (SmeAccount) record =
    account != NULL ? sme_store_make_account (call, account, error) : NULL;

  return record != NULL ? sme_reply_new_record (200, SME_RECORD (record)) : NULL;
}
