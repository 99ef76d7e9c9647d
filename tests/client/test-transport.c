/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-transport.h"
#include "core/sme-problem.h"
#include "core/sme-records.h"
#include "test-server.h"

#include <string.h>

#define ORDER(id, state) \
  "{\"id\":\"" id "\",\"number\":\"12726\",\"state\":\"" state \
  "\",\"created_at\":\"2026-11-22T00:00:00Z\"}"
#define SECOND_ORDER ORDER ("o2", "draft")
#define ONE_ORDER ORDER ("o1", "draft")

typedef struct
{
  TestServer *server;
  SmeTransport *transport;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_server_new ();
  fixture->transport = sme_transport_new (test_server_get_url (fixture->server), NULL);
  g_assert_nonnull (fixture->transport);
  sme_transport_set_retries (fixture->transport, 4, 10, 5000);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_assert_finalizes (fixture->transport);
  test_server_free (fixture->server);
}

static void
send (Fixture *fixture,
      SmeOperationId op,
      const char *path_id,
      SmeRecord *body,
      GCancellable *cancellable,
      TestCall *call)
{
  sme_caller_send_async (SME_CALLER (fixture->transport), op, path_id, NULL, body, cancellable,
                         test_on_ready, call);
}

static SmeAnswer *
finish (Fixture *fixture, TestCall *call, GError **error)
{
  return sme_caller_send_finish (SME_CALLER (fixture->transport), test_await (call), error);
}

static SmeAnswer *
send_and_wait (Fixture *fixture,
               SmeOperationId op,
               const char *path_id,
               SmeRecord *body,
               GError **error)
{
  g_auto (TestCall) call = { 0 };

  send (fixture, op, path_id, body, NULL, &call);
  return finish (fixture, &call, error);
}

static SmeRecord *
order_request (void)
{
  SmeRecord *request = SME_RECORD (sme_order_request_new ());

  sme_record_set_text (request, "plan_id", "smartca-ps");
  sme_record_set_int (request, "cycle_months", 12);
  return request;
}

static void
test_base_urls (void)
{
  const char *good[] = { "https://onesme.vn", "https://onesme.vn:8443/", "http://127.0.0.1:8080",
                         "http://[::1]:8080", "http://localhost:1" };
  const char *bad[] = { "http://onesme.vn",
                        "http://192.168.1.2",
                        "ftp://127.0.0.1",
                        "onesme.vn",
                        "https://onesme.vn/path",
                        "https://user@onesme.vn",
                        "https://onesme.vn?x",
                        "http://127.0.0.1.example.com",
                        "https:///",
                        "" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (SmeTransport) transport = sme_transport_new (good[i], NULL);
      g_assert_nonnull (transport);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SmeTransport) transport = sme_transport_new (bad[i], &error);
      g_assert_null (transport);
      g_assert_error (error, SME_PROBLEM, SME_PROBLEM_INSECURE);
    }
}

static void
test_answers_a_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  test_server_reply (fixture->server, "GET /v1/orders/o1",
                     (TestReply){ 200, ONE_ORDER, .header = "ETag", .value = "\"7\"" });
  answer = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (SME_IS_ORDER (answer->record));
  g_assert_cmpstr (sme_record_get_text (answer->record, "number"), ==, "12726");
  g_assert_cmpstr (answer->etag, ==, "\"7\"");
}

static void
test_answers_a_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  test_server_reply (
    fixture->server, "GET /v1/orders",
    (TestReply){ 200, "{\"items\":[" ONE_ORDER "," SECOND_ORDER "],\"total\":7,\"next\":\"c2\"}" });
  answer = send_and_wait (fixture, SME_OP_LIST_ORDERS, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (answer->items)), ==, 2);
  g_assert_cmpint (answer->total, ==, 7);
  g_assert_cmpstr (answer->next, ==, "c2");
}

