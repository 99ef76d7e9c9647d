/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gateway's notice, server to server (VNPAY 2.1.0, "IPN URL"): the only word that decides
 * whether a gateway payment succeeded. What is refused leaves no trace but a log line and a count,
 * and where it is about a payment of ours, a line in the order's chain. */
#include "backend/bank/sme-bank-receive.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/flow/sme-audit.h"
#include "backend/flow/sme-flow.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-payments.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-vnpay.h"

#include <string.h>

/* The answers that VNPAY knows. */
#define CONFIRMED "00"
#define UNKNOWN_ORDER "01"
#define KNOWN_ALREADY "02"
#define WRONG_AMOUNT "04"
#define WRONG_SIGNATURE "97"

static const char *
get_message (const char *code)
{
  if (g_str_equal (code, CONFIRMED))
    return "Confirm Success";
  if (g_str_equal (code, UNKNOWN_ORDER))
    return "Order not found";
  if (g_str_equal (code, KNOWN_ALREADY))
    return "Order already confirmed";
  if (g_str_equal (code, WRONG_AMOUNT))
    return "Invalid amount";
  return "Invalid signature";
}

static gboolean
write_down (SmeCall *call, SmeRecord *payment, const char *code, GError **error)
{
  g_autofree char *event = g_strconcat ("notice-refused-", code, NULL);
  gint64 today = 0;

  if (!sme_daily_count (call, "gateway-notice", code, 1, &today, error))
    return FALSE;
  if (g_str_equal (code, CONFIRMED))
    return TRUE;
  g_message ("A notice of the gateway was refused: %s", get_message (code));
  return payment == NULL || sme_audit_order (call, sme_record_get_text (payment, "order_id"),
                                             "payment", event, NULL, NULL, error);
}

static SmeReply *
answer (SmeCall *call, SmeRecord *payment, const char *code, GError **error)
{
  g_autofree char *json =
    g_strdup_printf ("{\"RspCode\":\"%s\",\"Message\":\"%s\"}", code, get_message (code));
  g_autoptr (GBytes) body = g_bytes_new (json, strlen (json));

  return write_down (call, payment, code, error) ? sme_reply_new (200, "application/json", body)
                                                 : NULL;
}

/* Fires what the table allows in the payment's state; what it does not is an old story. */
static const char *
fire_if_allowed (SmeCall *call, SmeRecord *payment, const char *event, GError **error)
{
  const char *state = sme_record_get_nick (payment, "state");

  if (sme_flow_find (SME_MACHINE_PAYMENT, state, event) == NULL)
    return KNOWN_ALREADY;
  return sme_flow_fire (call, SME_MACHINE_PAYMENT, sme_record_get_text (payment, "id"), event,
                        error)
           ? CONFIRMED
           : NULL;
}

static const char *
take_failure (SmeCall *call, SmeRecord *payment, const char *code, GError **error)
{
  const char *done = fire_if_allowed (call, payment, "fail", error);

  if (done == NULL || !g_str_equal (done, CONFIRMED))
    return done;
  return sme_store_set_failure (call, sme_record_get_text (payment, "id"),
                                sme_gateway_read_failure (code), error)
           ? CONFIRMED
           : NULL;
}

/* Money that was taken is booked whatever the state, once: a second transaction goes back. */
static const char *
take_success (SmeCall *call, SmeRecord *payment, const char *number, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *booked = sme_store_find_gateway_receipt (call, number, &local);
  g_autoptr (SmeReceipt) receipt = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (booked != NULL)
    return KNOWN_ALREADY;
  receipt =
    sme_bank_receive_from_gateway (call, sme_record_get_text (payment, "id"), number, error);
  if (receipt == NULL)
    return NULL;
  return sme_record_get_int (SME_RECORD (receipt), "state") == SME_RECEIPT_DUPLICATE ? KNOWN_ALREADY
                                                                                     : CONFIRMED;
}

static const char *
judge (SmeCall *call, GHashTable *params, SmeRecord *payment, GError **error)
{
  const char *code = g_hash_table_lookup (params, "vnp_ResponseCode");
  const char *status = g_hash_table_lookup (params, "vnp_TransactionStatus");
  const char *number = g_hash_table_lookup (params, "vnp_TransactionNo");

  if (sme_record_get_int (payment, "method") != SME_METHOD_GATEWAY)
    return UNKNOWN_ORDER;
  if (sme_gateway_read_amount (g_hash_table_lookup (params, "vnp_Amount")) !=
      sme_record_get_int (payment, "amount"))
    return WRONG_AMOUNT;
  if (g_strcmp0 (code, SME_GATEWAY_SUSPECTED) == 0)
    return fire_if_allowed (call, payment, "suspect", error);
  if (g_strcmp0 (code, SME_GATEWAY_PAID) == 0 && g_strcmp0 (status, SME_GATEWAY_PAID) == 0 &&
      number != NULL)
    return take_success (call, payment, number, error);
  return take_failure (call, payment, code, error);
}

static gboolean
is_genuine (SmeCall *call, GHashTable *params)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);

  return params != NULL && config != NULL && sme_vnpay_verify (params, config->secret) &&
         g_strcmp0 (g_hash_table_lookup (params, "vnp_TmnCode"), config->tmn_code) == 0;
}

SmeReply *
sme_handle_gateway_notice (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) params = call->query != NULL ? sme_vnpay_parse_query (call->query) : NULL;
  const char *reference = params != NULL ? g_hash_table_lookup (params, "vnp_TxnRef") : NULL;
  g_autofree char *id = NULL;
  g_autoptr (SmePayment) payment = NULL;
  const char *code;

  if (!is_genuine (call, params))
    return answer (call, NULL, WRONG_SIGNATURE, error);
  id = reference != NULL ? sme_store_find_payment_by_reference (call, reference, error) : NULL;
  if (id == NULL)
    return *error == NULL ? answer (call, NULL, UNKNOWN_ORDER, error) : NULL;
  payment = sme_store_find_payment (call, id, NULL, error);
  code = payment != NULL ? judge (call, params, SME_RECORD (payment), error) : NULL;
  return code != NULL ? answer (call, SME_RECORD (payment), code, error) : NULL;
}
