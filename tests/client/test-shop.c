/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-shop-private.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#include <string.h>

#define ACCOUNT(id) \
  "{\"id\":\"" id "\",\"customer_type\":\"person\",\"email\":\"an@example.vn\"," \
  "\"full_name\":\"Nguyễn Văn An\",\"state\":\"active\"}"
#define SESSION(n) \
  "{\"access_token\":\"access-" n "\",\"expires_in\":900,\"refresh_token\":\"refresh-" n \
  "\",\"account\":" ACCOUNT ("a1") "}"
#define ORDER(id, state, more) \
  "{\"id\":\"" id "\",\"number\":\"12726\",\"state\":\"" state \
  "\",\"created_at\":\"2026-11-22T00:00:00Z\"" more "}"
#define PAYMENT(id, state) \
  "{\"id\":\"" id "\",\"state\":\"" state "\",\"method\":\"vietqr\",\"amount\":220000}"
#define NO_SESSION "{\"code\":\"no-session\"}"
#define LIST(items) "{\"items\":[" items "],\"total\":1}"
#define AT(time) ",\"updated_at\":\"2026-11-22T00:00:" time "Z\""

typedef struct
{
  TestServer *server;
  SmeKeyring *keyring;
  SmeShop *shop;
} Fixture;

static SmeShop *
new_shop (Fixture *fixture)
{
  SmeShop *shop = sme_shop_new (test_server_get_url (fixture->server), fixture->keyring, NULL);

  sme_transport_set_retries (sme_shop_get_transport (shop), 2, 10, 1000);
  return shop;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_server_new ();
  fixture->keyring = sme_keyring_new ();
  fixture->shop = new_shop (fixture);
  test_server_reply_always (fixture->server, "GET /v1/events",
                            (TestReply){ 200, ":\n\n", .kind = TEST_REPLY_STREAM });
  test_server_reply_always (fixture->server, "GET /v1/me", (TestReply){ 200, ACCOUNT ("a1") });
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_assert_finalizes (fixture->shop);
  test_assert_finalizes (fixture->keyring);
  test_server_free (fixture->server);
}

static gboolean
sign_in (Fixture *fixture, GError **error)
{
  g_auto (TestCall) call = { 0 };

  sme_shop_sign_in_async (fixture->shop, "an@example.vn", "mat-khau-cua-an", NULL, test_on_ready,
                          &call);
  return sme_shop_sign_in_finish (fixture->shop, test_await (&call), error);
}

/* Signed in and the event stream open, so that nothing happens by the way later. */
static void
be_signed_in (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  test_server_reply (fixture->server, "POST /v1/sessions", (TestReply){ 201, SESSION ("1") });
  g_assert_true (sign_in (fixture, &error));
  g_assert_no_error (error);
  test_wait_for_requests (fixture->server, "GET /v1/me", 1);
  test_let_pass (20);
}

static gpointer
get (Fixture *fixture, SmeOperationId op, const char *id, GError **error)
{
  g_auto (TestCall) call = { 0 };

  sme_shop_call_async (fixture->shop, op, id, NULL, NULL, NULL, test_on_ready, &call);
  return sme_shop_call_finish (fixture->shop, test_await (&call), error);
}

static GListModel *
list (Fixture *fixture, SmeOperationId op)
{
  g_auto (TestCall) call = { 0 };

  sme_shop_call_async (fixture->shop, op, NULL, NULL, NULL, NULL, test_on_ready, &call);
  return sme_shop_list_finish (fixture->shop, test_await (&call), NULL, NULL, NULL);
}

