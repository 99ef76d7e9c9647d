/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-inquiry.h"

#include "backend/bank/sme-gateway-json.h"
#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/bank/sme-gateway-verdict.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-ids.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-vnpay.h"

#include <libsoup/soup.h>

#define TIME_LIMIT_SECONDS 5
/* So long the gateway's own notice has time, and so long no answer is asked for twice. */
#define PATIENCE_MS (10 * 1000)
#define JOB_PATIENCE_MS (60 * 1000)
/* Nothing comes of what is older. */
#define OLDEST_MS (3 * 24 * 3600 * G_GINT64_CONSTANT (1000))

/* One question at a time: a worker is waiting for its answer. */
static int busy;

static GMutex lock;
static GHashTable *asked; /* payment id: (gint64 *) when; since this process began */

/* Whether it may be asked about now; if so, it counts as asked. */
static gboolean
begin (const char *payment_id, gint64 now, gint64 pause)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  const gint64 *last;

  if (asked == NULL)
    asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  last = g_hash_table_lookup (asked, payment_id);
  if (last != NULL && *last + pause > now)
    return FALSE;
  if (g_hash_table_size (asked) > 10000)
    g_hash_table_remove_all (asked);
  g_hash_table_insert (asked, g_strdup (payment_id), g_memdup2 (&now, sizeof now));
  return TRUE;
}

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

/* The gateway has no transaction for the payment. */
#define UNKNOWN_PAYMENT "91"

/* The code of a notice that would say the same: that of the answer is about the question. NULL
 * where nothing is decided yet. */
static const char *
find_code (GHashTable *result)
{
  const char *status = g_hash_table_lookup (result, "vnp_TransactionStatus");

  if (g_strcmp0 (g_hash_table_lookup (result, "vnp_ResponseCode"), "00") != 0 || status == NULL)
    return NULL;
  if (g_str_equal (status, SME_GATEWAY_PAID))
    return SME_GATEWAY_PAID;
  /* 04: taken by the bank and not by the gateway; 07: the bank looks at it once more */
  if (g_str_equal (status, "04") || g_str_equal (status, SME_GATEWAY_SUSPECTED))
    return SME_GATEWAY_SUSPECTED;
  return g_str_equal (status, "02") ? "99" : NULL;
}

static gboolean
book (SmeCall *call, const char *payment_id, GHashTable *result, GError **error)
{
  g_autoptr (SmePayment) payment = sme_store_find_payment (call, payment_id, NULL, error);

  return payment != NULL && sme_gateway_judge (call, result, SME_RECORD (payment), error) != NULL;
}

/* Nobody began to pay, and from now on nobody can: whoever looks is told so. Before the time is
 * over the page may still be opened. */
static gboolean
note_never_begun (SmeCall *call, const char *payment_id, const char *account_id, GError **error)
{
  g_autoptr (SmePayment) payment = sme_store_find_payment (call, payment_id, NULL, error);

  if (payment == NULL)
    return FALSE;
  if (sme_record_get_int (SME_RECORD (payment), "state") != SME_PAYMENT_EXPIRED)
    return TRUE;
  sme_call_changed (call, account_id, "payment", payment_id);
  return sme_store_set_failure (call, payment_id, SME_FAILURE_NOT_BEGUN, error);
}

static void
take_answer (SmeCall *call, const char *payment_id, const char *account_id, GHashTable *result)
{
  gboolean unknown =
    g_strcmp0 (g_hash_table_lookup (result, "vnp_ResponseCode"), UNKNOWN_PAYMENT) == 0;
  const char *code = find_code (result);
  g_autoptr (GError) error = NULL;

  if (code == NULL && !unknown)
    return;
  if (code != NULL)
    sme_gateway_params_set (result, "vnp_ResponseCode", code);
  sme_backend_lock_writer (call->backend);
  if (!sme_db_begin (call->db, TRUE, &error) ||
      !(unknown ? note_never_begun (call, payment_id, account_id, &error)
                : book (call, payment_id, result, &error)) ||
      !sme_db_commit (call->db, &error))
    {
      g_warning ("The gateway's answer was not booked: %s", error->message);
      sme_db_rollback (call->db);
      sme_call_forget_news (call);
    }
  sme_backend_unlock_writer (call->backend);
}

