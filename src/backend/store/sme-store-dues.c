/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-dues.h"

#include "backend/store/sme-store-payments.h"

#define WAITS "o.state IN ('declared', 'awaiting_payment') AND o.subscription_id IS NULL"

GStrv
sme_store_list_unpaid (SmeCall *call, const char *payment_id, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT o.id FROM payment_order p JOIN orders o ON o.id = p.order_id WHERE p.payment_id = :id"
    " AND " WAITS " ORDER BY p.position",
    "id:s", payment_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    g_strv_builder_add (builder, sme_rows_text (rows, i, "id"));
  return rows != NULL ? g_strv_builder_end (builder) : NULL;
}

gboolean
sme_store_find_dues (SmeCall *call, const char *payment_id, SmeDues *dues, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT COUNT (*) AS n, COALESCE (SUM (CASE WHEN " WAITS " THEN 1 ELSE 0 END), 0) AS waiting,"
    " COALESCE (SUM (CASE WHEN " WAITS " THEN o.total ELSE 0 END), 0) AS owed FROM payment_order p"
    " JOIN orders o ON o.id = p.order_id WHERE p.payment_id = :id",
    "id:s", payment_id, NULL);

  if (rows == NULL)
    return FALSE;
  dues->owed = sme_rows_int (rows, 0, "owed");
  dues->all_wait = sme_rows_int (rows, 0, "n") == sme_rows_int (rows, 0, "waiting");
  return TRUE;
}

gboolean
sme_store_price_payment (SmeCall *call, const char *payment_id, gint64 owed, GError **error)
{
  return sme_db_run (call->db, NULL, error,
                     "UPDATE payment SET gateway_amount = COALESCE (gateway_amount, amount),"
                     " amount = :owed WHERE id = :id AND amount <> :owed",
                     "owed:i", owed, "id:s", payment_id, NULL) &&
         sme_db_run (call->db, NULL, error,
                     "UPDATE payment_order SET amount = (SELECT o.total FROM orders o WHERE o.id ="
                     " payment_order.order_id) WHERE payment_id = :id",
                     "id:s", payment_id, NULL);
}

gboolean
sme_store_find_gateway_amount (SmeCall *call,
                               const char *payment_id,
                               gint64 *amount,
                               GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT COALESCE (gateway_amount, amount) AS n FROM payment WHERE id = :id",
    "id:s", payment_id, NULL);

  if (rows != NULL && sme_rows_count (rows) > 0)
    *amount = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

static gboolean
is_for_the_same (SmeCall *call, const char *payment_id, const char *other, GError **error)
{
  g_auto (GStrv) own = sme_store_list_orders_of_payment (call, payment_id, error);
  g_auto (GStrv) theirs =
    own != NULL ? sme_store_list_orders_of_payment (call, other, error) : NULL;

  if (theirs == NULL || g_strv_length (own) != g_strv_length (theirs))
    return FALSE;
  for (guint i = 0; own[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) theirs, own[i]))
      return FALSE;
  return TRUE;
}

static SmeRival
judge (SmeCall *call, SmeRows *rows, const char *payment_id, char **id, GError **error)
{
  const char *other = sme_rows_text (rows, 0, "id");
  const char *state = sme_rows_text (rows, 0, "state");

  if (sme_rows_count (rows) > 1 || g_str_equal (state, "checking") ||
      !is_for_the_same (call, payment_id, other, error))
    return SME_RIVAL_IN_THE_WAY;
  if (g_str_equal (state, "pending") && !g_str_equal (sme_rows_text (rows, 0, "method"), "vietqr"))
    return SME_RIVAL_OTHER_METHOD;
  *id = g_strdup (other);
  return SME_RIVAL_SAME;
}

gboolean
sme_store_find_rival (SmeCall *call,
                      const char *payment_id,
                      SmeRival *rival,
                      char **id,
                      GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT DISTINCT p.id, p.state, p.method FROM payment p JOIN payment_order o ON o.payment_id ="
    " p.id WHERE o.order_id IN (SELECT m.order_id FROM payment_order m WHERE m.payment_id = :id)"
    " AND p.id <> :id AND p.state IN ('pending', 'underpaid', 'checking')",
    "id:s", payment_id, NULL);

  *id = NULL;
  *rival = SME_RIVAL_NONE;
  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) > 0)
    *rival = judge (call, rows, payment_id, id, &local);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
