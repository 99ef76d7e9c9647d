/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-codes.h"

#include "backend/store/sme-ids.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-problem.h"

#include <string.h>

#define MINUTE (60 * 1000)
#define KEEP_FOR (G_GINT64_CONSTANT (2) * 24 * 60 * MINUTE)

/* Eight digits where the code alone opens the account, six where a session asks already. */
const SmeCodePolicy sme_code_password_reset = { "password-reset", 8, 15 * MINUTE, MINUTE, 5 };
const SmeCodePolicy sme_code_econtract_reset = { "econtract-reset", 8, 15 * MINUTE, MINUTE, 5 };
const SmeCodePolicy sme_code_phone = { "phone", 6, 5 * MINUTE, MINUTE, 5 };
const SmeCodePolicy sme_code_email = { "email", 6, 15 * MINUTE, MINUTE, 5 };

void
sme_code_free (SmeCode *self)
{
  g_free (self->id);
  g_free (self->code);
  g_free (self->account_id);
  g_free (self->value);
  g_free (self);
}

static char *
mac_subject (SmeCall *call, const SmeCodePolicy *policy, const char *subject)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "code-subject", policy->purpose,
                       subject, NULL);
}

static char *
mac_code (SmeCall *call, const char *id, const char *code)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), "code", id, code, NULL);
}

static SmeCode *
read_code (SmeRows *rows)
{
  SmeCode *self = g_new0 (SmeCode, 1);

  self->id = g_strdup (sme_rows_text (rows, 0, "id"));
  self->account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  self->value = g_strdup (sme_rows_text (rows, 0, "value"));
  self->wrong = sme_rows_int (rows, 0, "wrong");
  self->expires_at = sme_rows_int (rows, 0, "expires_at");
  self->resend_after = sme_rows_int (rows, 0, "resend_after");
  return self;
}

static SmeRows *
look_up (SmeCall *call,
         const SmeCodePolicy *policy,
         const char *id,
         const char *subject,
         GError **error)
{
  g_autofree char *mac = subject != NULL ? mac_subject (call, policy, subject) : NULL;

  return sme_db_query (call->db, error,
                       "SELECT * FROM code WHERE purpose = :purpose AND used_at IS NULL AND"
                       " (id = :id OR subject = :subject) ORDER BY created_at DESC LIMIT 1",
                       "purpose:s", policy->purpose, "id:s", id, "subject:s", mac, NULL);
}

static gboolean
may_send (SmeCall *call,
          const SmeCodePolicy *policy,
          const char *subject,
          gint64 resend_after,
          GError **error)
{
  gint64 today = 0;

  if (resend_after > call->now)
    {
      sme_problem_set_limits (error, SME_PROBLEM_CODE_TOO_SOON, -1,
                              (int) ((resend_after - call->now + 999) / 1000));
      return FALSE;
    }
  if (!sme_daily_count (call, policy->purpose, subject, 1, &today, error))
    return FALSE;
  if (today <= policy->sends_a_day)
    return TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                          sme_throttle_seconds_of_today (call));
  return FALSE;
}

static void
make_fresh (SmeCall *call, const SmeCodePolicy *policy, SmeCode *self)
{
  self->code = sme_digits_new (policy->digits);
  self->expires_at = call->now + policy->life;
  self->resend_after = call->now + policy->cool_down;
}

static gboolean
insert (SmeCall *call,
        const SmeCodePolicy *policy,
        const char *subject,
        SmeCode *self,
        GError **error)
{
  g_autofree char *mac = mac_subject (call, policy, subject);
  g_autofree char *code_mac = mac_code (call, self->id, self->code);

  return sme_db_run (call->db, NULL, error,
                     "DELETE FROM code WHERE (purpose = :purpose AND subject = :subject) OR"
                     " created_at < :before",
                     "purpose:s", policy->purpose, "subject:s", mac, "before:i",
                     call->now - KEEP_FOR, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "INSERT INTO code (id, purpose, subject, account_id, value, code_mac, wrong,"
                     " created_at, expires_at, resend_after) VALUES (:id, :purpose, :subject,"
                     " :account, :value, :mac, 0, :now, :expires, :resend)",
                     "id:s", self->id, "purpose:s", policy->purpose, "subject:s", mac, "account:s",
                     self->account_id, "value:s", self->value, "mac:s", code_mac, "now:i",
                     call->now, "expires:i", self->expires_at, "resend:i", self->resend_after,
                     NULL);
}

