/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gateway's notice, server to server (VNPAY 2.1.0, "IPN URL"): the only word that decides
 * whether a gateway payment succeeded. What is refused leaves no trace but a log line and a count,
 * and where it is about a payment of ours, a line in the order's chain. */
#include "backend/bank/sme-gateway-verdict.h"
#include "backend/flow/sme-audit.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-payments.h"
#include "backend/store/sme-throttle.h"
#include "core/sme-vnpay.h"

#include <string.h>

#define WRONG_SIGNATURE "97"

static const char *
get_message (const char *code)
{
  if (g_str_equal (code, SME_VERDICT_CONFIRMED))
    return "Confirm Success";
  if (g_str_equal (code, SME_VERDICT_UNKNOWN_ORDER))
    return "Order not found";
  if (g_str_equal (code, SME_VERDICT_KNOWN_ALREADY))
    return "Order already confirmed";
  if (g_str_equal (code, SME_VERDICT_WRONG_AMOUNT))
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
  if (g_str_equal (code, SME_VERDICT_CONFIRMED))
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
    return *error == NULL ? answer (call, NULL, SME_VERDICT_UNKNOWN_ORDER, error) : NULL;
  payment = sme_store_find_payment (call, id, NULL, error);
  code = payment != NULL
           ? sme_gateway_judge (call, params, SME_RECORD (payment), SME_GATEWAY_NOTICE, error)
           : NULL;
  return code != NULL ? answer (call, SME_RECORD (payment), code, error) : NULL;
}