static void
test_query_is_escaped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeServiceQuery) query = sme_service_query_new ();
  g_auto (TestCall) call = { 0 };
  g_autoptr (SmeAnswer) answer = NULL;

  sme_record_set_text (SME_RECORD (query), "query", "ký số & từ xa=1");
  sme_record_set_int (SME_RECORD (query), "limit", 20);
  test_server_reply (fixture->server, "GET /v1/services",
                     (TestReply){ 200, "{\"items\":[],\"total\":0}" });
  sme_caller_send_async (SME_CALLER (fixture->transport), SME_OP_LIST_SERVICES, NULL,
                         SME_RECORD (query), NULL, NULL, test_on_ready, &call);
  answer = finish (fixture, &call, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpstr (test_server_get (fixture->server, "GET /v1/services", 0)->query, ==,
                   "query=k%C3%BD%20s%E1%BB%91%20%26%20t%E1%BB%AB%20xa%3D1&limit=20");
}

static void
test_wrong_answers_are_refused (Fixture *fixture, gconstpointer data)
{
  static const TestReply wrong[] = {
    { 200, "" },
    { 200, "<html>portal of the hotel</html>", "text/html" },
    { 200, ONE_ORDER, "text/plain" },
    { 200, "{\"id\":\"o1\"" },
    { 200, ONE_ORDER "x" },
    { 200, "[]" },
    { 200, "{\"id\":\"o1\",\"number\":12726,\"state\":\"draft\",\"created_at\":0}" },
    { 200, ORDER ("o1", "brand-new") },
    { 201, ONE_ORDER },
    { 204, NULL },
    { 302, NULL, .header = "Location", .value = "/v1/me" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      test_server_reply (fixture->server, "GET /v1/orders/o1", wrong[i]);
      g_assert_null (send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, &error));
      g_assert_error (error, SME_PROBLEM, SME_PROBLEM_BAD_ANSWER);
      g_assert_null (strstr (error->message, "12726"));
    }
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==,
                    G_N_ELEMENTS (wrong));
}

static void
test_too_large_an_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_server_reply (fixture->server, "GET /v1/orders/o1",
                     (TestReply){ 200, ONE_ORDER, .padding = (16 << 20) + 1 });
  g_assert_null (send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_BAD_ANSWER);
}

static void
test_problems (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    TestReply reply;
    SmeProblemCode code;
    int attempts_left, retry_after;
  } cases[] = {
    { { 422, "{\"code\":\"otp-wrong\",\"attempts_left\":2}" }, SME_PROBLEM_OTP_WRONG, 2, -1 },
    { { 423, "{\"code\":\"signing-locked\"}" }, SME_PROBLEM_SIGNING_LOCKED, -1, -1 },
    { { 429, "{\"code\":\"otp-too-soon\",\"retry_after\":2}" }, SME_PROBLEM_OTP_TOO_SOON, -1, 2 },
    { { 429, "{\"code\":\"otp-too-soon\"}", .header = "Retry-After", .value = "29" },
      SME_PROBLEM_OTP_TOO_SOON,
      -1,
      29 },
    { { 409, "{\"code\":\"never-heard-of\"}" }, SME_PROBLEM_WRONG_STATE, -1, -1 },
    { { 418, "{\"code\":\"never-heard-of\"}" }, SME_PROBLEM_BAD_ANSWER, -1, -1 },
    { { 404, "<html>no</html>", "text/html" }, SME_PROBLEM_NOT_FOUND, -1, -1 },
    { { 403, "{\"code\":" }, SME_PROBLEM_FORBIDDEN, -1, -1 },
    { { 412, NULL }, SME_PROBLEM_PRECONDITION_FAILED, -1, -1 },
    { { 500, NULL }, SME_PROBLEM_INTERNAL, -1, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      test_server_reply (fixture->server, "GET /v1/me", cases[i].reply);
      g_assert_null (send_and_wait (fixture, SME_OP_GET_ME, NULL, NULL, &error));
      g_assert_error (error, SME_PROBLEM, (int) cases[i].code);
      g_assert_cmpint (sme_problem_get_attempts_left (error), ==, cases[i].attempts_left);
      g_assert_cmpint (sme_problem_get_retry_after (error), ==, cases[i].retry_after);
    }
}