static void
ask (SmeCall *call, SmeRows *rows, guint i)
{
  const char *reference = sme_rows_text (rows, i, "reference");
  g_autofree char *url = find_address (call);
  g_autoptr (GBytes) question =
    make_question (call, reference, sme_rows_int (rows, i, "created_at"));
  g_autoptr (GBytes) body = url != NULL ? send (url, question) : NULL;
  g_autoptr (GHashTable) result = body != NULL ? read_answer (call, body, reference) : NULL;

  if (result != NULL)
    take_answer (call, sme_rows_text (rows, i, "id"), sme_rows_text (rows, i, "account_id"),
                 result);
}

/* @rows: id, account_id, reference and created_at of payments at the gateway that have not ended
 * well */
static void
ask_about (SmeCall *call, SmeRows *rows, gint64 pause)
{
  if (rows == NULL || sme_rows_count (rows) == 0 ||
      sme_backend_get_gateway (call->backend) == NULL ||
      !g_atomic_int_compare_and_exchange (&busy, 0, 1))
    return;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    if (begin (sme_rows_text (rows, i, "id"), call->now, pause))
      ask (call, rows, i);
  g_atomic_int_set (&busy, 0);
}

#define OPEN_PAYMENTS \
  "SELECT DISTINCT p.id, p.account_id, p.reference, p.created_at FROM payment p JOIN " \
  "payment_order o ON" \
  " o.payment_id = p.id WHERE p.method = 'gateway' AND p.created_at <= :before AND p.created_at >" \
  " :oldest AND p.state IN ('pending', 'checking', 'expired')" \
  " AND COALESCE (p.failure, '') <> 'not_begun'"

gboolean
sme_prepare_get_payment (SmeCall *call, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, OPEN_PAYMENTS " AND p.id = :id AND p.account_id = :account",
                  "before:i", call->now - PATIENCE_MS, "oldest:i", call->now - OLDEST_MS, "id:s",
                  call->path_id, "account:s", call->principal.account_id, NULL);

  ask_about (call, rows, PATIENCE_MS);
  return rows != NULL;
}

static gboolean
prepare_order (SmeCall *call, const char *order_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, OPEN_PAYMENTS " AND o.order_id = :id AND p.account_id = :account", "before:i",
    call->now - PATIENCE_MS, "oldest:i", call->now - OLDEST_MS, "id:s", order_id, "account:s",
    call->principal.account_id, NULL);

  ask_about (call, rows, PATIENCE_MS);
  return rows != NULL;
}

/* Nobody is let pay again before the gateway was asked what became of the first time. */
gboolean
sme_prepare_create_payment (SmeCall *call, GError **error)
{
  const char *const *ids =
    call->path_id == NULL ? sme_record_get_texts (call->request, "order_ids") : NULL;

  if (call->path_id != NULL)
    return prepare_order (call, call->path_id, error);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!prepare_order (call, ids[i], error))
      return FALSE;
  return TRUE;
}

void
sme_gateway_inquiry_run (SmeCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRows) rows = NULL;

  if (sme_backend_get_gateway (call->backend) == NULL)
    return;
  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  rows =
    sme_db_query (call->db, &error, OPEN_PAYMENTS " ORDER BY p.created_at DESC LIMIT 5", "before:i",
                  call->now - JOB_PATIENCE_MS, "oldest:i", call->now - OLDEST_MS, NULL);
  if (error != NULL)
    g_warning ("Payments could not be asked about: %s", error->message);
  ask_about (call, rows, JOB_PATIENCE_MS);
}