static void
reply (Fixture *fixture, const char *what, guint status, const char *body)
{
  test_server_reply (fixture->server, what, (TestReply){ status, body });
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static const char *
bearer (Fixture *fixture, const char *what, guint i)
{
  return test_request_get_header (test_server_get (fixture->server, what, i), "Authorization");
}

static void
test_signs_in (Fixture *fixture, gconstpointer data)
{
  guint notified = 0;

  g_signal_connect_swapped (fixture->shop, "notify::signed-in", G_CALLBACK (count_up), &notified);
  g_assert_false (sme_shop_get_signed_in (fixture->shop));
  be_signed_in (fixture);
  g_assert_true (sme_shop_get_signed_in (fixture->shop));
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpstr (
    sme_record_get_text (SME_RECORD (sme_shop_get_account (fixture->shop)), "full_name"), ==,
    "Nguyễn Văn An");
  g_assert_cmpstr (bearer (fixture, "GET /v1/events", 0), ==, "Bearer access-1");
}

static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  reply (fixture, "POST /v1/sessions", 401, "{\"code\":\"wrong-credentials\"}");
  g_assert_false (sign_in (fixture, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_WRONG_CREDENTIALS);
  g_assert_false (sme_shop_get_signed_in (fixture->shop));
  g_assert_cmpuint (test_server_count (fixture->server, "POST /v1/sessions/refresh"), ==, 0);
}

static void
test_nobody_signed_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (get (fixture, SME_OP_GET_ORDER, "o1", &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==, 0);
}

static void
test_expired_token_is_renewed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeOrder) order = NULL;
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 401, NO_SESSION);
  reply (fixture, "POST /v1/sessions/refresh", 200, SESSION ("2"));
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bearer (fixture, "GET /v1/orders/o1", 0), ==, "Bearer access-1");
  g_assert_cmpstr (bearer (fixture, "GET /v1/orders/o1", 1), ==, "Bearer access-2");
  g_assert_cmpstr (test_server_get (fixture->server, "POST /v1/sessions/refresh", 0)->body, ==,
                   "{\"refresh_token\":\"refresh-1\"}");
  /* The stream follows to the new token. */
  test_wait_for_requests (fixture->server, "GET /v1/events", 2);
  g_assert_cmpstr (bearer (fixture, "GET /v1/events", 1), ==, "Bearer access-2");
}

static void
test_renews_once_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  test_server_reply_always (fixture->server, "GET /v1/orders/o1", (TestReply){ 401, NO_SESSION });
  reply (fixture, "POST /v1/sessions/refresh", 200, SESSION ("2"));
  g_assert_null (get (fixture, SME_OP_GET_ORDER, "o1", &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==, 2);
  g_assert_cmpuint (test_server_count (fixture->server, "POST /v1/sessions/refresh"), ==, 1);
}

static void
test_one_renewal_for_all (Fixture *fixture, gconstpointer data)
{
  TestCall calls[5] = { 0 };

  be_signed_in (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    test_server_reply (fixture->server, "GET /v1/orders/o1",
                       (TestReply){ 401, NO_SESSION, .delay_ms = 10 * i });
  test_server_reply (fixture->server, "POST /v1/sessions/refresh",
                     (TestReply){ 200, SESSION ("2"), .delay_ms = 30 });
  test_server_reply_always (fixture->server, "GET /v1/orders/o1",
                            (TestReply){ 200, ORDER ("o1", "draft", "") });
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    sme_shop_call_async (fixture->shop, SME_OP_GET_ORDER, "o1", NULL, NULL, NULL, test_on_ready,
                         &calls[i]);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeOrder) order =
        sme_shop_call_finish (fixture->shop, test_await (&calls[i]), &error);

      g_assert_no_error (error);
      g_assert_nonnull (order);
      test_call_clear (&calls[i]);
    }
  g_assert_cmpuint (test_server_count (fixture->server, "POST /v1/sessions/refresh"), ==, 1);
}