static void
test_field_errors_come_through (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) body = order_request ();
  g_autoptr (GError) error = NULL;
  GPtrArray *fields;

  test_server_reply (
    fixture->server, "POST /v1/orders",
    (TestReply){
      422, "{\"code\":\"invalid\",\"errors\":[{\"pointer\":\"/coupon\",\"code\":\"expired\"}]}" });
  g_assert_null (send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, body, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_INVALID);
  fields = sme_problem_get_fields (error);
  g_assert_cmpuint (fields->len, ==, 1);
  g_assert_cmpstr (sme_record_get_text (g_ptr_array_index (fields, 0), "pointer"), ==, "/coupon");
}

static void
test_get_is_tried_again (Fixture *fixture, gconstpointer data)
{
  static const TestReply passing[] = {
    { 503, "{\"code\":\"unavailable\"}" },
    { .kind = TEST_REPLY_CUT_BEFORE },
    { 200, ONE_ORDER, .kind = TEST_REPLY_CUT_WITHIN },
    { 200, ONE_ORDER },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeAnswer) answer = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    test_server_reply (fixture->server, "GET /v1/orders/o1", passing[i]);
  answer = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==, 4);
}

/* What came before the connection broke is not fetched again, unless the file is another one now.
 */
static void
test_document_goes_on (Fixture *fixture, gconstpointer data)
{
  static const char what[] = "GET /econtract/v1/documents/d1/content";
  g_auto (TestCall) call = { NULL };
  g_autoptr (SmeAnswer) answer = NULL;
  TestRequest *second;

  test_server_reply (fixture->server, what,
                     (TestReply){ 200, "first half, ", "application/pdf", "ETag", "\"v1\"",
                                  .kind = TEST_REPLY_CUT_WITHIN, .ranges = "bytes" });
  test_server_reply (fixture->server, what,
                     (TestReply){ 206, "second half", "application/pdf", "ETag", "\"v1\"",
                                  .ranges = "bytes", .content_range = "bytes 12-22/23" });
  sme_caller_send_async (SME_CALLER (fixture->transport), SME_OP_GET_DOCUMENT_CONTENT, "d1", NULL,
                         NULL, NULL, test_on_ready, &call);
  answer = finish (fixture, &call, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpmem (g_bytes_get_data (answer->bytes, NULL), g_bytes_get_size (answer->bytes),
                   "first half, second half", 23);
  second = test_server_get (fixture->server, what, 1);
  g_assert_cmpstr (test_request_get_header (second, "Range"), ==, "bytes=12-");
  g_assert_cmpstr (test_request_get_header (second, "If-Range"), ==, "\"v1\"");
}

static void
test_another_document_begins_anew (Fixture *fixture, gconstpointer data)
{
  static const char what[] = "GET /econtract/v1/documents/d1/content";
  g_auto (TestCall) call = { NULL };
  g_autoptr (SmeAnswer) answer = NULL;

  test_server_reply (fixture->server, what,
                     (TestReply){ 200, "first half, ", "application/pdf", "ETag", "\"v1\"",
                                  .kind = TEST_REPLY_CUT_WITHIN, .ranges = "bytes" });
  test_server_reply (
    fixture->server, what,
    (TestReply){ 200, "another file", "application/pdf", "ETag", "\"v2\"", .ranges = "bytes" });
  sme_caller_send_async (SME_CALLER (fixture->transport), SME_OP_GET_DOCUMENT_CONTENT, "d1", NULL,
                         NULL, NULL, test_on_ready, &call);
  answer = finish (fixture, &call, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpmem (g_bytes_get_data (answer->bytes, NULL), g_bytes_get_size (answer->bytes),
                   "another file", 12);
}

static void
test_gives_up_in_the_end (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_server_reply_always (fixture->server, "GET /v1/orders/o1", (TestReply){ 503, NULL });
  g_assert_null (send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNAVAILABLE);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/orders/o1"), ==, 4);
}

static void
test_long_retry_after_is_not_waited_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_server_reply (
    fixture->server, "GET /v1/orders/o1",
    (TestReply){ 429, "{\"code\":\"too-many-requests\"}", .header = "Retry-After", .value = "60" });
  g_assert_null (send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_TOO_MANY_REQUESTS);
  g_assert_cmpint (sme_problem_get_retry_after (error), ==, 60);
}

static void
test_retry_keeps_the_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) body = order_request ();
  g_autoptr (SmeAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *key;

  test_server_reply (fixture->server, "POST /v1/orders", (TestReply){ 503, NULL });
  test_server_reply (fixture->server, "POST /v1/orders",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  test_server_reply (fixture->server, "POST /v1/orders", (TestReply){ 201, ONE_ORDER });
  answer = send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, body, &error);
  g_assert_no_error (error);
  key = test_request_get_header (test_server_get (fixture->server, "POST /v1/orders", 0),
                                 "Idempotency-Key");
  g_assert_cmpuint (strlen (key), >=, 22);
  for (guint i = 1; i < 3; i++)
    g_assert_cmpstr (test_request_get_header (
                       test_server_get (fixture->server, "POST /v1/orders", i), "Idempotency-Key"),
                     ==, key);
}

