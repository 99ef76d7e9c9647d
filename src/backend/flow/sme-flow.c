/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-flow.h"

#include "backend/flow/sme-audit.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-problem.h"

/* Where a machine's state stands; the texts are whole so that they are easy to search for. */
static const struct
{
  const char *kind;
  const char *select;
  const char *update;
} machines[SME_N_MACHINES] = {
  [SME_MACHINE_ORDER] = {
    "order",
    "SELECT state, account_id, id AS order_id FROM orders WHERE id = :id",
    "UPDATE orders SET state = :to, version = version + 1, updated_at = :now"
    " WHERE id = :id AND state = :from",
  },
  [SME_MACHINE_PAYMENT] = {
    "payment",
    "SELECT state, account_id, order_id FROM payment WHERE id = :id",
    "UPDATE payment SET state = :to WHERE id = :id AND state = :from AND :now > 0",
  },
  [SME_MACHINE_DOSSIER] = {
    "dossier",
    "SELECT state, account_id, order_id FROM dossier WHERE id = :id",
    "UPDATE dossier SET state = :to, version = version + 1"
    " WHERE id = :id AND state = :from AND :now > 0",
  },
  [SME_MACHINE_CERTIFICATE] = {
    "certificate",
    "SELECT c.state, o.account_id, c.order_id FROM certificate c JOIN orders o ON o.id ="
    " c.order_id WHERE c.order_id = :id",
    "UPDATE certificate SET state = :to, version = version + 1, changed_at = :now"
    " WHERE order_id = :id AND state = :from",
  },
  [SME_MACHINE_CASE] = {
    "case",
    "SELECT state, account_id, order_id FROM support_case WHERE id = :id",
    "UPDATE support_case SET state = :to, resolved_at = :now WHERE id = :id AND state = :from",
  },
  [SME_MACHINE_REFUND] = {
    "refund",
    "SELECT r.state, p.account_id, p.order_id FROM refund r LEFT JOIN payment p ON p.id ="
    " r.payment_id WHERE r.id = :id",
    "UPDATE refund SET state = :to, changed_at = :now WHERE id = :id AND state = :from",
  },
  [SME_MACHINE_REFUND_REQUEST] = {
    "refund_request",
    "SELECT state, account_id, order_id FROM refund_request WHERE id = :id",
    "UPDATE refund_request SET state = :to, decided_at = :now WHERE id = :id AND state = :from",
  },
  [SME_MACHINE_SUBSCRIPTION] = {
    "subscription",
    "SELECT state, account_id, order_id FROM subscription WHERE id = :id",
    "UPDATE subscription SET state = :to, version = version + 1"
    " WHERE id = :id AND state = :from AND :now > 0",
  },
};

static SmeRows *
look_up (SmeCall *call, SmeMachine machine, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, machines[machine].select, "id:s", id, NULL);

  if (rows != NULL && sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

char *
sme_flow_get_state (SmeCall *call, SmeMachine machine, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, machine, id, error);

  return rows != NULL ? g_strdup (sme_rows_text (rows, 0, "state")) : NULL;
}

static gboolean
change_state (SmeCall *call, const SmeTransition *transition, const char *id, GError **error)
{
  gint64 changed = 0;

  if (!sme_db_run (call->db, &changed, error, machines[transition->machine].update, "to:s",
                   transition->to, "id:s", id, "from:s", transition->from, "now:i", call->now,
                   NULL))
    return FALSE;
  if (changed == 1)
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
  return FALSE;
}

gboolean
sme_flow_touch_order (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, SME_MACHINE_ORDER, order_id, error);

  if (rows == NULL ||
      !sme_db_run (call->db, NULL, error,
                   "UPDATE orders SET version = version + 1, updated_at = :now WHERE id = :id",
                   "id:s", order_id, "now:i", call->now, NULL))
    return FALSE;
  sme_call_changed (call, sme_rows_text (rows, 0, "account_id"), "order", order_id);
  return TRUE;
}

/* The orders that a thing is of; a payment may be for several, money may be nobody's. */
static GStrv
list_orders (SmeCall *call,
             SmeMachine machine,
             const char *id,
             const char *order_id,
             GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (machine == SME_MACHINE_PAYMENT)
    return sme_store_list_orders_of_payment (call, id, error);
  if (order_id != NULL)
    g_strv_builder_add (builder, order_id);
  return g_strv_builder_end (builder);
}

gboolean
sme_flow_touch_payment (SmeCall *call, const char *payment_id, GError **error)
{
  g_auto (GStrv) orders = sme_store_list_orders_of_payment (call, payment_id, error);

  for (guint i = 0; orders != NULL && orders[i] != NULL; i++)
    if (!sme_flow_touch_order (call, orders[i], error))
      return FALSE;
  return orders != NULL;
}

/* A line in the chain of each order, and a new version: an order shows its payments and dossiers.
 */
static gboolean
tell_orders (SmeCall *call,
             const SmeTransition *transition,
             const char *const *orders,
             GError **error)
{
  SmeMachine machine = transition->machine;

  for (guint i = 0; orders != NULL && orders[i] != NULL; i++)
    if (!sme_audit_order (call, orders[i], machines[machine].kind, transition->event,
                          transition->from, transition->to, error) ||
        (machine != SME_MACHINE_ORDER && !sme_flow_touch_order (call, orders[i], error)))
      return FALSE;
  return orders != NULL;
}

gboolean
sme_flow_fire (SmeCall *call, SmeMachine machine, const char *id, const char *event, GError **error)
{
  g_autoptr (SmeRows) rows = look_up (call, machine, id, error);
  const SmeTransition *transition;
  g_auto (GStrv) orders = NULL;

  if (rows == NULL)
    return FALSE;
  transition = sme_flow_find (machine, sme_rows_text (rows, 0, "state"), event);
  if (transition == NULL)
    {
      sme_problem_set (error, SME_PROBLEM_WRONG_STATE, NULL);
      return FALSE;
    }
  if (!change_state (call, transition, id, error))
    return FALSE;
  orders = list_orders (call, machine, id, sme_rows_text (rows, 0, "order_id"), error);
  if (!tell_orders (call, transition, (const char *const *) orders, error))
    return FALSE;
  if (!sme_rows_is_null (rows, 0, "account_id"))
    sme_call_changed (call, sme_rows_text (rows, 0, "account_id"), machines[machine].kind, id);
  return transition->effect == NULL || transition->effect (call, id, error);
}
