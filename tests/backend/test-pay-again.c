/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody pays twice: before another payment is begun the gateway is asked, however lately it was
 * asked and whoever else is asking; and what the bank is checking is neither changed nor replaced.
 */
#include "gateway-fixture.h"

#include "core/sme-vnpay.h"

#include <string.h>

static void
age (Paying *paying, gint64 seconds)
{
  fixture_advance (paying->fixture, seconds);
  g_free (paying->token);
  paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
}

static void
assert_paid_already (Paying *paying)
{
  g_autoptr (Answer) again = paying_ask (paying, VIETQR_BODY);

  assert_problem (again, 409, "already-paid");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

/* Right after it was begun, when its notice may still be on its way. */
static void
test_at_once (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  gateway_serve (gateway, paying);
  assert_paid_already (paying);
  g_assert_cmpuint (gateway->questions, ==, 1);
}

/* Asked a moment ago, and paid since. */
static void
test_asked_lately (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  gateway->code = "91";
  gateway_serve (gateway, paying);
  age (paying, 11);
  paying_assert_state (paying, "pending");
  g_assert_cmpuint (gateway->questions, ==, 1);
  gateway->code = "00";
  assert_paid_already (paying);
}

static void
fail (Paying *paying)
{
  g_autoptr (GHashTable) params = gateway_new_result (paying, "51", "0");
  g_autofree char *told = gateway_tell (paying, params);

  g_assert_cmpstr (told, ==, "00");
  paying_assert_state (paying, "failed");
}

/* Told that it failed, and the money was taken all the same. */
static void
test_failed (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  gateway_serve (gateway, paying);
  fail (paying);
  assert_paid_already (paying);
}

/* Another method had taken its place, and its time is over. */
static void
test_replaced (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (Answer) other = NULL;

  gateway->code = "91";
  gateway_serve (gateway, paying);
  other = paying_ask (paying, VIETQR_BODY);
  assert_status (other, 201);
  paying_assert_state (paying, "replaced");
  gateway->code = "00";
  age (paying, 16 * 60);
  assert_paid_already (paying);
}

/* What was paid twice is found too: the second money goes back. */
static void
test_replaced_and_paid (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (Answer) other = NULL, receipt = NULL, payment = NULL;

  gateway->code = "91";
  gateway_serve (gateway, paying);
  other = paying_ask (paying, VIETQR_BODY);
  receipt = paying_transfer (paying, answer_text (other, "vietqr.payload"), PRICE);
  paying_assert_order (paying, "paid");
  gateway->code = "00";
  age (paying, 16 * 60);
  payment = paying_get (paying);
  g_assert_cmpstr (answer_text (payment, "state"), ==, "replaced");
  g_assert_cmpint (answer_int (payment, "refunds.0.amount"), ==, PRICE);
  paying_assert_balanced (paying, 0);
}

/* What has ended, by the gateway's own answer and for good, is not asked about for ever. */
static void
test_settled (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  gateway->status = "02";
  gateway_serve (gateway, paying);
  fail (paying);
  age (paying, 16 * 60);
  paying_assert_state (paying, "failed");
  g_assert_cmpuint (gateway->questions, ==, 1);
  age (paying, 120);
  paying_assert_state (paying, "failed");
  g_assert_cmpuint (gateway->questions, ==, 1);
}

typedef struct
{
  const Paying *paying;
  char *method;
  char *path;
  GAsyncQueue *statuses; /* "409 payment-checking 5" */
} Asking;

static gpointer
ask (gpointer data)
{
  Asking *self = data;
  g_autofree char *url = g_strconcat (self->paying->fixture->base, self->path, NULL);
  g_autofree char *bearer = g_strdup_printf ("Bearer %s", self->paying->token);
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (self->method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) body = g_bytes_new_static (VIETQR_BODY, strlen (VIETQR_BODY));
  g_autoptr (GBytes) answer = NULL;
  g_autofree char *text = NULL;

  soup_message_headers_append (headers, "Authorization", bearer);
  soup_message_headers_append (headers, "Idempotency-Key", key);
  if (g_str_equal (self->method, "POST"))
    soup_message_set_request_body_from_bytes (message, "application/json", body);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  g_assert_nonnull (answer);
  text = g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer));
  g_async_queue_push (self->statuses,
                      g_strdup_printf ("%u %s", soup_message_get_status (message), text));
  g_free (self->method);
  g_free (self->path);
  g_free (self);
  return NULL;
}

static GThread *
ask_beside (Paying *paying, const char *method, const char *path, GAsyncQueue *statuses)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->paying = paying;
  asking->method = g_strdup (method);
  asking->path = g_strdup (path);
  asking->statuses = statuses;
  return g_thread_new ("asking", ask, asking);
}

/* While the gateway is being asked, one waits for the answer and another is told to come again;
 * neither is let pay. */