SmeCode *
sme_store_start_code (SmeCall *call,
                      const SmeCodePolicy *policy,
                      const char *subject,
                      const char *account_id,
                      const char *value,
                      GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, policy, NULL, subject, error);
  g_autoptr (SmeCode) self = g_new0 (SmeCode, 1);
  gint64 resend_after;

  if (rows == NULL)
    return NULL;
  resend_after = sme_rows_count (rows) > 0 ? sme_rows_int (rows, 0, "resend_after") : 0;
  if (!may_send (call, policy, subject, resend_after, error))
    return NULL;
  self->id = sme_id_new ();
  self->account_id = g_strdup (account_id);
  self->value = g_strdup (value);
  make_fresh (call, policy, self);
  return insert (call, policy, subject, self, error) ? g_steal_pointer (&self) : NULL;
}

SmeCode *
sme_store_resend_code (SmeCall *call,
                       const SmeCodePolicy *policy,
                       const char *subject,
                       GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, policy, NULL, subject, error);
  g_autoptr (SmeCode) self = NULL;
  g_autofree char *code_mac = NULL;

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return NULL;
    }
  self = read_code (rows);
  if (self->wrong >= SME_CODE_MAX_WRONG)
    {
      sme_problem_set_limits (error, SME_PROBLEM_CODE_EXPIRED, 0, -1);
      return NULL;
    }
  if (!may_send (call, policy, subject, self->resend_after, error))
    return NULL;
  make_fresh (call, policy, self);
  code_mac = mac_code (call, self->id, self->code);
  return sme_db_run (
           call->db, NULL, error,
           "UPDATE code SET code_mac = :mac, last_wrong_mac = NULL, expires_at = :expires,"
           " resend_after = :resend WHERE id = :id",
           "mac:s", code_mac, "expires:i", self->expires_at, "resend:i", self->resend_after, "id:s",
           self->id, NULL)
           ? g_steal_pointer (&self)
           : NULL;
}

static gboolean
is_digits (const char *text, guint n)
{
  return strlen (text) == n && strspn (text, "0123456789") == n;
}

/* Always answers NULL. */
static gpointer
refuse (SmeCall *call, SmeRows *rows, const char *entered_mac, GError **error)
{
  gint64 wrong = sme_rows_int (rows, 0, "wrong");

  if (g_strcmp0 (sme_rows_text (rows, 0, "last_wrong_mac"), entered_mac) != 0)
    wrong++;
  if (!sme_db_run (call->db, NULL, error,
                   "UPDATE code SET wrong = :wrong, last_wrong_mac = :mac WHERE id = :id",
                   "wrong:i", wrong, "mac:s", entered_mac, "id:s", sme_rows_text (rows, 0, "id"),
                   NULL))
    return NULL;
  call->keep = TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_CODE_WRONG, (int) (SME_CODE_MAX_WRONG - wrong), -1);
  return NULL;
}

static SmeCode *
use (SmeCall *call, SmeRows *rows, GError **error)
{
  g_autoptr (SmeCode) self = read_code (rows);

  return sme_db_run (call->db, NULL, error, "UPDATE code SET used_at = :now WHERE id = :id",
                     "now:i", call->now, "id:s", self->id, NULL)
           ? g_steal_pointer (&self)
           : NULL;
}

SmeCode *
sme_store_use_code (SmeCall *call,
                    const SmeCodePolicy *policy,
                    const char *id,
                    const char *subject,
                    const char *entered,
                    GError **error)
{
  g_autoptr (SmeRows) rows = NULL;
  g_autofree char *entered_mac = NULL;

  if (!is_digits (entered, policy->digits))
    {
      sme_problem_set_field (error, "/code", "format");
      return NULL;
    }
  rows = look_up (call, policy, id, subject, error);
  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0 || sme_rows_int (rows, 0, "expires_at") <= call->now ||
      sme_rows_int (rows, 0, "wrong") >= SME_CODE_MAX_WRONG)
    {
      sme_problem_set_limits (error, SME_PROBLEM_CODE_EXPIRED, 0, -1);
      return NULL;
    }
  entered_mac = mac_code (call, sme_rows_text (rows, 0, "id"), entered);
  if (!sme_keys_equal (entered_mac, sme_rows_text (rows, 0, "code_mac")))
    return refuse (call, rows, entered_mac, error);
  return use (call, rows, error);
}

SmeCodeState *
sme_code_make_state (SmeCall *call, const SmeCodePolicy *policy, SmeCode *code, const char *sent_to)
{
  SmeCodeState *state = sme_code_state_new ();
  SmeRecord *record = SME_RECORD (state);

  sme_record_set_text (record, "sent_to", sent_to);
  sme_record_set_int (record, "digits", policy->digits);
  sme_record_set_int (record, "expires_at", code->expires_at);
  sme_record_set_int (record, "resend_after", code->resend_after);
  sme_record_set_int (record, "attempts_left", SME_CODE_MAX_WRONG - code->wrong);
  sme_record_set_int (record, "server_time", call->now);
  return state;
}
