/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-throttle.h"

#include "base/sme-time.h"
#include "core/sme-problem.h"

#define MAX_WAIT_SECONDS 900

const SmeThrottle sme_throttle_sign_in = { "sign-in", 5, 60 * 60 * 1000 };
const SmeThrottle sme_throttle_password = { "own-password", 5, 60 * 60 * 1000 };

static char *
make_key (SmeCall *call, const char *purpose, const char *subject)
{
  return sme_keys_mac (sme_backend_get_keys (call->backend), purpose, subject, NULL);
}

static SmeRows *
look_up (SmeCall *call, const SmeThrottle *throttle, const char *key, GError **error)
{
  return sme_db_query (call->db, error,
                       "SELECT count, since FROM throttle WHERE key = :key AND since > :begin",
                       "key:s", key, "begin:i", call->now - throttle->window, NULL);
}

/* 2, 4, 8 ... seconds since the last failure. */
static gint64
wait_seconds (const SmeThrottle *throttle, gint64 count)
{
  gint64 beyond = count - throttle->free_tries;

  if (beyond < 0)
    return 0;
  return beyond > 9 ? MAX_WAIT_SECONDS : MIN (MAX_WAIT_SECONDS, (gint64) 2 << beyond);
}

gboolean
sme_throttle_check (SmeCall *call, const SmeThrottle *throttle, const char *subject, GError **error)
{
  g_autofree char *key = make_key (call, throttle->purpose, subject);
  g_autoptr (SmeRows) rows = look_up (call, throttle, key, error);
  gint64 until;

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0)
    return TRUE;
  until = sme_rows_int (rows, 0, "since") +
          1000 * wait_seconds (throttle, sme_rows_int (rows, 0, "count"));
  if (wait_seconds (throttle, sme_rows_int (rows, 0, "count")) == 0 || until <= call->now)
    return TRUE;
  sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1,
                          (int) ((until - call->now + 999) / 1000));
  return FALSE;
}

gboolean
sme_throttle_fail (SmeCall *call, const SmeThrottle *throttle, const char *subject, GError **error)
{
  g_autofree char *key = make_key (call, throttle->purpose, subject);
  g_autoptr (SmeRows) rows = look_up (call, throttle, key, error);
  gint64 count;

  if (rows == NULL)
    return FALSE;
  count = sme_rows_count (rows) > 0 ? sme_rows_int (rows, 0, "count") + 1 : 1;
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO throttle (key, count, since) VALUES (:key, :count, :now)"
                     " ON CONFLICT (key) DO UPDATE SET count = :count, since = :now",
                     "key:s", key, "count:i", count, "now:i", call->now, NULL);
}

gboolean
sme_throttle_forget (SmeCall *call,
                     const SmeThrottle *throttle,
                     const char *subject,
                     GError **error)
{
  g_autofree char *key = make_key (call, throttle->purpose, subject);

  return sme_db_run (call->db, NULL, error, "DELETE FROM throttle WHERE key = :key", "key:s", key,
                     NULL);
}

gboolean
sme_throttle_count (SmeCall *call,
                    const char *purpose,
                    const char *subject,
                    gint64 window,
                    gint64 *count,
                    GError **error)
{
  g_autofree char *key = make_key (call, purpose, subject);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "INSERT INTO throttle (key, count, since) VALUES (:key, 1, :now) ON CONFLICT (key) DO UPDATE"
    " SET count = CASE WHEN throttle.since > :begin THEN throttle.count + 1 ELSE 1 END, since ="
    " CASE WHEN throttle.since > :begin THEN throttle.since ELSE :now END RETURNING count",
    "key:s", key, "now:i", call->now, "begin:i", call->now - window, NULL);

  if (rows != NULL)
    *count = sme_rows_int (rows, 0, "count");
  return rows != NULL;
}

/* Of a span that began at most @window ago, counting @most or more. */
gboolean
sme_throttle_check_count (SmeCall *call,
                          const char *purpose,
                          const char *subject,
                          gint64 window,
                          gint64 most,
                          GError **error)
{
  g_autofree char *key = make_key (call, purpose, subject);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT since FROM throttle WHERE key = :key AND since > :begin AND count >="
                  " :most",
                  "key:s", key, "begin:i", call->now - window, "most:i", most, NULL);
  gint64 left;

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0)
    return TRUE;
  left = sme_rows_int (rows, 0, "since") + window - call->now;
  sme_problem_set_limits (error, SME_PROBLEM_TOO_MANY_REQUESTS, -1, (int) ((left + 999) / 1000));
  return FALSE;
}

gboolean
sme_throttle_check_pause (SmeCall *call,
                          const char *purpose,
                          const char *subject,
                          gint64 window,
                          GError **error)
{
  return sme_throttle_check_count (call, purpose, subject, window, 1, error);
}

gboolean
sme_throttle_begin_pause (SmeCall *call, const char *purpose, const char *subject, GError **error)
{
  g_autofree char *key = make_key (call, purpose, subject);

  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO throttle (key, count, since) VALUES (:key, 1, :now) ON CONFLICT"
                     " (key) DO UPDATE SET count = 1, since = :now",
                     "key:s", key, "now:i", call->now, NULL);
}

gboolean
sme_daily_count (SmeCall *call,
                 const char *purpose,
                 const char *subject,
                 gint64 add,
                 gint64 *count,
                 GError **error)
{
  g_autofree char *key = make_key (call, purpose, subject);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "INSERT INTO daily_count (key, day, count) VALUES (:key, :day, :add) ON CONFLICT (key,"
    " day) DO UPDATE SET count = daily_count.count + :add RETURNING count",
    "key:s", key, "day:i", (gint64) sme_date_from_time (call->now), "add:i", add, NULL);

  if (rows != NULL)
    *count = sme_rows_int (rows, 0, "count");
  return rows != NULL;
}

int
sme_throttle_seconds_of_today (SmeCall *call)
{
  int tomorrow = sme_date_add_days (sme_date_from_time (call->now), 1);

  return (int) ((sme_date_to_time (tomorrow) - call->now + 999) / 1000);
}
