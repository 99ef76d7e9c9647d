/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-flow.h"
#include "backend/flow/sme-sweep.h"
#include "backend/http/sme-handlers.h"
#include "backend/paper/sme-paper-terms.h"
#include "backend/store/sme-store-orders.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-problem.h"

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

static gboolean
check_request (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmePaymentMethod method = (SmePaymentMethod) sme_record_get_int (call->request, "method");

  if (!g_str_equal (sme_record_get_text (call->request, "terms_version"),
                    SME_TERMS_CURRENT_VERSION))
    return sme_problem_set_field (error, "/terms_version", "unknown-value");
  /* Nothing to pay has one way only, and something to pay never that one. */
  if ((method == SME_METHOD_NONE) != (order->total == 0))
    return sme_problem_set_field (error, "/method", "unknown-value");
  if (method == SME_METHOD_GATEWAY)
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

/* The open payment of the order by the same method, or NULL. */
static SmeRecord *
find_open (SmeStoredOrder *order, gint64 method)
{
  GListModel *payments = sme_record_get_list (SME_RECORD (order->record), "payments");

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);
      gint64 state = sme_record_get_int (payment, "state");

      if (sme_record_get_int (payment, "method") == method &&
          (state == SME_PAYMENT_PENDING || state == SME_PAYMENT_UNDERPAID))
        return g_steal_pointer (&payment);
    }
  return NULL;
}

static gboolean
replace_open (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  GListModel *payments = sme_record_get_list (SME_RECORD (order->record), "payments");

  for (guint i = 0; payments != NULL && i < g_list_model_get_n_items (payments); i++)
    {
      g_autoptr (SmeRecord) payment = g_list_model_get_item (payments, i);
      gint64 state = sme_record_get_int (payment, "state");

      if ((state == SME_PAYMENT_PENDING || state == SME_PAYMENT_UNDERPAID) &&
          !sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_record_get_text (payment, "id"), "replace",
                          error))
        return FALSE;
    }
  return TRUE;
}

static SmeReply *
start_payment (SmeCall *call, SmeStoredOrder *order, GError **error)
{
  SmePaymentMethod method = (SmePaymentMethod) sme_record_get_int (call->request, "method");
  gint64 expires_at = method == SME_METHOD_NONE ? 0 : call->now + SME_PAYMENT_LIFE;
  g_autofree char *id = NULL;

  if (!replace_open (call, order, error) ||
      !sme_store_agree_terms (call, call->path_id,
                              sme_record_get_text (call->request, "terms_version"), error) ||
      !sme_flow_fire (call, SME_MACHINE_ORDER, call->path_id, "ask-payment", error))
    return NULL;
  id = sme_store_insert_payment (call, call->path_id, order->account_id, method, order->total,
                                 sme_record_get_text (SME_RECORD (order->record), "number"),
                                 expires_at, error);
  if (id == NULL)
    return NULL;
  sme_call_changed (call, order->account_id, "payment", id);
  if (method == SME_METHOD_NONE &&
      !sme_flow_fire (call, SME_MACHINE_PAYMENT, id, "receive-all", error))
    return NULL;
  return answer_payment (call, id, 201, error);
}

SmeReply *
sme_handle_create_payment (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredOrder) order = NULL;
  g_autoptr (SmeRecord) open = NULL;

  /* What has run out by now is not open any more. */
  if (!sme_sweep_now (call, error))
    return NULL;
  order = sme_store_find_own_order (call, error);
  if (order == NULL || !is_unpaid (order, error) || !check_request (call, order, error))
    return NULL;
  open = find_open (order, sme_record_get_int (call->request, "method"));
  if (open != NULL)
    return answer_payment (call, sme_record_get_text (open, "id"), 200, error);
  return start_payment (call, order, error);
}