static void
test_waiter_can_give_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 401, NO_SESSION);
  test_server_reply (fixture->server, "POST /v1/sessions/refresh",
                     (TestReply){ 200, SESSION ("2"), .delay_ms = 200 });
  sme_shop_call_async (fixture->shop, SME_OP_GET_ORDER, "o1", NULL, NULL, cancellable,
                       test_on_ready, &call);
  test_wait_for_requests (fixture->server, "POST /v1/sessions/refresh", 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (sme_shop_call_finish (fixture->shop, test_await (&call), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (sme_shop_get_signed_in (fixture->shop));
  test_wait_for_requests (fixture->server, "GET /v1/events", 2);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==, 1);
}

static void
test_session_ends (Fixture *fixture, gconstpointer data)
{
  guint ended = 0;
  g_autoptr (GError) error = NULL;

  g_signal_connect_swapped (fixture->shop, "session-ended", G_CALLBACK (count_up), &ended);
  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 401, NO_SESSION);
  reply (fixture, "POST /v1/sessions/refresh", 401, NO_SESSION);
  g_assert_null (get (fixture, SME_OP_GET_ORDER, "o1", &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION);
  g_assert_cmpuint (ended, ==, 1);
  g_assert_false (sme_shop_get_signed_in (fixture->shop));
  g_assert_null (sme_shop_get_account (fixture->shop));
}

/* A server that is away does not sign anybody out. */
static void
test_failed_renewal_keeps_the_session (Fixture *fixture, gconstpointer data)
{
  guint ended = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeOrder) order = NULL;

  g_signal_connect_swapped (fixture->shop, "session-ended", G_CALLBACK (count_up), &ended);
  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 401, NO_SESSION);
  test_server_reply (fixture->server, "POST /v1/sessions/refresh",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  g_assert_null (get (fixture, SME_OP_GET_ORDER, "o1", &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
  g_assert_true (sme_shop_get_signed_in (fixture->shop));
  g_assert_cmpuint (ended, ==, 0);
  reply (fixture, "GET /v1/orders/o1", 401, NO_SESSION);
  reply (fixture, "POST /v1/sessions/refresh", 200, SESSION ("2"));
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  g_assert_nonnull (order);
}

static void
test_renews_before_expiry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeOrder) order = NULL;

  reply (fixture, "POST /v1/sessions", 201,
         "{\"access_token\":\"access-1\",\"expires_in\":0,\"refresh_token\":\"refresh-1\","
         "\"account\":" ACCOUNT ("a1") "}");
  g_assert_true (sign_in (fixture, NULL));
  reply (fixture, "POST /v1/sessions/refresh", 200, SESSION ("2"));
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  g_assert_nonnull (order);
  g_assert_cmpstr (bearer (fixture, "GET /v1/orders/o1", 0), ==, "Bearer access-2");
}

