/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gateway is asked about payments of which no notice came (VNPAY 2.1.0, "querydr"): before the
 * program is told that it may pay again, and by a gateway of the test's own that lies in every way.
 */
#include "payment-fixture.h"

#include "backend/bank/sme-gateway-json.h"
#include "backend/store/sme-db.h"
#include "core/sme-vnpay.h"

#include <string.h>

/* So long the gateway's own notice has time. */
#define PATIENCE_SECONDS 11

/* ---- A gateway */

typedef struct
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  char *secret;
  char *tmn_code;
  const char *status; /* vnp_TransactionStatus */
  const char *code;   /* vnp_ResponseCode */
  const char *amount;
  const char *reference; /* NULL: that of the question */
  const char *signed_with;
  const char *instead; /* this is all that it answers */
  guint port;
  guint questions;
  guint forged; /* questions with a wrong signature */
  GMutex lock;
  GCond ready;
} Gateway;

static void
set (GHashTable *params, const char *name, const char *value)
{
  g_hash_table_insert (params, g_strdup (name), g_strdup (value));
}

static GBytes *
answer (Gateway *self, GHashTable *question)
{
  g_autoptr (GHashTable) result = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *asked = g_hash_table_lookup (question, "vnp_TxnRef");
  g_autofree char *hash = NULL;

  set (result, "vnp_ResponseId", "r1");
  set (result, "vnp_Command", "querydr");
  set (result, "vnp_ResponseCode", self->code);
  set (result, "vnp_Message", "QueryDR Success");
  set (result, "vnp_TmnCode", self->tmn_code);
  set (result, "vnp_TxnRef", self->reference != NULL ? self->reference : asked);
  set (result, "vnp_Amount", self->amount);
  set (result, "vnp_BankCode", "NCB");
  set (result, "vnp_PayDate", "20261123101500");
  set (result, "vnp_TransactionNo", "14226112");
  set (result, "vnp_TransactionType", "01");
  set (result, "vnp_TransactionStatus", self->status);
  set (result, "vnp_OrderInfo", "Thanh toan");
  hash = sme_vnpay_sign_message (SME_VNPAY_QUERY_RESULT, result,
                                 self->signed_with != NULL ? self->signed_with : self->secret);
  set (result, SME_VNPAY_HASH, hash);
  return sme_gateway_json_write (result);
}

static void
on_question (SoupServer *server,
             SoupServerMessage *message,
             const char *path,
             GHashTable *query,
             gpointer data)
{
  Gateway *self = data;
  g_autoptr (GBytes) body =
    soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (GHashTable) question = sme_gateway_json_read (body);
  g_autoptr (GBytes) reply = NULL;

  g_assert_nonnull (question);
  g_assert_cmpstr (g_hash_table_lookup (question, "vnp_Command"), ==, "querydr");
  g_assert_cmpstr (g_hash_table_lookup (question, "vnp_Version"), ==, "2.1.0");
  g_mutex_lock (&self->lock);
  self->questions++;
  if (!sme_vnpay_verify_message (SME_VNPAY_QUERY, question, self->secret))
    self->forged++;
  reply = self->instead != NULL ? g_bytes_new (self->instead, strlen (self->instead))
                                : answer (self, question);
  g_mutex_unlock (&self->lock);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
}