static char *
key_of (Fixture *fixture, guint i)
{
  return g_strdup (test_request_get_header (test_server_get (fixture->server, "POST /v1/orders", i),
                                            "Idempotency-Key"));
}

/* The person's own second try, after the program gave up. */
static void
test_unknown_outcome_keeps_the_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) body = order_request ();
  g_autoptr (SmeRecord) other = order_request ();
  g_autoptr (SmeAnswer) a = NULL, b = NULL, c = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *different = NULL;

  sme_record_set_int (other, "cycle_months", 24);
  sme_transport_set_retries (fixture->transport, 1, 10, 5000);
  test_server_reply (fixture->server, "POST /v1/orders",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  g_assert_null (send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, body, NULL));
  test_server_reply_always (fixture->server, "POST /v1/orders", (TestReply){ 201, ONE_ORDER });
  a = send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, other, NULL);
  b = send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, body, NULL);
  c = send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, body, NULL);
  first = key_of (fixture, 0);
  different = key_of (fixture, 1);
  second = key_of (fixture, 2);
  third = key_of (fixture, 3);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, different);
  g_assert_cmpstr (first, !=, third);
}

static void
test_double_click_is_one_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) body = order_request ();
  g_auto (TestCall) a = { 0 };
  g_auto (TestCall) b = { 0 };
  g_autoptr (SmeAnswer) x = NULL, y = NULL;
  g_autofree char *first = NULL, *second = NULL;

  test_server_reply_always (fixture->server, "POST /v1/orders",
                            (TestReply){ 201, ONE_ORDER, .delay_ms = 30 });
  send (fixture, SME_OP_CREATE_ORDER, NULL, body, NULL, &a);
  send (fixture, SME_OP_CREATE_ORDER, NULL, body, NULL, &b);
  x = finish (fixture, &a, NULL);
  y = finish (fixture, &b, NULL);
  first = key_of (fixture, 0);
  second = key_of (fixture, 1);
  g_assert_cmpstr (first, ==, second);
}

