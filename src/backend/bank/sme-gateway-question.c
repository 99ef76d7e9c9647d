/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-question.h"

#include "backend/bank/sme-gateway-json.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/store/sme-ids.h"
#include "core/sme-vnpay.h"

#include <libsoup/soup.h>

#define TIME_LIMIT_SECONDS 5
/* The gateway has no transaction for the payment. */
#define UNKNOWN_PAYMENT "91"

static char *
find_address (SmeCall *call)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);

  if (config->query_url != NULL)
    return g_strdup (config->query_url);
  return config->pay_url == NULL
           ? g_strconcat (sme_backend_get_url (call->backend), SME_GATEWAY_QUERY_PATH, NULL)
           : NULL;
}

static GBytes *
make_question (SmeCall *call, const char *reference, gint64 created_at)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  g_autoptr (GHashTable) params = sme_gateway_params_new ();
  g_autofree char *id = sme_id_new ();
  g_autofree char *info = g_strdup_printf ("Truy van %s", reference);
  g_autofree char *begun = sme_gateway_format_time (created_at);
  g_autofree char *now = sme_gateway_format_time (call->now);
  g_autofree char *hash = NULL;

  sme_gateway_params_set (params, "vnp_RequestId", id);
  sme_gateway_params_set (params, "vnp_Version", "2.1.0");
  sme_gateway_params_set (params, "vnp_Command", "querydr");
  sme_gateway_params_set (params, "vnp_TmnCode", config->tmn_code);
  sme_gateway_params_set (params, "vnp_TxnRef", reference);
  sme_gateway_params_set (params, "vnp_OrderInfo", info);
  sme_gateway_params_set (params, "vnp_TransactionDate", begun);
  sme_gateway_params_set (params, "vnp_CreateDate", now);
  sme_gateway_params_set (params, "vnp_IpAddr", "127.0.0.1");
  hash = sme_vnpay_sign_message (SME_VNPAY_QUERY, params, config->secret);
  sme_gateway_params_set (params, SME_VNPAY_HASH, hash);
  return sme_gateway_json_write (params);
}

static GBytes *
send (const char *url, GBytes *question)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (SoupMessage) message = soup_message_new ("POST", url);
  GBytes *body;

  g_main_context_push_thread_default (context);
  session = soup_session_new_with_options ("timeout", TIME_LIMIT_SECONDS, NULL);
  soup_message_set_request_body_from_bytes (message, "application/json", question);
  body = soup_session_send_and_read (session, message, NULL, NULL);
  g_clear_object (&session);
  g_main_context_pop_thread_default (context);
  return body;
}

/* What it says about this very payment, if it is the gateway that says it; else NULL. */
static GHashTable *
read_answer (SmeCall *call, GBytes *body, const char *reference)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  g_autoptr (GHashTable) result = sme_gateway_json_read (body);

  if (result == NULL ||
      !sme_vnpay_verify_message (SME_VNPAY_QUERY_RESULT, result, config->secret) ||
      g_strcmp0 (g_hash_table_lookup (result, "vnp_Command"), "querydr") != 0 ||
      g_strcmp0 (g_hash_table_lookup (result, "vnp_TmnCode"), config->tmn_code) != 0 ||
      g_strcmp0 (g_hash_table_lookup (result, "vnp_TxnRef"), reference) != 0)
    {
      g_message ("The gateway's answer to a question was refused");
      return NULL;
    }
  return g_steal_pointer (&result);
}

GHashTable *
sme_gateway_question_ask (SmeCall *call,
                          const char *reference,
                          gint64 created_at,
                          gboolean *reached)
{
  g_autofree char *url = find_address (call);
  g_autoptr (GBytes) question = make_question (call, reference, created_at);
  g_autoptr (GBytes) body = url != NULL ? send (url, question) : NULL;

  *reached = body != NULL;
  return body != NULL ? read_answer (call, body, reference) : NULL;
}

gboolean
sme_gateway_question_is_unknown (GHashTable *answer)
{
  return g_strcmp0 (g_hash_table_lookup (answer, "vnp_ResponseCode"), UNKNOWN_PAYMENT) == 0;
}

const char *
sme_gateway_question_find_code (GHashTable *answer)
{
  const char *status = g_hash_table_lookup (answer, "vnp_TransactionStatus");

  if (g_strcmp0 (g_hash_table_lookup (answer, "vnp_ResponseCode"), "00") != 0 || status == NULL)
    return NULL;
  if (g_str_equal (status, SME_GATEWAY_PAID))
    return SME_GATEWAY_PAID;
  /* 04: taken by the bank and not by the gateway; 07: the bank looks at it once more */
  if (g_str_equal (status, "04") || g_str_equal (status, SME_GATEWAY_SUSPECTED))
    return SME_GATEWAY_SUSPECTED;
  return g_str_equal (status, "02") ? "99" : NULL;
}
