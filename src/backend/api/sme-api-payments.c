/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-inquiry.h"
#include "backend/flow/sme-flow.h"
#include "backend/flow/sme-sweep.h"
#include "backend/http/sme-handlers.h"
#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-store-orders.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-problem.h"

/* By then the gateway has answered, or it is given up. */
#define RETRY_SECONDS 5

static SmeReply *
answer_payment (SmeCall *call, const char *id, guint status, GError **error)
{
  g_autoptr (SmePayment) payment =
    sme_store_find_payment (call, id, call->principal.account_id, error);

  return payment != NULL ? sme_reply_new_record (status, SME_RECORD (payment)) : NULL;
}

SmeReply *
sme_handle_get_payment (SmeCall *call, GError **error)
{
  return answer_payment (call, call->path_id, 200, error);
}

/* Everything that is asked for: by what, for which orders, under which terms. */
static gboolean
check_request (SmeCall *call, GPtrArray *orders, GError **error)
{
  SmePaymentMethod method = (SmePaymentMethod) sme_record_get_int (call->request, "method");

  if (!g_str_equal (sme_record_get_text (call->request, "terms_version"),
                    SME_TERMS_CURRENT_VERSION))
    return sme_problem_set_field (error, "/terms_version", "unknown-value");
  /* Nothing to pay has one way only, and something to pay never that one. */
  for (guint i = 0; i < orders->len; i++)
    if ((method == SME_METHOD_NONE) !=
        (((SmeStoredOrder *) g_ptr_array_index (orders, i))->total == 0))
      return sme_problem_set_field (error, "/method", "unknown-value");
  if (method == SME_METHOD_GATEWAY && sme_backend_get_gateway (call->backend) == NULL)
    return sme_problem_set_field (error, "/method", "unavailable");
  return TRUE;
}

static gboolean
is_unpaid (SmeStoredOrder *order, GError **error)
{
  if (g_str_equal (order->state, "declared") || g_str_equal (order->state, "awaiting_payment"))
    return TRUE;
  sme_problem_set (error,
                   g_str_equal (order->state, "draft") || g_str_equal (order->state, "cancelled")
                     ? SME_PROBLEM_WRONG_STATE
                     : SME_PROBLEM_ALREADY_PAID,
                   NULL);
  return FALSE;
}

static const char *
get_id (SmeStoredOrder *order)
{
  return sme_record_get_text (SME_RECORD (order->record), "id");
}

static gboolean
is_for (SmeRecord *payment, GPtrArray *orders)
{
  const char *const *ids = sme_record_get_texts (payment, "order_ids");

  if (g_strv_length ((GStrv) ids) != orders->len)
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    if (!g_strv_contains (ids, get_id (g_ptr_array_index (orders, i))))
      return FALSE;
  return TRUE;
}

static GListModel *
get_payments (GPtrArray *orders, guint i)
{
  SmeStoredOrder *order = g_ptr_array_index (orders, i);

  return sme_record_get_list (SME_RECORD (order->record), "payments");
}

/* A payment of these very orders that is open by this method; or one, of any of them, that the bank
 * is still checking: until it has said how that ended nothing else is begun. */
static SmeRecord *
find_standing (GPtrArray *orders, gint64 method)
{
  for (guint i = 0; i < orders->len; i++)
    {
      GListModel *payments = get_payments (orders, i);

      for (guint k = 0; payments != NULL && k < g_list_model_get_n_items (payments); k++)
        {
          g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, k);
          gint64 state = sme_record_get_int (payment, "state");
          gboolean open = state == SME_PAYMENT_PENDING || state == SME_PAYMENT_UNDERPAID;

          if (state == SME_PAYMENT_CHECKING ||
              (open && sme_record_get_int (payment, "method") == method &&
               is_for (payment, orders)))
            return g_steal_pointer (&payment);
        }
    }
  return NULL;
}

