/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-open-orders.h"

#include "backend/flow/sme-flow.h"
#include "backend/store/sme-store-subscriptions.h"

static SmeRows *
select_orders (SmeCall *call, const char *account_id, const char *condition, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT id, number FROM orders WHERE account_id = :account AND (%s) ORDER BY created_at, id",
    condition);

  return sme_db_query (call->db, error, sql, "account:s", account_id, NULL);
}

static GStrv
read_numbers (SmeRows *rows)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  for (guint i = 0; i < sme_rows_count (rows); i++)
    g_strv_builder_add (numbers, sme_rows_text (rows, i, "number"));
  return g_strv_builder_end (numbers);
}

static gboolean
erase_declaration (SmeCall *call, const char *order_id, GError **error)
{
  return sme_db_run (
    call->db, NULL, error,
    "UPDATE orders SET draft = NULL, profile = NULL, billing = NULL WHERE id = :id", "id:s",
    order_id, NULL);
}

GStrv
sme_flow_cancel_open_orders (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows = select_orders (call, account_id, SME_ORDER_IS_OPEN, error);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      const char *id = sme_rows_text (rows, i, "id");

      if (!sme_flow_fire (call, SME_MACHINE_ORDER, id, "cancel", error) ||
          !erase_declaration (call, id, error))
        return NULL;
    }
  return read_numbers (rows);
}

GStrv
sme_flow_list_orders_that (SmeCall *call,
                           const char *account_id,
                           const char *condition,
                           GError **error)
{
  g_autoptr (SmeRows) rows = select_orders (call, account_id, condition, error);

  return rows != NULL ? read_numbers (rows) : NULL;
}

gboolean
sme_flow_end_services (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT c.order_id FROM certificate c JOIN orders o ON o.id = c.order_id WHERE o.account_id ="
    " :account AND c.state <> 'revoked'",
    "account:s", account_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, SME_MACHINE_CERTIFICATE, sme_rows_text (rows, i, "order_id"),
                        "revoke", error))
      return FALSE;
  return rows != NULL && sme_store_cancel_subscriptions (call, account_id, error);
}
