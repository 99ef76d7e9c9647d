/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What money on its way back causes. */
#include "backend/flow/sme-effects.h"
#include "backend/flow/sme-case-opening.h"
#include "backend/flow/sme-flow.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-refunds.h"
#include "backend/store/sme-store-subscriptions.h"

/* Contract, certificate and subscription end, and what the order cost is due. */
gboolean
sme_effect_order_refunding (SmeCall *call, const char *id, GError **error)
{
  return sme_effect_order_corrected (call, id, error) && sme_case_close (call, id, NULL, error) &&
         sme_store_cancel_subscription_of (call, id, error) &&
         sme_store_refund_order (call, id, error);
}

static SmeRows *
find_refund (SmeCall *call, const char *id, GError **error)
{
  return sme_db_query (
    call->db, error,
    "SELECT r.amount, r.reason, p.order_id FROM refund r JOIN payment p ON p.id ="
    " r.payment_id WHERE r.id = :id",
    "id:s", id, NULL);
}

gboolean
sme_effect_refund_sent (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = find_refund (call, id, error);
  g_autoptr (SmeStoredOrder) order = NULL;

  /* Of money that was nobody's nobody can be told but the bank it came from. */
  if (rows == NULL || sme_rows_count (rows) == 0)
    return rows != NULL;
  order = sme_store_find_order (call, sme_rows_text (rows, 0, "order_id"), NULL, error);
  return order != NULL &&
         sme_outbox_send_refund_sent (call, order, sme_rows_int (rows, 0, "amount"), error);
}

/* When the last one that was asked for has arrived, the order is refunded. */
gboolean
sme_effect_refund_confirmed (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT q.order_id, (SELECT COUNT (*) FROM refund o WHERE o.request_id = r.request_id AND"
    " o.state <> 'confirmed') AS n FROM refund r JOIN refund_request q ON q.id = r.request_id"
    " WHERE r.id = :id",
    "id:s", id, NULL);

  if (rows == NULL)
    return FALSE;
  return sme_rows_count (rows) == 0 || sme_rows_int (rows, 0, "n") > 0 ||
         sme_flow_fire (call, SME_MACHINE_ORDER, sme_rows_text (rows, 0, "order_id"),
                        "all-confirmed", error);
}

gboolean
sme_effect_request_granted (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT order_id FROM refund_request WHERE id = :id", "id:s", id, NULL);

  return rows != NULL && sme_flow_fire (call, SME_MACHINE_ORDER,
                                        sme_rows_text (rows, 0, "order_id"), "refund", error);
}
