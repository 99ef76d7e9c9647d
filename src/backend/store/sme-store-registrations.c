/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-registrations.h"

#include "backend/flow/sme-audit.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-email.h"
#include "core/sme-problem.h"

#define HOUR (G_GINT64_CONSTANT (60) * 60 * 1000)
#define DAY (24 * HOUR)
/* Who comes back with an old code is told that it has expired. */
#define KEEP_EXPIRED (30 * DAY)

/* Nobody fills a mailbox by registering its address again and again; and who does so does not keep
 * its holder from registering for long. */
#define LETTERS "registration-letters"
#define MAX_LETTERS_AN_HOUR 5
#define MAX_LETTERS_A_DAY 20

#define RESEND "activation-resend"
#define RESEND_AFTER (G_GINT64_CONSTANT (60) * 1000)

static SmeRows *
select_ids (SmeCall *call, const char *email, guint limit, GError **error)
{
  g_autofree char *key = sme_email_to_key (email);

  return sme_db_query (call->db, error,
                       "SELECT id FROM account WHERE email_key = :key AND state ="
                       " 'pending_activation' ORDER BY created_at DESC, id DESC LIMIT :limit",
                       "key:s", key != NULL ? key : "", "limit:i", (gint64) limit, NULL);
}

GPtrArray *
sme_store_list_pending (SmeCall *call, const char *email, guint limit, GError **error)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_stored_account_free);
  g_autoptr (SmeRows) rows = select_ids (call, email, limit, error);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      SmeStoredAccount *account =
        sme_store_find_account (call, sme_rows_text (rows, i, "id"), error);

      if (account == NULL)
        return NULL;
      g_ptr_array_add (list, account);
    }
  return rows != NULL ? g_steal_pointer (&list) : NULL;
}

SmeStoredAccount *
sme_store_find_newest_pending (SmeCall *call, const char *email, GError **error)
{
  g_autoptr (GPtrArray) list = sme_store_list_pending (call, email, 1, error);

  return list != NULL && list->len > 0 ? g_ptr_array_steal_index (list, 0) : NULL;
}

static gboolean
run_all (SmeCall *call, const char *const *statements, const char *id, GError **error)
{
  for (guint i = 0; statements[i] != NULL; i++)
    if (!sme_db_run (call->db, NULL, error, statements[i], "id:s", id, NULL))
      return FALSE;
  return TRUE;
}

gboolean
sme_store_prune_pending (SmeCall *call, const SmeStoredAccount *newest, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM activation WHERE account_id = :id",
    "DELETE FROM message WHERE account_id = :id",
    "DELETE FROM consent WHERE account_id = :id",
    "DELETE FROM account WHERE id = :id",
    NULL,
  };
  g_autofree char *key = sme_email_to_key (newest->email);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT id FROM account WHERE email_key = :key AND state = 'pending_activation'"
                  " AND id <> :newest AND NOT EXISTS (SELECT 1 FROM activation a WHERE"
                  " a.account_id = account.id AND a.expires_at > :then)",
                  "key:s", key, "newest:s", newest->id, "then:i", call->now - KEEP_EXPIRED, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!run_all (call, statements, sme_rows_text (rows, i, "id"), error))
      return FALSE;
  return rows != NULL;
}

/* Codes and mails belong to who has the mailbox, and go when that account goes. */
static gboolean
supersede (SmeCall *call, const char *id, const char *heir, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM code WHERE account_id = :id",
    "DELETE FROM consent WHERE account_id = :id",
    "DELETE FROM account WHERE id = :id",
    NULL,
  };

  return sme_db_run (call->db, NULL, error,
                     "UPDATE activation SET superseded_at = :now, account_id = :heir WHERE"
                     " account_id = :id",
                     "now:i", call->now, "heir:s", heir, "id:s", id, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE message SET account_id = :heir WHERE account_id = :id", "heir:s", heir,
                     "id:s", id, NULL) &&
         run_all (call, statements, id, error) &&
         sme_audit_account (call, id, "account.supersede", NULL, error);
}

gboolean
sme_store_supersede_pending (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT other.id AS id FROM account own JOIN account other ON other.email_key = own.email_key"
    " WHERE own.id = :id AND other.id <> own.id AND other.state = 'pending_activation'",
    "id:s", account_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!supersede (call, sme_rows_text (rows, i, "id"), account_id, error))
      return FALSE;
  return rows != NULL;
}

gboolean
sme_store_activate_account (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (sme_store_set_account_state (call, id, "active", &local))
    return sme_store_supersede_pending (call, id, error);
  if (g_error_matches (local, SME_DB_ERROR, SME_DB_ERROR_CONSTRAINT))
    return sme_problem_set_field (error, "/token", "taken");
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
sme_store_may_write_to (SmeCall *call, const char *email, gboolean *may, GError **error)
{
  g_autofree char *key = sme_email_to_key (email);
  gint64 lately = 0, today = 0;

  g_return_val_if_fail (key != NULL, FALSE);
  if (!sme_throttle_count (call, LETTERS, key, HOUR, &lately, error))
    return FALSE;
  *may = lately <= MAX_LETTERS_AN_HOUR;
  if (!*may)
    return TRUE;
  if (!sme_daily_count (call, LETTERS, key, 1, &today, error))
    return FALSE;
  *may = today <= MAX_LETTERS_A_DAY;
  return TRUE;
}

gboolean
sme_store_check_resend (SmeCall *call, const char *email, GError **error)
{
  g_autofree char *key = sme_email_to_key (email);
  gint64 today = 0;

  g_return_val_if_fail (key != NULL, FALSE);
  if (!sme_throttle_check_pause (call, RESEND, key, RESEND_AFTER, error) ||
      !sme_throttle_check_count (call, LETTERS, key, HOUR, MAX_LETTERS_AN_HOUR, error) ||
      !sme_daily_count (call, LETTERS, key, 0, &today, error))
    return FALSE;
  if (today < MAX_LETTERS_A_DAY)
    return TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                          sme_throttle_seconds_of_today (call));
  return FALSE;
}

gboolean
sme_store_note_resend (SmeCall *call, const char *email, GError **error)
{
  g_autofree char *key = sme_email_to_key (email);

  g_return_val_if_fail (key != NULL, FALSE);
  return sme_throttle_begin_pause (call, RESEND, key, error);
}