static void
test_signs_out (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_auto (TestCall) restoring = { 0 };
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  reply (fixture, "DELETE /v1/sessions/current", 204, NULL);
  sme_shop_sign_out_async (fixture->shop, NULL, test_on_ready, &call);
  g_assert_false (sme_shop_get_signed_in (fixture->shop));
  g_assert_true (sme_shop_sign_out_finish (fixture->shop, test_await (&call), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bearer (fixture, "DELETE /v1/sessions/current", 0), ==, "Bearer access-1");
  sme_shop_restore_async (fixture->shop, NULL, NULL, test_on_ready, &restoring);
  g_assert_false (sme_shop_restore_finish (fixture->shop, test_await (&restoring), &error));
  g_assert_no_error (error);
}

static void
test_signs_out_while_the_server_is_away (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  test_server_reply (fixture->server, "DELETE /v1/sessions/current",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  sme_shop_sign_out_async (fixture->shop, NULL, test_on_ready, &call);
  g_assert_false (sme_shop_sign_out_finish (fixture->shop, test_await (&call), &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
  g_assert_false (sme_shop_get_signed_in (fixture->shop));
}

/* What was asked by one person is not answered to the next. */
static void
test_answer_after_signing_out_is_dropped (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_auto (TestCall) out = { 0 };
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  test_server_reply (fixture->server, "GET /v1/orders/o1",
                     (TestReply){ 200, ORDER ("o1", "draft", ""), .delay_ms = 100 });
  reply (fixture, "DELETE /v1/sessions/current", 204, NULL);
  sme_shop_call_async (fixture->shop, SME_OP_GET_ORDER, "o1", NULL, NULL, NULL, test_on_ready,
                       &call);
  test_wait_for_requests (fixture->server, "GET /v1/orders/o1", 1);
  sme_shop_sign_out_async (fixture->shop, NULL, test_on_ready, &out);
  g_assert_null (sme_shop_call_finish (fixture->shop, test_await (&call), &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_NO_SESSION);
  test_await (&out);
}

/* A page of the catalog that was loading meanwhile comes all the same, as for nobody. */
static void
test_public_answer_after_signing_out_is_asked_again (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_auto (TestCall) out = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) services = NULL;

  be_signed_in (fixture);
  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 200, "{\"items\":[],\"total\":0}", .delay_ms = 100 });
  reply (fixture, "GET /v1/services", 200, "{\"items\":[],\"total\":0}");
  reply (fixture, "DELETE /v1/sessions/current", 204, NULL);
  sme_shop_call_async (fixture->shop, SME_OP_LIST_SERVICES, NULL, NULL, NULL, NULL, test_on_ready,
                       &call);
  test_wait_for_requests (fixture->server, "GET /v1/services", 1);
  sme_shop_sign_out_async (fixture->shop, NULL, test_on_ready, &out);
  services = sme_shop_list_finish (fixture->shop, test_await (&call), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (services);
  test_await (&out);
}

static void
test_restores (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeShop) next_run = new_shop (fixture);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  reply (fixture, "POST /v1/sessions/refresh", 200, SESSION ("2"));
  sme_shop_restore_async (next_run, NULL, NULL, test_on_ready, &call);
  g_assert_true (sme_shop_restore_finish (next_run, test_await (&call), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (test_server_get (fixture->server, "POST /v1/sessions/refresh", 0)->body, ==,
                   "{\"refresh_token\":\"refresh-1\"}");
  g_assert_nonnull (sme_shop_get_account (next_run));
}

/* A local backend has another port at each start. */
static void
test_restores_at_another_address (Fixture *fixture, gconstpointer data)
{
  const char *port = strrchr (test_server_get_url (fixture->server), ':');
  g_autofree char *other = g_strconcat ("http://localhost", port, NULL);
  g_autoptr (SmeShop) next_run = sme_shop_new (other, fixture->keyring, NULL);
  g_auto (TestCall) call = { 0 };

  sme_shop_set_server_name (fixture->shop, "local");
  be_signed_in (fixture);
  sme_shop_set_server_name (next_run, "local");
  reply (fixture, "POST /v1/sessions/refresh", 200, SESSION ("2"));
  sme_shop_restore_async (next_run, NULL, NULL, test_on_ready, &call);
  g_assert_true (sme_shop_restore_finish (next_run, test_await (&call), NULL));
}

static void
test_restores_without_the_server (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeShop) next_run = new_shop (fixture);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  test_server_reply_always (fixture->server, "POST /v1/sessions/refresh",
                            (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  sme_shop_restore_async (next_run, NULL, NULL, test_on_ready, &call);
  g_assert_true (sme_shop_restore_finish (next_run, test_await (&call), &error));
  g_assert_no_error (error);
  g_assert_true (sme_shop_get_signed_in (next_run));
  g_assert_false (sme_shop_get_online (next_run));
  g_assert_null (sme_shop_get_account (next_run));
}

static gboolean
has_account (gpointer shop)
{
  return sme_shop_get_account (shop) != NULL && sme_shop_get_online (shop);
}

/* Nobody has to restart anything: the account comes when the server does. */
static void
test_account_comes_with_the_server (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeShop) next_run = new_shop (fixture);
  g_auto (TestCall) call = { 0 };

  be_signed_in (fixture);
  test_server_reply_always (fixture->server, "POST /v1/sessions/refresh",
                            (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  sme_shop_restore_async (next_run, NULL, NULL, test_on_ready, &call);
  g_assert_true (sme_shop_restore_finish (next_run, test_await (&call), NULL));
  test_server_reply_always (fixture->server, "POST /v1/sessions/refresh",
                            (TestReply){ 200, SESSION ("2") });
  test_wait_until (has_account, next_run);
}

static void
test_nothing_to_restore (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_shop_restore_async (fixture->shop, NULL, NULL, test_on_ready, &call);
  g_assert_false (sme_shop_restore_finish (fixture->shop, test_await (&call), &error));
  g_assert_no_error (error);
}

static void
test_online_follows_the_calls (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeTerms) terms = NULL;
  guint notified = 0;

  g_signal_connect_swapped (fixture->shop, "notify::online", G_CALLBACK (count_up), &notified);
  test_server_reply (fixture->server, "GET /v1/terms/1",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  test_server_reply (fixture->server, "GET /v1/terms/1",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  g_assert_null (get (fixture, SME_OP_GET_TERMS, "1", NULL));
  g_assert_false (sme_shop_get_online (fixture->shop));
  reply (fixture, "GET /v1/terms/1", 404, "{\"code\":\"not-found\"}");
  g_assert_null (get (fixture, SME_OP_GET_TERMS, "1", NULL));
  g_assert_true (sme_shop_get_online (fixture->shop));
  g_assert_cmpuint (notified, ==, 2);
}

static gboolean
is_online (gpointer shop)
{
  return sme_shop_get_online (shop);
}

/* Nobody is signed in, nothing is asked: "offline" ends all the same when it is over. */
static void
test_offline_ends_by_itself (Fixture *fixture, gconstpointer data)
{
  TestReply cut = { .kind = TEST_REPLY_CUT_BEFORE };

  fixture->shop->first_probe_ms = 20;
  test_server_reply (fixture->server, "GET /v1/terms/1", cut);
  test_server_reply (fixture->server, "GET /v1/terms/1", cut);
  test_server_reply (fixture->server, "GET /healthz", cut);
  test_server_reply (fixture->server, "GET /healthz", cut);
  test_server_reply (fixture->server, "GET /healthz", (TestReply){ 200, "ok", "text/plain" });
  g_assert_null (get (fixture, SME_OP_GET_TERMS, "1", NULL));
  g_assert_false (sme_shop_get_online (fixture->shop));
  test_wait_until (is_online, fixture->shop);
  test_let_pass (100);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /healthz"), ==, 3);
}

static void
test_no_content (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  be_signed_in (fixture);
  reply (fixture, "PUT /v1/services/231/like", 204, NULL);
  g_assert_null (get (fixture, SME_OP_LIKE_SERVICE, "231", &error));
  g_assert_no_error (error);
}

static void
test_one_object_per_id (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL, again = NULL, other = NULL, listed = NULL;
  g_autoptr (GListModel) orders = NULL;
  guint notified = 0;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  reply (fixture, "GET /v1/orders/o2", 200, ORDER ("o2", "draft", ""));
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "declared", ""));
  reply (fixture, "GET /v1/orders", 200, LIST (ORDER ("o1", "paid", "")));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  other = get (fixture, SME_OP_GET_ORDER, "o2", NULL);
  g_signal_connect_swapped (order, "notify::state", G_CALLBACK (count_up), &notified);
  again = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  g_assert_true (again == order);
  g_assert_true (other != order);
  g_assert_cmpstr (sme_record_get_nick (order, "state"), ==, "declared");
  orders = list (fixture, SME_OP_LIST_ORDERS);
  listed = g_list_model_get_item (orders, 0);
  g_assert_true (listed == order);
  g_assert_cmpstr (sme_record_get_nick (order, "state"), ==, "paid");
  g_assert_cmpuint (notified, ==, 2);
}

static void
test_live_objects_are_weak (Fixture *fixture, gconstpointer data)
{
  gpointer order;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  g_assert_true (sme_shop_peek_live (fixture->shop, SME_TYPE_ORDER, "o1") == order);
  test_assert_finalizes (order);
  g_assert_null (sme_shop_peek_live (fixture->shop, SME_TYPE_ORDER, "o1"));
}

/* A list may leave the parts of its items out. */
static void
test_list_keeps_the_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL;
  g_autoptr (GListModel) orders = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 200,
         ORDER ("o1", "awaiting_payment", ",\"payments\":[" PAYMENT ("p1", "pending") "]"));
  reply (fixture, "GET /v1/orders", 200, LIST (ORDER ("o1", "cancelled", "")));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  orders = list (fixture, SME_OP_LIST_ORDERS);
  g_assert_cmpstr (sme_record_get_nick (order, "state"), ==, "cancelled");
  g_assert_nonnull (sme_record_get_list (order, "payments"));
}

static void
test_order_brings_its_payments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) payment = NULL, order = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/payments/p1", 200, PAYMENT ("p1", "pending"));
  reply (fixture, "GET /v1/orders/o1", 200,
         ORDER ("o1", "paid", ",\"payments\":[" PAYMENT ("p1", "succeeded") "]"));
  payment = get (fixture, SME_OP_GET_PAYMENT, "p1", NULL);
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  g_assert_cmpstr (sme_record_get_nick (payment, "state"), ==, "succeeded");
}

static void
test_older_answer_is_not_let_in (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL, again = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "paid", AT ("09")));
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "declared", AT ("08")));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  again = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  g_assert_true (again == order);
  g_assert_cmpstr (sme_record_get_nick (order, "state"), ==, "paid");
}