static void
test_being_asked (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (GAsyncQueue) looks = g_async_queue_new (), answers = g_async_queue_new ();
  g_autofree char *look = g_strdup_printf ("/v1/payments/%s", paying->payment);
  g_autofree char *pay = g_strdup_printf ("/v1/orders/%s/payments", paying->order);
  g_autofree char *seen = NULL, *first = NULL, *second = NULL;
  GThread *threads[3];

  gateway->slow = TRUE;
  gateway_serve (gateway, paying);
  age (paying, 11);
  threads[0] = ask_beside (paying, "GET", look, looks);
  gateway_await_question (gateway, 1);
  threads[1] = ask_beside (paying, "POST", pay, answers);
  threads[2] = ask_beside (paying, "POST", pay, answers);
  first = g_async_queue_pop (answers);
  g_assert_true (g_str_has_prefix (first, "409 "));
  g_assert_nonnull (strstr (first, "\"payment-checking\""));
  g_assert_nonnull (strstr (first, "\"retry_after\":5"));
  gateway_release (gateway);
  second = g_async_queue_pop (answers);
  g_assert_true (g_str_has_prefix (second, "409 "));
  g_assert_nonnull (strstr (second, "\"already-paid\""));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  seen = g_async_queue_pop (looks);
  g_assert_true (g_str_has_prefix (seen, "200 "));
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

/* More than are asked about at a time: each has its turn before any has a second one. */
static void
test_everybody_has_a_turn (void)
{
  enum
  {
    N = 23
  };
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  gateway->code = "91";
  gateway_serve (gateway, paying);
  for (guint i = 1; i < N; i++)
    paying_renew (paying, GATEWAY_BODY);
  age (paying, 61);
  gateway_await_question (gateway, N);
  g_mutex_lock (&gateway->lock);
  for (guint i = 0; i < N; i++)
    g_assert_true (g_hash_table_add (seen, g_ptr_array_index (gateway->asked, i)));
  g_mutex_unlock (&gateway->lock);
}

/* ---- What the bank is checking */

static Answer *
send (Paying *paying, const char *method, const char *part, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", paying->order);
  g_autofree char *whole = g_strconcat (path, part, NULL);
  g_autoptr (Answer) order = fixture_call (paying->fixture, "GET", path, paying->token, NULL);

  if (g_str_equal (method, "POST"))
    return fixture_call (paying->fixture, method, whole, paying->token, body);
  return fixture_send (paying->fixture,
                       &(Request){ method, whole, body, paying->token, .if_match = order->etag });
}

static void
suspect (Paying *paying)
{
  g_autoptr (GHashTable) params = gateway_new_result (paying, "07", "7");
  g_autofree char *told = gateway_tell (paying, params);

  g_assert_cmpstr (told, ==, "00");
  paying_assert_state (paying, "checking");
}

static void
assert_untouchable (Paying *paying, const char *state)
{
  g_autoptr (Answer) edited = send (paying, "PUT", "/profile", fixture_profile);
  g_autoptr (Answer) cheaper = send (paying, "PUT", "/coupon", "{\"coupon\":\"TRINHDIEN10\"}");
  g_autoptr (Answer) cancelled = send (paying, "POST", "/cancellation", NULL);
  g_autoptr (Answer) order = send (paying, "GET", "", NULL);

  assert_problem (edited, 409, "payment-checking");
  assert_problem (cheaper, 409, "payment-checking");
  assert_problem (cancelled, 409, "payment-checking");
  g_assert_cmpstr (answer_text (order, "state"), ==, state);
  g_assert_cmpint (answer_int (order, "quote.total"), ==, PRICE);
  g_assert_cmpstr (answer_text (order, "next_actions.0"), ==, "check_payment");
  paying_assert_state (paying, "checking");
}

static void
test_checking_stands (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) success = gateway_new_result (paying, "00", "7");
  g_autofree char *told = NULL;

  suspect (paying);
  assert_untouchable (paying, "awaiting_payment");
  told = gateway_tell (paying, success);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, PRICE);
}

/* The suspicion comes when the order was already declared anew: nothing else is begun either. */
static void
test_checking_after_an_edit (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Answer) edited = send (paying, "PUT", "/profile", fixture_profile);
  g_autoptr (Answer) other = NULL;

  assert_status (edited, 200);
  paying_assert_state (paying, "replaced");
  suspect (paying);
  assert_untouchable (paying, "declared");
  other = paying_ask (paying, VIETQR_BODY);
  assert_status (other, 200);
  g_assert_cmpstr (answer_text (other, "id"), ==, paying->payment);
}

/* Once the bank has let go, all of it is possible again. */
static void
test_checking_ends (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) failure = gateway_new_result (paying, "99", "7");
  g_autofree char *told = NULL;
  g_autoptr (Answer) cancelled = NULL;

  suspect (paying);
  told = gateway_tell (paying, failure);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_state (paying, "failed");
  cancelled = send (paying, "POST", "/cancellation", NULL);
  assert_status (cancelled, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/pay-again/at-once", test_at_once);
  g_test_add_func ("/a33/pay-again/asked-lately", test_asked_lately);
  g_test_add_func ("/a33/pay-again/failed", test_failed);
  g_test_add_func ("/a33/pay-again/replaced", test_replaced);
  g_test_add_func ("/a33/pay-again/replaced-and-paid", test_replaced_and_paid);
  g_test_add_func ("/a33/pay-again/settled", test_settled);
  g_test_add_func ("/a33/pay-again/being-asked", test_being_asked);
  g_test_add_func ("/a33/pay-again/everybody-has-a-turn", test_everybody_has_a_turn);
  g_test_add_func ("/a33/checking/stands", test_checking_stands);
  g_test_add_func ("/a33/checking/after-an-edit", test_checking_after_an_edit);
  g_test_add_func ("/a33/checking/ends", test_checking_ends);
  return g_test_run ();
}