static gpointer
serve (gpointer data)
{
  Gateway *self = data;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, "/api", on_question, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  g_mutex_lock (&self->lock);
  self->port = (guint) g_uri_get_port (uris->data);
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->lock);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_clear_object (&server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static Gateway *
gateway_new (Paying *paying)
{
  Gateway *self = g_new0 (Gateway, 1);

  self->secret = gateway_read_config (paying, "hash_secret");
  self->tmn_code = gateway_read_config (paying, "tmn_code");
  self->status = "00";
  self->code = "00";
  self->amount = "22000000";
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_lock (&self->lock);
  self->thread = g_thread_new ("gateway", serve, self);
  while (self->port == 0)
    g_cond_wait (&self->ready, &self->lock);
  g_mutex_unlock (&self->lock);
  return self;
}

static gboolean
on_end (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
gateway_free (Gateway *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, on_end, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self->secret);
  g_free (self->tmn_code);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gateway, gateway_free)

/* From now on the backend asks there. */
static void
ask_at (Paying *paying, guint port)
{
  g_autofree char *path = g_build_filename (paying->fixture->directory, "keys", "vnpay.ini", NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/api", port);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  g_key_file_set_string (file, "vnpay", "query_url", url);
  g_key_file_save_to_file (file, path, &error);
  g_assert_no_error (error);
  fixture_stop (paying->fixture, FALSE);
  fixture_start (paying->fixture);
}

/* ---- The shop */

static void
wait_for_notice (Paying *paying)
{
  fixture_advance (paying->fixture, PATIENCE_SECONDS);
}

/* Whoever looks at the payment finds what the gateway knows. */
static void
test_paid (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  ask_at (paying, gateway->port);
  /* The notice has time first. */
  paying_assert_state (paying, "pending");
  g_assert_cmpuint (gateway->questions, ==, 0);
  wait_for_notice (paying);
  paying_assert_state (paying, "succeeded");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
  g_assert_cmpuint (gateway->questions, ==, 1);
  g_assert_cmpuint (gateway->forged, ==, 0);
}

/* The notice that comes after all says nothing new. */
static void
test_notice_afterwards (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (GHashTable) notice = gateway_new_result (paying, "00", "14226112");
  g_autofree char *code = NULL;

  ask_at (paying, gateway->port);
  wait_for_notice (paying);
  paying_assert_state (paying, "succeeded");
  code = gateway_tell (paying, notice);
  g_assert_cmpstr (code, ==, "02");
  paying_assert_balanced (paying, PRICE);
}

/* Nobody pays again what is paid. */
static void
test_before_paying_again (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (Answer) again = NULL;

  ask_at (paying, gateway->port);
  fixture_advance (paying->fixture, 16 * 60);
  g_free (paying->token);
  paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
  again = paying_ask (paying, VIETQR_BODY);
  assert_problem (again, 409, "already-paid");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

static void
test_not_decided (void)
{
  static const char *const undecided[][2] = { { "01", "00" }, { "00", "91" }, { "00", "94" } };
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  ask_at (paying, gateway->port);
  for (guint i = 0; i < G_N_ELEMENTS (undecided); i++)
    {
      gateway->status = undecided[i][0];
      gateway->code = undecided[i][1];
      wait_for_notice (paying);
      paying_assert_state (paying, "pending");
      g_assert_cmpuint (gateway->questions, ==, i + 1);
    }
}

static void
assert_failure (Paying *paying, const char *state, const char *failure)
{
  g_autoptr (Answer) payment = paying_get (paying);

  g_assert_cmpstr (answer_text (payment, "state"), ==, state);
  g_assert_cmpstr (answer_text (payment, "failure"), ==, failure);
}

/* The gateway knows of no transaction: as long as the page is valid that says nothing, and then
 * that nobody paid. It is not asked for ever; what it says by itself counts all the same. */
static void
test_never_begun (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (GHashTable) notice = gateway_new_result (paying, "00", "14226112");
  g_autofree char *told = NULL;

  gateway->code = "91";
  ask_at (paying, gateway->port);
  wait_for_notice (paying);
  assert_failure (paying, "pending", NULL);
  fixture_advance (paying->fixture, 16 * 60);
  g_free (paying->token);
  paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
  assert_failure (paying, "expired", "not_begun");
  g_assert_cmpuint (gateway->questions, ==, 2);
  wait_for_notice (paying);
  assert_failure (paying, "expired", "not_begun");
  g_assert_cmpuint (gateway->questions, ==, 2);
  told = gateway_tell (paying, notice);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

static void
test_failed_and_suspected (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  ask_at (paying, gateway->port);
  gateway->status = "02";
  wait_for_notice (paying);
  assert_failure (paying, "failed", "other");
  paying_renew (paying, GATEWAY_BODY);
  gateway->status = "07";
  wait_for_notice (paying);
  paying_assert_state (paying, "checking");
  /* And how that ended. */
  gateway->status = "00";
  wait_for_notice (paying);
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

/* All that is wrong with an answer leaves everything as it was. */
static void
test_forged (void)
{
  static const struct
  {
    const char *amount, *reference, *signed_with, *instead;
  } lies[] = {
    { .signed_with = "not the secret" },
    { .reference = "OSM2601010001P1" },
    { .amount = "100" },
    { .instead = "{\"vnp_ResponseCode\":\"00\",\"vnp_TransactionStatus\":\"00\"}" },
    { .instead = "{\"vnp_ResponseCode\":[[[[]]]]}" },
    { .instead = "no JSON" },
    { .instead = "" },
  };
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  ask_at (paying, gateway->port);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      gateway->amount = lies[i].amount != NULL ? lies[i].amount : "22000000";
      gateway->reference = lies[i].reference;
      gateway->signed_with = lies[i].signed_with;
      gateway->instead = lies[i].instead;
      wait_for_notice (paying);
      paying_assert_state (paying, "pending");
      g_assert_cmpuint (gateway->questions, ==, i + 1);
      paying_assert_balanced (paying, 0);
    }
}

/* A gateway that is away stops nobody. */
static void
test_away (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Answer) other = NULL;

  ask_at (paying, 1);
  wait_for_notice (paying);
  paying_assert_state (paying, "pending");
  wait_for_notice (paying);
  other = paying_ask (paying, VIETQR_BODY);
  assert_status (other, 201);
}

/* The demonstration's own gateway: its books have it, and its notices have stopped. */
static void
test_local_gateway (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autofree char *path = g_build_filename (paying->fixture->directory, "onesme.db", NULL);
  g_autoptr (GHashTable) asked = sme_vnpay_parse_query (strchr (paying->url, '?') + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeDb) db = NULL;

  fixture_stop (paying->fixture, FALSE);
  db = sme_db_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (sme_db_run (db, NULL, &error,
                             "INSERT INTO gateway_transaction (reference, amount, order_info,"
                             " return_url, code, done_at, tries) VALUES (:reference, 220000, '',"
                             " '', '00', 0, 9)",
                             "reference:s", g_hash_table_lookup (asked, "vnp_TxnRef"), NULL));
  g_clear_pointer (&db, sme_db_close);
  fixture_start (paying->fixture);
  paying_assert_state (paying, "pending");
  wait_for_notice (paying);
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

/* Without the shop's signature the gateway says nothing about anybody. */
static void
test_question_is_signed (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Answer) refused =
    fixture_call (paying->fixture, "POST", "/local/bank/gateway/transaction", NULL,
                  "{\"vnp_Command\":\"querydr\",\"vnp_TmnCode\":\"ONESMEDM\","
                  "\"vnp_TxnRef\":\"OSM2611230001P1\",\"vnp_SecureHash\":\"00\"}");
  g_autoptr (Answer) unreadable = fixture_call (
    paying->fixture, "POST", "/local/bank/gateway/transaction", NULL, "{\"vnp_Command\":1}");

  assert_status (refused, 200);
  g_assert_cmpstr (answer_text (refused, "vnp_ResponseCode"), ==, "97");
  assert_status (unreadable, 200);
  g_assert_cmpstr (answer_text (unreadable, "vnp_ResponseCode"), ==, "03");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/inquiry/paid", test_paid);
  g_test_add_func ("/a33/inquiry/the-notice-comes-afterwards", test_notice_afterwards);
  g_test_add_func ("/a33/inquiry/before-paying-again", test_before_paying_again);
  g_test_add_func ("/a33/inquiry/not-decided", test_not_decided);
  g_test_add_func ("/a33/inquiry/never-begun", test_never_begun);
  g_test_add_func ("/a33/inquiry/failed-and-suspected", test_failed_and_suspected);
  g_test_add_func ("/a33/inquiry/forged-answers", test_forged);
  g_test_add_func ("/a33/inquiry/gateway-is-away", test_away);
  g_test_add_func ("/a33/inquiry/local-gateway", test_local_gateway);
  g_test_add_func ("/a33/inquiry/question-is-signed", test_question_is_signed);
  return g_test_run ();
}
