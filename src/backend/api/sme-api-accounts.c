/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"
#include "backend/http/sme-handlers.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/sme-passwords.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-consents.h"
#include "backend/store/sme-store-registrations.h"
#include "base/sme-time.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"
#include "core/sme-registration-rules.h"

static gboolean
check_registration (SmeCall *call, GError **error)
{
  g_autoptr (GPtrArray) errors =
    sme_registration_check (SME_REGISTRATION (call->request), sme_date_from_time (call->now));

  sme_store_check_consents (sme_record_get_list (call->request, "consents"), errors);
  if (errors->len == 0)
    return TRUE;
  sme_problem_set_invalid (error, g_steal_pointer (&errors));
  return FALSE;
}

gboolean
sme_prepare_create_account (SmeCall *call, GError **error)
{
  const char *password = sme_record_get_text (call->request, "password");
  g_autoptr (SmeStoredAccount) waiting = NULL;
  g_autoptr (GError) local = NULL;
  char *hash;

  if (!check_registration (call, error))
    return FALSE;
  sme_registration_normalize (call->request);
  waiting =
    sme_store_find_newest_pending (call, sme_record_get_text (call->request, "email"), &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  hash = waiting != NULL ? sme_password_hash_beside (waiting->password_hash, password)
                         : sme_password_hash (password);
  sme_call_set_prepared (call, hash, g_free);
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

/* Each registration stands for itself until one is activated: a stranger's does not keep the
 * holder's own from being made, and no password of his comes with it. */
static gboolean
add_registration (SmeCall *call, const char *email, GError **error)
{
  gboolean may = FALSE;
  g_autoptr (SmeStoredAccount) account =
    sme_store_insert_account (call, SME_REGISTRATION (call->request), call->prepared, error);

  return account != NULL &&
         sme_audit_account (call, account->id, "account.register", NULL, error) &&
         sme_store_may_write_to (call, email, &may, error) &&
         (!may || send_activation (call, account, error)) &&
         sme_store_prune_pending (call, account, error);
}

/* The address has an account; its holder learns by mail that somebody tried. */
static gboolean
tell_holder (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  gboolean may = FALSE;

  return sme_store_may_write_to (call, account->email, &may, error) &&
         (!may || sme_outbox_send_account_exists (call, account, error));
}

/* The same answer for an address that is known. */
SmeReply *
sme_handle_create_account (SmeCall *call, GError **error)
{
  const char *email = sme_record_get_text (call->request, "email");
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeStoredAccount) holder = sme_store_find_account_by_email (call, email, &local);
  gboolean done;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  done = holder != NULL ? tell_holder (call, holder, error) : add_registration (call, email, error);
  return done && sme_store_note_resend (call, email, error) ? answer_pending (201, email) : NULL;
}

SmeReply *
sme_handle_activate_account (SmeCall *call, GError **error)
{
  g_autoptr (SmeAccountRef) answer = sme_account_ref_new ();
  g_autofree char *account_id =
    sme_store_use_activation (call, sme_record_get_text (call->request, "token"), error);

  if (account_id == NULL || !sme_store_activate_account (call, account_id, error) ||
      !sme_audit_account (call, account_id, "account.activate", NULL, error))
    return NULL;
  sme_record_set_int (SME_RECORD (answer), "state", SME_ACCOUNT_ACTIVE);
  return sme_reply_new_record (200, SME_RECORD (answer));
}

/* All addresses are counted alike, so that the count does not tell which of them waits. */
static gboolean
send_again (SmeCall *call, const char *email, SmeStoredAccount *account, GError **error)
{
  gboolean may = FALSE;

  return sme_store_note_resend (call, email, error) &&
         sme_store_may_write_to (call, email, &may, error) &&
         (!may || account == NULL || send_activation (call, account, error));
}

SmeReply *
sme_handle_resend_activation (SmeCall *call, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeStoredAccount) account = NULL;
  g_autofree char *email = NULL;

  if (sme_email_check (sme_record_get_text (call->request, "email"), &email) != SME_REASON_OK)
    {
      sme_problem_set_field (error, "/email", "format");
      return NULL;
    }
  if (!sme_store_check_resend (call, email, error))
    return NULL;
  account = sme_store_find_newest_pending (call, email, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* Nothing to send is not told apart from a mail that is on its way. */
  return send_again (call, email, account, error) ? sme_reply_new_empty () : NULL;
}

SmeReply *
sme_handle_get_me (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);
  g_autoptr (SmeAccount) record =
    account != NULL ? sme_store_make_account (call, account, error) : NULL;
  SmeReply *reply;

  if (record == NULL)
    return NULL;
  reply = sme_reply_new_record (200, SME_RECORD (record));
  sme_reply_set_version (reply, account->version);
  return reply;
}

static gboolean
check_update (SmeCall *call, SmeStoredAccount *account, GError **error)
{
  g_autofree char *etag = g_strdup_printf ("\"v%" G_GINT64_FORMAT "\"", account->version);
  g_autoptr (GPtrArray) errors = NULL;

  if (!g_str_equal (call->if_match, etag))
    {
      sme_problem_set (error, SME_PROBLEM_PRECONDITION_FAILED, NULL);
      return FALSE;
    }
  errors = sme_account_update_check (SME_ACCOUNT_UPDATE (call->request), account->customer_type,
                                     sme_date_from_time (call->now));
  if (errors->len == 0)
    return TRUE;
  sme_problem_set_invalid (error, g_steal_pointer (&errors));
  return FALSE;
}

SmeReply *
sme_handle_update_me (SmeCall *call, GError **error)
{
  const char *account_id = call->principal.account_id;
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, account_id, error);

  if (account == NULL || !check_update (call, account, error))
    return NULL;
  sme_registration_normalize (call->request);
  if (!sme_store_update_account (call, account_id, call->request, error) ||
      !sme_audit_account (call, account_id, "account.update", NULL, error))
    return NULL;
  sme_call_changed (call, account_id, "account", account_id);
  return sme_handle_get_me (call, error);
}