/* Asked first, answered last. */
static void
test_overtaken_answer_is_not_let_in (Fixture *fixture, gconstpointer data)
{
  g_auto (TestCall) slow = { 0 };
  g_autoptr (SmeRecord) payment = NULL, late = NULL;

  be_signed_in (fixture);
  test_server_reply (fixture->server, "GET /v1/payments/p1",
                     (TestReply){ 200, PAYMENT ("p1", "pending"), .delay_ms = 100 });
  reply (fixture, "GET /v1/payments/p1", 200, PAYMENT ("p1", "succeeded"));
  sme_shop_call_async (fixture->shop, SME_OP_GET_PAYMENT, "p1", NULL, NULL, NULL, test_on_ready,
                       &slow);
  test_wait_for_requests (fixture->server, "GET /v1/payments/p1", 1);
  payment = get (fixture, SME_OP_GET_PAYMENT, "p1", NULL);
  late = sme_shop_call_finish (fixture->shop, test_await (&slow), NULL);
  g_assert_true (late == payment);
  g_assert_cmpstr (sme_record_get_nick (payment, "state"), ==, "succeeded");
}

static gboolean
is_paid (gpointer order)
{
  return g_str_equal (sme_record_get_nick (order, "state"), "paid");
}

static void
test_change_is_fetched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL;
  guint changed = 0;

  be_signed_in (fixture);
  g_signal_connect_swapped (fixture->shop, "changed", G_CALLBACK (count_up), &changed);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "awaiting_payment", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "paid", ""));
  test_server_push (fixture->server, "data: {\"kind\":\"order\",\"id\":\"o1\"}\n\n");
  test_server_push (fixture->server, "data: {\"kind\":\"order\",\"id\":\"o2\"}\n\n");
  test_wait_until (is_paid, order);
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o2"), ==, 0);
}

