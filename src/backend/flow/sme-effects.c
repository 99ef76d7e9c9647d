/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-effects.h"

#include "backend/flow/sme-case-opening.h"
#include "backend/flow/sme-flow.h"
#include "backend/outbox/sme-outbox-letters.h"
#include "backend/store/sme-store-dossiers.h"
#include "backend/store/sme-store-dues.h"
#include "backend/store/sme-store-invoices.h"
#include "backend/store/sme-store-payments.h"
#include "backend/store/sme-store-subscriptions.h"
#include "core/sme-problem.h"

/* The payments of an order that can still change take no part in it any more. One that the bank has
 * taken money for stands: what it is for stays as it is until the bank has said how that ended. */
gboolean
sme_effect_replace_payments (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT p.id, p.state FROM payment p JOIN payment_order o ON o.payment_id = p.id WHERE"
    " o.order_id = :id AND p.state IN ('pending', 'underpaid', 'expired', 'checking')",
    "id:s", id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    {
      if (g_str_equal (sme_rows_text (rows, i, "state"), "checking"))
        {
          sme_problem_set (error, SME_PROBLEM_PAYMENT_CHECKING, NULL);
          return FALSE;
        }
      if (!sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_rows_text (rows, i, "id"), "replace",
                          error))
        return FALSE;
    }
  return rows != NULL;
}

static gboolean
issue_invoice (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  g_autoptr (SmeInvoice) invoice = NULL;

  return sme_store_issue_invoice (call, order, &invoice, error) &&
         (invoice == NULL || sme_outbox_send_invoice (call, order, invoice, error));
}

/* Paid: there is a subscription, an invoice, a dossier to sign and, the first time, a way into
 * eContract. */
gboolean
sme_effect_order_paid (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeStoredOrder) order = sme_store_find_order (call, id, NULL, error);
  g_autofree char *dossier_id = NULL;

  return order != NULL && sme_store_insert_subscription (call, order, error) &&
         (dossier_id = sme_store_insert_dossier (call, order, SME_DOSSIER_CONTRACT, error)) !=
           NULL &&
         sme_outbox_send_payment_received (call, order, error) &&
         issue_invoice (call, order, error) &&
         sme_outbox_send_econtract_access (call, order, dossier_id, error);
}

static char *
find_order_of (SmeCall *call, const char *table, const char *id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT order_id FROM %s WHERE id = :id", table);
  g_autoptr (SmeRows) rows = sme_db_query (call->db, error, sql, "id:s", id, NULL);

  return rows != NULL ? g_strdup (sme_rows_text (rows, 0, "order_id")) : NULL;
}

/* What came in parts is of no use to a payment that something else takes the place of. */
gboolean
sme_effect_parts_returned (SmeCall *call, const char *id, GError **error)
{
  return sme_store_return_received (call, id, error);
}

/* Other payments of the order are out of the race once this one is paid. */
static gboolean
replace_others (SmeCall *call, const char *order_id, const char *payment_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT p.id FROM payment p JOIN payment_order o ON o.payment_id = p.id WHERE o.order_id ="
    " :order AND p.id <> :id AND p.state IN ('pending', 'underpaid', 'checking')",
    "order:s", order_id, "id:s", payment_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_rows_text (rows, i, "id"), "replace", error))
      return FALSE;
  return rows != NULL;
}

/* Declared anew since, it was about to be asked for: the money was faster. */
static gboolean
ask_payment (SmeCall *call, const char *order_id, GError **error)
{
  g_autofree char *state = sme_flow_get_state (call, SME_MACHINE_ORDER, order_id, error);

  return state != NULL && (!g_str_equal (state, "declared") ||
                           sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "ask-payment", error));
}

/* Every order of it that waits for money is paid. */
gboolean
sme_effect_payment_succeeded (SmeCall *call, const char *id, GError **error)
{
  g_auto (GStrv) orders = sme_store_list_unpaid (call, id, error);

  for (guint i = 0; orders != NULL && orders[i] != NULL; i++)
    if (!replace_others (call, orders[i], id, error) || !ask_payment (call, orders[i], error) ||
        !sme_flow_fire (call, SME_MACHINE_ORDER, orders[i], "pay", error))
      return FALSE;
  return orders != NULL;
}

/* A part came for a payment that was over: it is the one that counts again. */
gboolean
sme_effect_payment_revived (SmeCall *call, const char *id, GError **error)
{
  g_auto (GStrv) orders = sme_store_list_unpaid (call, id, error);

  for (guint i = 0; orders != NULL && orders[i] != NULL; i++)
    if (!replace_others (call, orders[i], id, error) || !ask_payment (call, orders[i], error))
      return FALSE;
  return orders != NULL;
}

/* A signed contract makes the way free for the certificate, a signed acceptance record ends it. */
gboolean
sme_effect_dossier_completed (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT order_id, kind FROM dossier WHERE id = :id", "id:s", id, NULL);
  const char *order_id;

  if (rows == NULL)
    return FALSE;
  order_id = sme_rows_text (rows, 0, "order_id");
  if (g_str_equal (sme_rows_text (rows, 0, "kind"), "acceptance"))
    return sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "accept", error);
  return sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "sign", error) &&
         sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "send-code", error);
}

/* The order carries a case from now on, with a number to tell the hotline (acceptance A44). */
gboolean
sme_effect_dossier_locked (SmeCall *call, const char *id, GError **error)
{
  g_autofree char *order_id = find_order_of (call, "dossier", id, error);
  g_autoptr (SmeStoredOrder) order =
    order_id != NULL ? sme_store_find_order (call, order_id, NULL, error) : NULL;
  g_autofree char *case_id = NULL;

  if (order == NULL || !sme_flow_fire (call, SME_MACHINE_ORDER, order_id, "lock", error))
    return FALSE;
  case_id = sme_case_ensure (call, order, SME_CASE_LOCKED, error);
  return case_id != NULL;
}
