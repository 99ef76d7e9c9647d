/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the local gateway says how a payment ended (VNPAY 2.1.0, "querydr"). */
#include "backend/bank/sme-gateway-json.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-ids.h"
#include "core/sme-vnpay.h"

#define ANSWERED "00"
#define UNKNOWN_SHOP "02"
#define UNREADABLE "03"
#define UNKNOWN_PAYMENT "91"
#define WRONG_SIGNATURE "97"

static const char *
check (SmeCall *call, GHashTable *question)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);

  if (question == NULL || config == NULL ||
      g_strcmp0 (g_hash_table_lookup (question, "vnp_Command"), "querydr") != 0 ||
      g_hash_table_lookup (question, "vnp_TxnRef") == NULL)
    return UNREADABLE;
  if (g_strcmp0 (g_hash_table_lookup (question, "vnp_TmnCode"), config->tmn_code) != 0)
    return UNKNOWN_SHOP;
  return sme_vnpay_verify_message (SME_VNPAY_QUERY, question, config->secret) ? ANSWERED
                                                                              : WRONG_SIGNATURE;
}

static const char *
find_status (const char *code)
{
  if (g_str_equal (code, SME_GATEWAY_PAID))
    return SME_GATEWAY_PAID;
  return g_str_equal (code, SME_GATEWAY_SUSPECTED) ? SME_GATEWAY_SUSPECTED : "02";
}

static void
set_number (GHashTable *params, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  sme_gateway_params_set (params, name, text);
}

static void
describe (GHashTable *result, SmeGatewayTransaction *transaction)
{
  g_autofree char *done_at = sme_gateway_format_time (transaction->done_at);

  set_number (result, "vnp_Amount", transaction->amount * 100);
  sme_gateway_params_set (result, "vnp_BankCode", SME_GATEWAY_BANK);
  sme_gateway_params_set (result, "vnp_PayDate", done_at);
  set_number (result, "vnp_TransactionNo", transaction->number);
  sme_gateway_params_set (result, "vnp_TransactionType", "01");
  sme_gateway_params_set (result, "vnp_TransactionStatus", find_status (transaction->code));
  sme_gateway_params_set (result, "vnp_OrderInfo", transaction->order_info);
}

static SmeReply *
answer (SmeCall *call, GHashTable *question, const char *code, SmeGatewayTransaction *transaction)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  g_autoptr (GHashTable) result = sme_gateway_params_new ();
  g_autofree char *id = sme_id_new ();
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) body = NULL;

  sme_gateway_params_set (result, "vnp_ResponseId", id);
  sme_gateway_params_set (result, "vnp_Command", "querydr");
  sme_gateway_params_set (result, "vnp_ResponseCode", code);
  sme_gateway_params_set (result, "vnp_Message",
                          g_str_equal (code, ANSWERED) ? "Success" : "Failed");
  if (config != NULL)
    sme_gateway_params_set (result, "vnp_TmnCode", config->tmn_code);
  if (question != NULL && g_hash_table_lookup (question, "vnp_TxnRef") != NULL)
    sme_gateway_params_set (result, "vnp_TxnRef", g_hash_table_lookup (question, "vnp_TxnRef"));
  if (transaction != NULL)
    describe (result, transaction);
  if (config != NULL)
    {
      hash = sme_vnpay_sign_message (SME_VNPAY_QUERY_RESULT, result, config->secret);
      sme_gateway_params_set (result, SME_VNPAY_HASH, hash);
    }
  body = sme_gateway_json_write (result);
  return sme_reply_new (200, "application/json", body);
}

SmeReply *
sme_handle_local_gateway_query (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) question = sme_gateway_json_read (call->body_bytes);
  const char *code = check (call, question);
  g_autoptr (SmeGatewayTransaction) transaction = NULL;

  if (!g_str_equal (code, ANSWERED))
    return answer (call, question, code, NULL);
  transaction = sme_gateway_books_find (call, g_hash_table_lookup (question, "vnp_TxnRef"), error);
  if (*error != NULL)
    return NULL;
  return answer (call, question, transaction != NULL ? ANSWERED : UNKNOWN_PAYMENT, transaction);
}