static gboolean
is_succeeded (gpointer payment)
{
  return g_str_equal (sme_record_get_nick (payment, "state"), "succeeded");
}

/* Whoever watches the payment alone hears that its order changed. */
static void
test_payment_follows_its_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) payment = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/payments/p1", 200,
         "{\"id\":\"p1\",\"order_id\":\"o1\",\"state\":\"pending\",\"method\":\"vietqr\","
         "\"amount\":1}");
  reply (fixture, "GET /v1/payments/p1", 200, PAYMENT ("p1", "succeeded"));
  payment = get (fixture, SME_OP_GET_PAYMENT, "p1", NULL);
  test_server_push (fixture->server, "data: {\"kind\":\"order\",\"id\":\"o1\"}\n\n");
  test_wait_until (is_succeeded, payment);
}

/* Changed again while being fetched: fetched once more, not twice at a time. */
static void
test_change_while_fetching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL;

  be_signed_in (fixture);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  test_server_reply (fixture->server, "GET /v1/orders/o1",
                     (TestReply){ 200, ORDER ("o1", "declared", ""), .delay_ms = 60 });
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "paid", ""));
  for (guint i = 0; i < 4; i++)
    test_server_push (fixture->server, "data: {\"kind\":\"order\",\"id\":\"o1\"}\n\n");
  test_wait_until (is_paid, order);
  test_let_pass (50);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==, 3);
}