static void
test_write_without_key_is_sent_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) credentials = SME_RECORD (sme_credentials_new ());
  g_autoptr (GError) error = NULL;

  sme_record_set_text (credentials, "email", "an@example.vn");
  sme_record_set_text (credentials, "password", "mat-khau-cua-an");
  test_server_reply (fixture->server, "POST /v1/sessions",
                     (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  g_assert_null (send_and_wait (fixture, SME_OP_SIGN_IN, NULL, credentials, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
  g_assert_cmpuint (test_server_count (fixture->server, "POST /v1/sessions"), ==, 1);
}

/* libsoup would send a PUT twice by itself when a connection used before breaks. */
static void
test_put_on_a_used_connection_is_sent_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeAnswer) answer = NULL;
  g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
  g_autoptr (GError) error = NULL;

  test_server_reply (fixture->server, "GET /v1/orders/o1", (TestReply){ 200, ONE_ORDER });
  test_server_reply_always (fixture->server, "PUT /v1/orders/o1/draft",
                            (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  answer = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, NULL);
  g_assert_null (send_and_wait (fixture, SME_OP_PUT_DRAFT, "o1", profile, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
  g_assert_cmpuint (test_server_count (fixture->server, "PUT /v1/orders/o1/draft"), ==, 1);
}

static void
test_nobody_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeTransport) transport = NULL;
  g_autoptr (GSocket) socket =
    g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autofree char *url = NULL;
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  /* Bound and not listening: refused, and nobody else can take the port meanwhile. */
  g_assert_true (g_socket_bind (socket, any, FALSE, NULL));
  bound = g_socket_get_local_address (socket, NULL);
  url = g_strdup_printf ("http://127.0.0.1:%u",
                         g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  transport = sme_transport_new (url, NULL);
  sme_transport_set_retries (transport, 2, 10, 1000);
  sme_caller_send_async (SME_CALLER (transport), SME_OP_GET_ME, NULL, NULL, NULL, NULL,
                         test_on_ready, &call);
  g_assert_null (sme_caller_send_finish (SME_CALLER (transport), test_await (&call), &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_UNREACHABLE);
}

static void
test_silence_times_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sme_transport_set_timeouts (fixture->transport, 1000, 30, 200);
  test_server_reply (fixture->server, "GET /v1/me", (TestReply){ .kind = TEST_REPLY_NEVER });
  g_assert_null (send_and_wait (fixture, SME_OP_GET_ME, NULL, NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_TIMED_OUT);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (TestCall) call = { 0 };
  g_auto (TestCall) late = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  test_server_reply (fixture->server, "GET /v1/me", (TestReply){ .kind = TEST_REPLY_NEVER });
  send (fixture, SME_OP_GET_ME, NULL, NULL, cancellable, &call);
  test_wait_for_requests (fixture->server, "GET /v1/me", 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &call, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  send (fixture, SME_OP_GET_ME, NULL, NULL, cancellable, &late);
  g_assert_null (finish (fixture, &late, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_server_count (fixture->server, "GET /v1/me"), ==, 1);
}

static void
test_cancel_while_waiting_to_retry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();

  sme_transport_set_retries (fixture->transport, 2, 20000, 60000);
  test_server_reply (fixture->server, "GET /v1/me", (TestReply){ 503, NULL });
  send (fixture, SME_OP_GET_ME, NULL, NULL, cancellable, &call);
  test_wait_for_requests (fixture->server, "GET /v1/me", 1);
  test_let_pass (50);
  g_cancellable_cancel (cancellable);
  g_assert_null (finish (fixture, &call, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 5 * G_TIME_SPAN_SECOND);
}

static const char *
if_match (Fixture *fixture, const char *what, guint i)
{
  return test_request_get_header (test_server_get (fixture->server, what, i), "If-Match");
}

static void
test_parts_share_the_etag_of_the_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
  g_autoptr (SmeRecord) billing = SME_RECORD (sme_billing_new ());
  g_autoptr (SmeAnswer) a = NULL, b = NULL, c = NULL;

  test_server_reply (fixture->server, "POST /v1/orders",
                     (TestReply){ 201, ONE_ORDER, .header = "ETag", .value = "\"1\"" });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft",
                     (TestReply){ 200, "{}", .header = "ETag", .value = "\"2\"" });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/billing", (TestReply){ 412, NULL });
  {
    g_autoptr (SmeRecord) request = order_request ();
    a = send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, request, NULL);
  }
  b = send_and_wait (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL);
  g_assert_nonnull (b);
  c = send_and_wait (fixture, SME_OP_PUT_BILLING, "o1", billing, NULL);
  g_assert_null (c);
  g_assert_cmpstr (if_match (fixture, "PUT /v1/orders/o1/draft", 0), ==, "\"1\"");
  g_assert_cmpstr (if_match (fixture, "PUT /v1/orders/o1/billing", 0), ==, "\"2\"");
}

static void
test_payment_does_not_overwrite_the_etag_of_the_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) request = SME_RECORD (sme_payment_request_new ());
  g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
  g_autoptr (SmeAnswer) a = NULL, b = NULL, c = NULL;

  sme_record_set_nick (request, "method", "vietqr");
  sme_record_set_text (request, "terms_version", "1");
  test_server_reply (fixture->server, "GET /v1/orders/o1",
                     (TestReply){ 200, ONE_ORDER, .header = "ETag", .value = "\"1\"" });
  test_server_reply (fixture->server, "POST /v1/orders/o1/payments",
                     (TestReply){ 200,
                                  "{\"id\":\"p1\",\"state\":\"pending\",\"method\":\"vietqr\","
                                  "\"amount\":220000}",
                                  .header = "ETag", .value = "\"p\"" });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft", (TestReply){ 200, "{}" });
  a = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, NULL);
  b = send_and_wait (fixture, SME_OP_CREATE_PAYMENT, "o1", request, NULL);
  g_assert_nonnull (b);
  c = send_and_wait (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL);
  g_assert_cmpstr (if_match (fixture, "PUT /v1/orders/o1/draft", 0), ==, "\"1\"");
}

