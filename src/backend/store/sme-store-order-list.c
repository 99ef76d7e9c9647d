/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-order-list.h"

#include "backend/store/sme-like-pattern.h"
#include "core/sme-order-words.h"

/* What the list is sorted by; equal ones by id, so that a page never begins in the middle of one
 * moment. */
static const struct
{
  const char *key;
  const char *end_key; /* the same of where the page before ended */
  gboolean falling;
} sorts[] = {
  [SME_ORDERS_NEWEST] = { "o.created_at", "a.created_at", TRUE },
  [SME_ORDERS_BY_NAME] = { "o.folded", "a.folded", FALSE },
  [SME_ORDERS_BY_PRICE] = { "o.total", "a.total", TRUE },
};

/* No sign of formatting in it: it becomes part of one. */
#define MATCHES \
  " WHERE o.account_id = :account AND (:words = '' OR o.folded LIKE :words ESCAPE '!')"

/* As sme_order_group_of() says it. */
#define BEING_CHECKED \
  "(o.state IN ('declared', 'awaiting_payment') AND EXISTS (SELECT 1 FROM payment p JOIN" \
  " payment_order i ON i.payment_id = p.id WHERE i.order_id = o.id AND p.state = 'checking'))"

/* "'locked', 'on_hold'": of constants only. */
static char *
list_states (SmeOrderGroup group)
{
  g_autoptr (GString) states = g_string_new (NULL);

  for (int state = 0; state <= SME_ORDER_REFUNDED; state++)
    if (sme_order_group_of_state ((SmeOrderState) state) == group)
      g_string_append_printf (states, "%s'%s'", states->len > 0 ? ", " : "",
                              sme_enum_nick (SME_TYPE_ORDER_STATE, state));
  return g_string_free (g_steal_pointer (&states), FALSE);
}

static char *
make_group_sql (SmeRecord *query)
{
  SmeOrderGroup group = (SmeOrderGroup) sme_record_get_int (query, "group");
  g_autofree char *states = NULL;

  if (!sme_record_has (query, "group"))
    return g_strdup ("");
  states = list_states (group);
  if (group == SME_ORDERS_WAITING)
    return g_strdup_printf (" AND (o.state IN (%s) OR " BEING_CHECKED ")", states);
  return g_strdup_printf (" AND o.state IN (%s) AND NOT " BEING_CHECKED, states);
}

static gboolean
count_matches (SmeCall *call,
               const char *account_id,
               const char *group,
               const char *words,
               gint64 *total,
               GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT COUNT (*) AS n FROM orders o" MATCHES, group, NULL);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, sql, "account:s", account_id, "words:s", words, NULL);

  if (rows != NULL)
    *total = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

static char *
make_list_sql (SmeOrderSort sort, const char *group)
{
  const char *key = sorts[sort].key, *end = sorts[sort].end_key;
  const char *direction = sorts[sort].falling ? "DESC" : "ASC";
  char sign = sorts[sort].falling ? '<' : '>';

  return g_strdup_printf ("SELECT o.* FROM orders o LEFT JOIN orders a ON a.id = :after AND"
                          " a.account_id = o.account_id" MATCHES
                          "%s AND (a.id IS NULL OR %s %c %s OR (%s = %s AND o.id %c a.id))"
                          " ORDER BY %s %s, o.id %s LIMIT :limit",
                          group, key, sign, end, key, end, sign, key, direction, direction);
}

static GListModel *
read_orders (SmeCall *call, SmeRows *rows, guint limit, char **next, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_ORDER);

  for (guint i = 0; i < MIN (sme_rows_count (rows), limit); i++)
    {
      g_autoptr (SmeStoredOrder) order = sme_stored_order_read (call, rows, i, error);

      if (order == NULL)
        return NULL;
      g_list_store_append (list, order->record);
    }
  if (sme_rows_count (rows) > limit)
    *next = g_strdup (sme_rows_text (rows, limit - 1, "id"));
  return G_LIST_MODEL (g_steal_pointer (&list));
}

GListModel *
sme_store_list_orders (SmeCall *call,
                       const char *account_id,
                       SmeOrderQuery *query,
                       gint64 *total,
                       char **next,
                       GError **error)
{
  SmeRecord *record = SME_RECORD (query);
  guint limit =
    sme_record_has (record, "limit") ? (guint) sme_record_get_int (record, "limit") : 50;
  g_autofree char *words = sme_like_pattern_new (sme_record_get_text (record, "query"));
  g_autofree char *group = make_group_sql (record);
  g_autofree char *sql = make_list_sql ((SmeOrderSort) sme_record_get_int (record, "sort"), group);
  g_autoptr (SmeRows) rows = NULL;

  if (!count_matches (call, account_id, group, words, total, error))
    return NULL;
  rows =
    sme_db_query (call->db, error, sql, "after:s", sme_record_get_text (record, "after"),
                  "account:s", account_id, "words:s", words, "limit:i", (gint64) limit + 1, NULL);
  return rows != NULL ? read_orders (call, rows, limit, next, error) : NULL;
}

gboolean
sme_store_fold_order (SmeDb *db, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    db, error, "SELECT number, plan, profile FROM orders WHERE id = :id", "id:s", id, NULL);
  g_autoptr (SmeOrder) order = sme_order_new ();
  g_autofree char *folded = NULL;

  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0)
    return TRUE;
  sme_record_set_text (SME_RECORD (order), "number", sme_rows_text (rows, 0, "number"));
  sme_stored_order_read_parts (order, rows, 0);
  folded = sme_order_words_fold (order);
  return sme_db_run (db, NULL, error, "UPDATE orders SET folded = :folded WHERE id = :id",
                     "folded:s", folded, "id:s", id, NULL);
}

static gboolean
fold_all (SmeDb *db, SmeRows *rows, GError **error)
{
  for (guint i = 0; i < sme_rows_count (rows); i++)
    if (!sme_store_fold_order (db, sme_rows_text (rows, i, "id"), error))
      return FALSE;
  return TRUE;
}

gboolean
sme_store_fold_older_orders (SmeDb *db, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (db, error, "SELECT id FROM orders WHERE folded IS NULL", NULL);

  if (rows == NULL || sme_rows_count (rows) == 0)
    return rows != NULL;
  if (!sme_db_begin (db, TRUE, error))
    return FALSE;
  if (fold_all (db, rows, error) && sme_db_commit (db, error))
    return TRUE;
  sme_db_rollback (db);
  return FALSE;
}