static void
test_resync_fetches_what_is_alive (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) order = NULL;
  gpointer dropped;
  guint resynced = 0;

  be_signed_in (fixture);
  g_signal_connect_swapped (fixture->shop, "resync", G_CALLBACK (count_up), &resynced);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "draft", ""));
  reply (fixture, "GET /v1/orders/o2", 200, ORDER ("o2", "draft", ""));
  order = get (fixture, SME_OP_GET_ORDER, "o1", NULL);
  dropped = get (fixture, SME_OP_GET_ORDER, "o2", NULL);
  test_assert_finalizes (dropped);
  reply (fixture, "GET /v1/orders/o1", 200, ORDER ("o1", "paid", ""));
  test_server_cut_stream (fixture->server);
  test_wait_until (is_paid, order);
  g_assert_cmpuint (resynced, ==, 1);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o2"), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  /* The keyring has tests of its own: here it is in memory. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("/shop/signs-in", test_signs_in);
  ADD ("/shop/wrong-password-signs-nobody-in", test_wrong_password);
  ADD ("/shop/nobody-signed-in-asks-nobody", test_nobody_signed_in);
  ADD ("/shop/expired-token-is-renewed", test_expired_token_is_renewed);
  ADD ("/shop/renews-once-only", test_renews_once_only);
  ADD ("/shop/one-renewal-for-all", test_one_renewal_for_all);
  ADD ("/shop/waiter-can-give-up", test_waiter_can_give_up);
  ADD ("/shop/session-ends", test_session_ends);
  ADD ("/shop/failed-renewal-keeps-the-session", test_failed_renewal_keeps_the_session);
  ADD ("/shop/renews-before-expiry", test_renews_before_expiry);
  ADD ("/shop/signs-out", test_signs_out);
  ADD ("/shop/signs-out-while-the-server-is-away", test_signs_out_while_the_server_is_away);
  ADD ("/shop/answer-after-signing-out-is-dropped", test_answer_after_signing_out_is_dropped);
  ADD ("/shop/public-answer-after-signing-out-is-asked-again",
       test_public_answer_after_signing_out_is_asked_again);
  ADD ("/shop/restores", test_restores);
  ADD ("/shop/restores-at-another-address", test_restores_at_another_address);
  ADD ("/shop/restores-without-the-server", test_restores_without_the_server);
  ADD ("/shop/account-comes-with-the-server", test_account_comes_with_the_server);
  ADD ("/shop/nothing-to-restore", test_nothing_to_restore);
  ADD ("/shop/online-follows-the-calls", test_online_follows_the_calls);
  ADD ("/shop/offline-ends-by-itself", test_offline_ends_by_itself);
  ADD ("/shop/no-content-is-no-error", test_no_content);
  ADD ("/shop/one-object-per-id", test_one_object_per_id);
  ADD ("/shop/live-objects-are-weak", test_live_objects_are_weak);
  ADD ("/shop/list-keeps-the-parts", test_list_keeps_the_parts);
  ADD ("/shop/order-brings-its-payments", test_order_brings_its_payments);
  ADD ("/shop/older-answer-is-not-let-in", test_older_answer_is_not_let_in);
  ADD ("/shop/overtaken-answer-is-not-let-in", test_overtaken_answer_is_not_let_in);
  ADD ("/shop/change-is-fetched", test_change_is_fetched);
  ADD ("/shop/payment-follows-its-order", test_payment_follows_its_order);
  ADD ("/shop/change-while-fetching", test_change_while_fetching);
  ADD ("/shop/resync-fetches-what-is-alive", test_resync_fetches_what_is_alive);
  return g_test_run ();
}
