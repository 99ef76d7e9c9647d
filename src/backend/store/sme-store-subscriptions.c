/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-subscriptions.h"

#include "backend/flow/sme-next-actions.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-like-pattern.h"
#include "base/sme-text.h"
#include "core/sme-plan.h"
#include "core/sme-problem.h"
#include "core/sme-quote.h"
#include "core/sme-record-json.h"

#include <string.h>

#define SELECT \
  "SELECT s.*, o.number AS order_number, o.state AS order_state, o.service_id, o.plan, o.quote," \
  " o.dossier_id, o.acceptance_dossier_id, o.version AS order_version, c.state AS" \
  " certificate_state FROM subscription s JOIN orders o ON o.id = s.order_id LEFT JOIN " \
  "certificate" \
  " c ON c.order_id = s.order_id"

/* What the list is sorted by; equal ones by id. */
static const struct
{
  const char *key; /* of s; with "a." in place of "s.", of where the page before ended */
  const char *end_key;
  gboolean falling;
} sorts[] = {
  [SME_SUBSCRIPTIONS_NEWEST] = { "s.created_at", "a.created_at", TRUE },
  [SME_SUBSCRIPTIONS_BY_END] = { "COALESCE (s.ends_on, 99999999)", "COALESCE (a.ends_on, 99999999)",
                                 FALSE },
  [SME_SUBSCRIPTIONS_BY_NAME] = { "s.folded", "a.folded", FALSE },
  [SME_SUBSCRIPTIONS_BY_PRICE] = { "s.price", "a.price", TRUE },
};

gboolean
sme_store_insert_subscription (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmeRecord *record = SME_RECORD (order->record);
  SmeRecord *plan = sme_record_get_object (record, "plan");
  SmeRecord *quote = sme_record_get_object (record, "quote");
  const char *order_id = sme_record_get_text (record, "id");
  g_autofree char *id = sme_id_new ();
  g_autofree char *all =
    g_strdup_printf ("%s %s %s", sme_record_get_text (plan, "service_name"),
                     sme_record_get_text (plan, "name"), sme_record_get_text (record, "number"));
  g_autofree char *folded = sme_text_fold (all);

  sme_call_changed (call, order->account_id, "subscription", id);
  return sme_db_run (
           call->db, NULL, error,
           "INSERT INTO subscription (id, order_id, account_id, state, version, service_name,"
           " plan_name, folded, cycle_months, price, auto_renew, created_at) VALUES (:id,"
           " :order, :account, 'pending', 1, :service, :plan, :folded, :months, :price, 0,"
           " :now)",
           "id:s", id, "order:s", order_id, "account:s", order->account_id, "service:s",
           sme_record_get_text (plan, "service_name"), "plan:s", sme_record_get_text (plan, "name"),
           "folded:s", folded, "months:i", sme_record_get_int (quote, "cycle_months"), "price:i",
           order->total, "now:i", call->now, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE orders SET subscription_id = :id WHERE id = :order", "id:s", id,
                     "order:s", order_id, NULL);
}

static gboolean
tell_changed (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT id, account_id FROM subscription WHERE order_id = :order", "order:s",
    order_id, NULL);

  if (rows != NULL && sme_rows_count (rows) > 0)
    sme_call_changed (call, sme_rows_text (rows, 0, "account_id"), "subscription",
                      sme_rows_text (rows, 0, "id"));
  return rows != NULL;
}

gboolean
sme_store_begin_subscription (SmeCall *call,
                              const char *order_id,
                              const SmeTerm *term,
                              GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE subscription SET state = 'active', version = version + 1, starts_on ="
                     " :starts, trial_ends_on = NULLIF (:trial, 0), ends_on = :ends WHERE order_id"
                     " = :order AND state = 'pending'",
                     "starts:i", (gint64) term->starts_on, "trial:i", (gint64) term->trial_ends_on,
                     "ends:i", (gint64) term->ends_on, "order:s", order_id, NULL) &&
         tell_changed (call, order_id, error);
}

gboolean
sme_store_put_subscription_off (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE subscription SET state = 'pending', version = version + 1, starts_on ="
                     " NULL, trial_ends_on = NULL, ends_on = NULL WHERE order_id = :order AND"
                     " state IN ('active', 'expiring')",
                     "order:s", order_id, NULL) &&
         tell_changed (call, order_id, error);
}

gboolean
sme_store_cancel_subscription_of (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE subscription SET auto_renew = 0, state = 'cancelled', version ="
                     " version + 1 WHERE order_id = :order",
                     "order:s", order_id, NULL) &&
         tell_changed (call, order_id, error);
}

gboolean
sme_store_cancel_subscriptions (SmeCall *call, const char *account_id, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE subscription SET auto_renew = 0, state = 'cancelled', version ="
                     " version + 1 WHERE account_id = :account AND state IN ('pending', 'active',"
                     " 'expiring')",
                     "account:s", account_id, NULL);
}

/* Whose price it is, is known by what was ordered. */
static void
read_basis (SmeRecord *record, const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeRecord) quote =
    sme_record_from_bytes (SME_TYPE_QUOTE, bytes, SME_DECODE_PARTIAL, NULL, NULL);

  if (quote != NULL && sme_record_has (quote, "basis"))
    sme_record_set_int (record, "basis", sme_record_get_int (quote, "basis"));
}