static gboolean
replace_open (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT p.id FROM payment p JOIN payment_order o ON o.payment_id = p.id WHERE o.order_id = :id"
    " AND p.state IN ('pending', 'underpaid')",
    "id:s", get_id (order), NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_rows_text (rows, i, "id"), "replace", error))
      return FALSE;
  return rows != NULL;
}

static gboolean
ask_for_money (SmeCall *call, GPtrArray *orders, GError **error)
{
  for (guint i = 0; i < orders->len; i++)
    {
      SmeStoredOrder *order = g_ptr_array_index (orders, i);

      if (!replace_open (call, order, error) ||
          !sme_store_agree_terms (call, get_id (order),
                                  sme_record_get_text (call->request, "terms_version"), error) ||
          !sme_flow_fire (call, SME_MACHINE_ORDER, get_id (order), "ask-payment", error))
        return FALSE;
    }
  return TRUE;
}

static SmeReply *
start_payment (SmeCall *call, GPtrArray *orders, GError **error)
{
  SmePaymentMethod method = (SmePaymentMethod) sme_record_get_int (call->request, "method");
  gint64 expires_at = method == SME_METHOD_NONE ? 0 : call->now + SME_PAYMENT_LIFE;
  g_autofree char *id = NULL;

  if (!ask_for_money (call, orders, error))
    return NULL;
  id = sme_store_insert_payment (call, orders, method, expires_at, error);
  if (id == NULL)
    return NULL;
  sme_call_changed (call, call->principal.account_id, "payment", id);
  if (method == SME_METHOD_NONE &&
      !sme_flow_fire (call, SME_MACHINE_PAYMENT, id, "receive-all", error))
    return NULL;
  return answer_payment (call, id, 201, error);
}

static gboolean
add_order (SmeCall *call, GPtrArray *orders, const char *id, GError **error)
{
  SmeStoredOrder *order = sme_store_find_order (call, id, call->principal.account_id, error);

  if (order == NULL)
    return FALSE;
  g_ptr_array_add (orders, order);
  return is_unpaid (order, error);
}

static SmeReply *
pay (SmeCall *call, GPtrArray *orders, GError **error)
{
  g_autoptr (SmeRecord) standing = NULL;

  if (!sme_gateway_inquiry_was_made (call))
    {
      sme_problem_set_limits (error, SME_PROBLEM_PAYMENT_CHECKING, -1, RETRY_SECONDS);
      return NULL;
    }
  if (!check_request (call, orders, error))
    return NULL;
  standing = find_standing (orders, sme_record_get_int (call->request, "method"));
  if (standing != NULL)
    return answer_payment (call, sme_record_get_text (standing, "id"), 200, error);
  return start_payment (call, orders, error);
}

static GPtrArray *
new_orders (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sme_stored_order_free);
}

SmeReply *
sme_handle_create_payment (SmeCall *call, GError **error)
{
  g_autoptr (GPtrArray) orders = new_orders ();

  /* What has run out by now is not open any more. */
  if (!sme_sweep_now (call, error) || !add_order (call, orders, call->path_id, error))
    return NULL;
  return pay (call, orders, error);
}

static gboolean
add_orders (SmeCall *call, GPtrArray *orders, GError **error)
{
  const char *const *ids = sme_record_get_texts (call->request, "order_ids");

  if (ids == NULL || ids[0] == NULL)
    return sme_problem_set_field (error, "/order_ids", "required");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      for (guint k = 0; k < i; k++)
        if (g_str_equal (ids[k], ids[i]))
          return sme_problem_set_field (error, "/order_ids", "unknown-value");
      if (!add_order (call, orders, ids[i], error))
        return FALSE;
    }
  return TRUE;
}

SmeReply *
sme_handle_create_joint_payment (SmeCall *call, GError **error)
{
  g_autoptr (GPtrArray) orders = new_orders ();

  if (!sme_sweep_now (call, error) || !add_orders (call, orders, error))
    return NULL;
  return pay (call, orders, error);
}