/* Saving while saving: the second write must know the first one's ETag. */
static void
test_writes_to_one_order_go_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
  g_auto (TestCall) a = { 0 };
  g_auto (TestCall) b = { 0 };
  g_autoptr (SmeAnswer) x = NULL, y = NULL;

  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft",
                     (TestReply){ 200, "{}", .header = "ETag", .value = "\"5\"", .delay_ms = 50 });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft",
                     (TestReply){ 200, "{}", .header = "ETag", .value = "\"6\"" });
  send (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL, &a);
  send (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL, &b);
  x = finish (fixture, &a, NULL);
  y = finish (fixture, &b, NULL);
  g_assert_nonnull (x);
  g_assert_nonnull (y);
  g_assert_null (if_match (fixture, "PUT /v1/orders/o1/draft", 0));
  g_assert_cmpstr (if_match (fixture, "PUT /v1/orders/o1/draft", 1), ==, "\"5\"");
}

/* A read that was overtaken by a write does not bring the old ETag back. */
static void
test_overtaken_read_keeps_the_etag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
  g_auto (TestCall) slow = { 0 };
  g_autoptr (SmeAnswer) a = NULL, b = NULL, c = NULL;

  test_server_reply (
    fixture->server, "GET /v1/orders/o1",
    (TestReply){ 200, ONE_ORDER, .header = "ETag", .value = "\"1\"", .delay_ms = 80 });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft",
                     (TestReply){ 200, "{}", .header = "ETag", .value = "\"2\"" });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft", (TestReply){ 200, "{}" });
  send (fixture, SME_OP_GET_ORDER, "o1", NULL, NULL, &slow);
  test_wait_for_requests (fixture->server, "GET /v1/orders/o1", 1);
  a = send_and_wait (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL);
  b = finish (fixture, &slow, NULL);
  g_assert_nonnull (b);
  c = send_and_wait (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL);
  g_assert_cmpstr (if_match (fixture, "PUT /v1/orders/o1/draft", 1), ==, "\"2\"");
}

static void
test_forgets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) profile = SME_RECORD (sme_profile_new ());
  g_autoptr (SmeAnswer) a = NULL, b = NULL;

  test_server_reply (fixture->server, "GET /v1/orders/o1",
                     (TestReply){ 200, ONE_ORDER, .header = "ETag", .value = "\"1\"" });
  test_server_reply (fixture->server, "PUT /v1/orders/o1/draft", (TestReply){ 428, NULL });
  a = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, NULL);
  sme_transport_forget (fixture->transport);
  b = send_and_wait (fixture, SME_OP_PUT_DRAFT, "o1", profile, NULL);
  g_assert_null (b);
  g_assert_null (if_match (fixture, "PUT /v1/orders/o1/draft", 0));
}

static char *
give_token (SmeAuth auth, gpointer user_data)
{
  guint *asked = user_data;

  (*asked)++;
  return g_strdup_printf ("token-%u", *asked);
}

static void
test_token_is_looked_up_for_each_try (Fixture *fixture, gconstpointer data)
{
  guint asked = 0;
  g_autoptr (SmeAnswer) a = NULL, b = NULL;
  TestRequest *request;

  sme_transport_set_token_func (fixture->transport, give_token, &asked);
  test_server_reply (fixture->server, "GET /v1/orders/o1", (TestReply){ 503, NULL });
  test_server_reply (fixture->server, "GET /v1/orders/o1", (TestReply){ 200, ONE_ORDER });
  test_server_reply (fixture->server, "GET /v1/news",
                     (TestReply){ 200, "{\"items\":[],\"total\":0}" });
  a = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, NULL);
  b = send_and_wait (fixture, SME_OP_LIST_NEWS, NULL, NULL, NULL);
  request = test_server_get (fixture->server, "GET /v1/orders/o1", 1);
  g_assert_cmpstr (test_request_get_header (request, "Authorization"), ==, "Bearer token-2");
  request = test_server_get (fixture->server, "GET /v1/news", 0);
  g_assert_null (test_request_get_header (request, "Authorization"));
}

