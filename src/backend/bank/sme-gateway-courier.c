/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-courier.h"

#include "backend/bank/sme-gateway-request.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/sme-fault.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#define TIME_LIMIT_SECONDS 10
/* The point where the shop knows and the gateway writes down that it does. */
#define FAULT "gateway_told"

/* One at a time, so that the shop is not told twice at once; it would mind no more than twice. */
static int busy;

/* Growing pauses, about as VNPAY repeats; after the last one the shop has to ask. */
static gint64
next_try (SmeCall *call, gint64 tries)
{
  static const gint64 pauses[] = { 2, 5, 15, 60, 300, 300, 300, 300, 300, 300 };

  return tries < (gint64) G_N_ELEMENTS (pauses) ? call->now + pauses[tries] * 1000 : 0;
}

/* VNPAY goes on until the shop says that it knows. */
static gboolean
is_acknowledged (GBytes *body)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *data = g_bytes_get_data (body, &length);
  JsonNode *root;
  const char *code;

  if (data == NULL || length > 1000 ||
      !json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  code = json_object_get_string_member_with_default (json_node_get_object (root), "RspCode", "");
  return g_str_equal (code, "00") || g_str_equal (code, "02");
}

static gboolean
tell (SmeCall *call, SoupSession *session, SmeGatewayTransaction *transaction)
{
  g_autofree char *base =
    g_strconcat (sme_backend_get_url (call->backend), SME_GATEWAY_NOTICE_PATH, NULL);
  g_autofree char *url = sme_gateway_make_result_url (call, transaction, base);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GBytes) body = soup_session_send_and_read (session, message, NULL, NULL);

  return body != NULL && soup_message_get_status (message) == 200 && is_acknowledged (body);
}

static gboolean
remember (SmeCall *call, SmeGatewayTransaction *transaction, gboolean told, GError **error)
{
  gint64 again = told ? 0 : next_try (call, transaction->tries);

  sme_fault_reach (FAULT, "before");
  if (!sme_db_begin (call->db, TRUE, error) ||
      !sme_gateway_books_set_told (call, transaction->number, again, error))
    return FALSE;
  sme_fault_reach (FAULT, "inside");
  if (!sme_db_commit (call->db, error))
    return FALSE;
  sme_fault_reach (FAULT, "after");
  return TRUE;
}

/* Whether there may be more to tell. */
static gboolean
tell_next (SmeCall *call, SoupSession *session, GError **error)
{
  g_autoptr (SmeGatewayTransaction) transaction = NULL;
  gboolean told, good;

  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  transaction = sme_gateway_books_find_untold (call, error);
  if (transaction == NULL)
    return FALSE;
  told = tell (call, session, transaction);
  sme_backend_lock_writer (call->backend);
  good = remember (call, transaction, told, error);
  if (!good)
    sme_db_rollback (call->db);
  sme_backend_unlock_writer (call->backend);
  return good && told;
}

void
sme_gateway_courier_run (SmeCall *call)
{
  g_autoptr (SoupSession) session = NULL;
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GError) error = NULL;

  if (!sme_backend_is_local (call->backend) || !g_atomic_int_compare_and_exchange (&busy, 0, 1))
    return;
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  session = soup_session_new_with_options ("timeout", TIME_LIMIT_SECONDS, NULL);
  while (tell_next (call, session, &error))
    ;
  if (error != NULL)
    g_warning ("The local gateway could not tell the shop: %s", error->message);
  g_clear_object (&session);
  g_main_context_pop_thread_default (context);
  g_atomic_int_set (&busy, 0);
}