static void
read_plan (SmeRecord *record, SmeRows *rows, guint i)
{
  const char *json = sme_rows_text (rows, i, "plan");
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeRecord) plan =
    sme_record_from_bytes (SME_TYPE_PLAN, bytes, SME_DECODE_PARTIAL, NULL, NULL);

  if (plan != NULL)
    sme_record_set_text (record, "plan_id", sme_record_get_text (plan, "id"));
  sme_record_set_text (record, "service_id", sme_rows_text (rows, i, "service_id"));
}

static SmeSubscription *
read_subscription (SmeRows *rows, guint i)
{
  SmeSubscription *subscription = sme_subscription_new ();
  SmeRecord *record = SME_RECORD (subscription);

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "order_id", sme_rows_text (rows, i, "order_id"));
  sme_record_set_text (record, "order_number", sme_rows_text (rows, i, "order_number"));
  sme_record_set_text (record, "service_name", sme_rows_text (rows, i, "service_name"));
  sme_record_set_text (record, "plan_name", sme_rows_text (rows, i, "plan_name"));
  sme_record_set_nick (record, "state", sme_rows_text (rows, i, "state"));
  sme_record_set_nick (record, "order_state", sme_rows_text (rows, i, "order_state"));
  sme_record_set_text (record, "dossier_id", sme_rows_text (rows, i, "dossier_id"));
  sme_record_set_int (record, "cycle_months", sme_rows_int (rows, i, "cycle_months"));
  sme_record_set_int (record, "price", sme_rows_int (rows, i, "price"));
  read_basis (record, sme_rows_text (rows, i, "quote"));
  sme_record_set_int (record, "auto_renew", sme_rows_int (rows, i, "auto_renew"));
  sme_record_set_int (record, "created_at", sme_rows_int (rows, i, "created_at"));
  if (!sme_rows_is_null (rows, i, "starts_on"))
    sme_record_set_int (record, "starts_on", sme_rows_int (rows, i, "starts_on"));
  if (!sme_rows_is_null (rows, i, "trial_ends_on"))
    sme_record_set_int (record, "trial_ends_on", sme_rows_int (rows, i, "trial_ends_on"));
  if (!sme_rows_is_null (rows, i, "ends_on"))
    sme_record_set_int (record, "ends_on", sme_rows_int (rows, i, "ends_on"));
  read_plan (record, rows, i);
  sme_record_set_text (record, "acceptance_dossier_id",
                       sme_rows_text (rows, i, "acceptance_dossier_id"));
  if (!sme_rows_is_null (rows, i, "certificate_state"))
    sme_record_set_nick (record, "certificate_state", sme_rows_text (rows, i, "certificate_state"));
  sme_next_actions_set (record, sme_rows_text (rows, i, "order_state"), TRUE);
  sme_next_actions_offer_renewal (record);
  return subscription;
}

SmeSubscription *
sme_store_find_subscription (SmeCall *call, const char *id, gint64 *version, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, SELECT " WHERE s.id = :id AND s.account_id = :account", "id:s",
                  id, "account:s", call->principal.account_id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  *version = sme_rows_int (rows, 0, "version") + sme_rows_int (rows, 0, "order_version");
  return read_subscription (rows, 0);
}

/* No sign of formatting in it: it becomes part of one. */
#define MATCHES \
  " WHERE s.account_id = :account AND s.state = COALESCE (:state, s.state) AND (:words = '' OR" \
  " s.folded LIKE :words ESCAPE '!')"

static gboolean
count_matches (SmeCall *call, const char *state, const char *words, gint64 *total, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT COUNT (*) AS n FROM subscription s" MATCHES, "account:s",
                  call->principal.account_id, "state:s", state, "words:s", words, NULL);

  if (rows != NULL)
    *total = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

static char *
make_list_sql (SmeSubscriptionSort sort)
{
  const char *key = sorts[sort].key, *end = sorts[sort].end_key;
  const char *direction = sorts[sort].falling ? "DESC" : "ASC";
  char sign = sorts[sort].falling ? '<' : '>';

  return g_strdup_printf (SELECT
                          " LEFT JOIN subscription a ON a.id = :after" MATCHES
                          " AND (a.id IS NULL OR %s %c %s OR (%s = %s AND s.id %c a.id)) ORDER BY"
                          " %s %s, s.id %s LIMIT :limit",
                          key, sign, end, key, end, sign, key, direction, direction);
}

GListModel *
sme_store_list_subscriptions (SmeCall *call,
                              SmeSubscriptionQuery *query,
                              gint64 *total,
                              char **next,
                              GError **error)
{
  SmeRecord *record = SME_RECORD (query);
  guint limit =
    sme_record_has (record, "limit") ? (guint) sme_record_get_int (record, "limit") : 50;
  const char *state = sme_record_get_nick (record, "state");
  g_autofree char *words = sme_like_pattern_new (sme_record_get_text (record, "query"));
  g_autofree char *sql = make_list_sql ((SmeSubscriptionSort) sme_record_get_int (record, "sort"));
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_SUBSCRIPTION);
  g_autoptr (SmeRows) rows = NULL;

  if (!count_matches (call, state, words, total, error))
    return NULL;
  rows = sme_db_query (call->db, error, sql, "after:s", sme_record_get_text (record, "after"),
                       "account:s", call->principal.account_id, "state:s", state, "words:s", words,
                       "limit:i", (gint64) limit + 1, NULL);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < MIN (sme_rows_count (rows), limit); i++)
    {
      g_autoptr (SmeSubscription) item = read_subscription (rows, i);
      g_list_store_append (list, item);
    }
  if (sme_rows_count (rows) > limit)
    *next = g_strdup (sme_rows_text (rows, limit - 1, "id"));
  return G_LIST_MODEL (g_steal_pointer (&list));
}