static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeAnswer) answer = NULL;

  sme_transport_set_language (fixture->transport, "vi");
  test_server_reply (fixture->server, "GET /v1/orders/o1", (TestReply){ 200, ONE_ORDER });
  answer = send_and_wait (fixture, SME_OP_GET_ORDER, "o1", NULL, NULL);
  g_assert_cmpstr (test_request_get_header (
                     test_server_get (fixture->server, "GET /v1/orders/o1", 0), "Accept-Language"),
                   ==, "vi");
}

static void
test_too_large_a_body_stays_here (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SmeRecord) request = order_request ();
  g_autofree char *text = g_strnfill ((1 << 20) + 1, 'x');
  g_autoptr (GError) error = NULL;

  sme_record_set_text (request, "coupon", text);
  g_assert_null (send_and_wait (fixture, SME_OP_CREATE_ORDER, NULL, request, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_TOO_LARGE);
  g_assert_cmpuint (test_server_count (fixture->server, "POST /v1/orders"), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transport/base-url-is-https-or-loopback", test_base_urls);
  ADD ("/transport/answers-a-record", test_answers_a_record);
  ADD ("/transport/answers-a-list", test_answers_a_list);
  ADD ("/transport/query-is-escaped", test_query_is_escaped);
  ADD ("/transport/wrong-answers-are-refused", test_wrong_answers_are_refused);
  ADD ("/transport/too-large-an-answer-is-refused", test_too_large_an_answer);
  ADD ("/transport/problems-become-errors", test_problems);
  ADD ("/transport/field-errors-come-through", test_field_errors_come_through);
  ADD ("/transport/get-is-tried-again", test_get_is_tried_again);
  ADD ("/transport/document-goes-on", test_document_goes_on);
  ADD ("/transport/another-document-begins-anew", test_another_document_begins_anew);
  ADD ("/transport/gives-up-in-the-end", test_gives_up_in_the_end);
  ADD ("/transport/long-retry-after-is-not-waited-for", test_long_retry_after_is_not_waited_for);
  ADD ("/transport/retry-keeps-the-key", test_retry_keeps_the_key);
  ADD ("/transport/unknown-outcome-keeps-the-key", test_unknown_outcome_keeps_the_key);
  ADD ("/transport/double-click-is-one-order", test_double_click_is_one_order);
  ADD ("/transport/write-without-key-is-sent-once", test_write_without_key_is_sent_once);
  ADD ("/transport/put-on-a-used-connection-is-sent-once",
       test_put_on_a_used_connection_is_sent_once);
  ADD ("/transport/nobody-there-is-unreachable", test_nobody_there);
  ADD ("/transport/silence-times-out", test_silence_times_out);
  ADD ("/transport/cancelled-call-ends-at-once", test_cancel);
  ADD ("/transport/cancelled-wait-ends-at-once", test_cancel_while_waiting_to_retry);
  ADD ("/transport/parts-share-the-etag-of-the-order", test_parts_share_the_etag_of_the_order);
  ADD ("/transport/payment-keeps-the-etag-of-the-order",
       test_payment_does_not_overwrite_the_etag_of_the_order);
  ADD ("/transport/writes-to-one-order-go-one-after-the-other",
       test_writes_to_one_order_go_one_after_the_other);
  ADD ("/transport/overtaken-read-keeps-the-etag", test_overtaken_read_keeps_the_etag);
  ADD ("/transport/forgets-etags", test_forgets);
  ADD ("/transport/token-is-looked-up-for-each-try", test_token_is_looked_up_for_each_try);
  ADD ("/transport/language-is-sent", test_language);
  ADD ("/transport/too-large-a-body-stays-here", test_too_large_a_body_stays_here);
  return g_test_run ();
}
