/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend-fixture.h"

#include <string.h>

#define LOCAL_TOKEN "local-token-of-the-tests"
#define PAY_BODY "{\"method\":\"vietqr\",\"terms_version\":\"2026-11\"}"

typedef struct
{
  Fixture *fixture;
  char *token;
  char *order;
  char *payment;
  char *payload;
} Paying;

static void
paying_free (Paying *self)
{
  fixture_free (self->fixture);
  g_free (self->token);
  g_free (self->order);
  g_free (self->payment);
  g_free (self->payload);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paying, paying_free)

static Answer *
ask_payment (Paying *self, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", self->order);

  return fixture_call (self->fixture, "POST", path, self->token, body);
}

static Paying *
start (void)
{
  Paying *self = g_new0 (Paying, 1);
  g_autoptr (Answer) payment = NULL;

  self->fixture = fixture_new ();
  self->token = fixture_sign_up (self->fixture, "an@vidu.vn");
  self->order = fixture_order (self->fixture, self->token, "smartca-on-ca-nhan-co-ban");
  fixture_declare (self->fixture, self->token, self->order);
  payment = ask_payment (self, PAY_BODY);
  assert_status (payment, 201);
  g_assert_cmpint (answer_int (payment, "amount"), ==, 220000);
  self->payment = g_strdup (answer_text (payment, "id"));
  self->payload = g_strdup (answer_text (payment, "vietqr.payload"));
  return self;
}

static Answer *
transfer (Paying *self, const char *payload, gint64 amount)
{
  g_autofree char *body =
    g_strdup_printf ("{\"payload\":\"%s\",\"amount\":%" G_GINT64_FORMAT "}", payload, amount);

  return fixture_call (self->fixture, "POST", "/local/bank/transfers", LOCAL_TOKEN, body);
}

static Answer *
get_payment (Paying *self)
{
  g_autofree char *path = g_strdup_printf ("/v1/payments/%s", self->payment);

  return fixture_call (self->fixture, "GET", path, self->token, NULL);
}

static void
assert_order_state (Paying *self, const char *state)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", self->order);
  g_autoptr (Answer) order = fixture_call (self->fixture, "GET", path, self->token, NULL);

  g_assert_cmpstr (answer_text (order, "state"), ==, state);
}

/* Nothing received is ever dropped: receipts = kept + refunds. */
static void
assert_balanced (Paying *self, gint64 kept)
{
  g_autoptr (Answer) payment = get_payment (self);
  JsonObject *object = json_node_get_object (payment->json);
  gint64 receipts = 0, refunds = 0;

  for (guint i = 0; json_object_has_member (object, "receipts") &&
                    i < json_array_get_length (json_object_get_array_member (object, "receipts"));
       i++)
    receipts += json_object_get_int_member (
      json_array_get_object_element (json_object_get_array_member (object, "receipts"), i),
      "amount");
  for (guint i = 0; json_object_has_member (object, "refunds") &&
                    i < json_array_get_length (json_object_get_array_member (object, "refunds"));
       i++)
    refunds += json_object_get_int_member (
      json_array_get_object_element (json_object_get_array_member (object, "refunds"), i),
      "amount");
  g_assert_cmpint (answer_int (payment, "received"), ==, kept);
  g_assert_cmpint (receipts, ==, kept + refunds);
}

static void
test_right (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) receipt = transfer (paying, paying->payload, 220000);

  assert_status (receipt, 201);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  assert_order_state (paying, "paid");
  assert_balanced (paying, 220000);
}

static void
test_parts (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) part = transfer (paying, paying->payload, 100000);
  g_autoptr (Answer) payment = get_payment (paying);
  g_autoptr (Answer) rest = NULL;

  g_assert_cmpstr (answer_text (payment, "state"), ==, "underpaid");
  /* The code now asks for what is missing. */
  g_assert_nonnull (strstr (answer_text (payment, "vietqr.payload"), "5406120000"));
  rest = transfer (paying, answer_text (payment, "vietqr.payload"), 120000);
  g_assert_cmpstr (answer_text (rest, "state"), ==, "applied");
  assert_order_state (paying, "paid");
  assert_balanced (paying, 220000);
}

static void
test_too_much (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) receipt = transfer (paying, paying->payload, 300000);
  g_autoptr (Answer) payment = get_payment (paying);

  g_assert_cmpstr (answer_text (receipt, "state"), ==, "excess");
  g_assert_cmpint (answer_int (receipt, "amount"), ==, 300000);
  g_assert_cmpint (answer_int (payment, "refunds.0.amount"), ==, 80000);
  assert_order_state (paying, "paid");
  assert_balanced (paying, 220000);
}

static void
test_twice (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) first = transfer (paying, paying->payload, 220000);
  g_autoptr (Answer) second = transfer (paying, paying->payload, 220000);
  g_autoptr (Answer) again = ask_payment (paying, PAY_BODY);

  g_assert_cmpstr (answer_text (second, "state"), ==, "duplicate");
  assert_balanced (paying, 220000);
  assert_problem (again, 409, "already-paid");
}

static void
test_late (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) expired = NULL, receipt = NULL;

  fixture_advance (paying->fixture, 16 * 60);
  g_free (paying->token);
  paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
  expired = get_payment (paying);
  g_assert_cmpstr (answer_text (expired, "state"), ==, "expired");
  receipt = transfer (paying, paying->payload, 220000);
  /* While the order is unpaid, late money counts. */
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  assert_order_state (paying, "paid");
  assert_balanced (paying, 220000);
}

static void
test_for_cancelled (void)
{
  g_autoptr (Paying) paying = start ();
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cancellation", paying->order);
  g_autoptr (Answer) cancelled = fixture_call (paying->fixture, "POST", path, paying->token, NULL);
  g_autoptr (Answer) receipt = NULL;

  assert_status (cancelled, 200);
  receipt = transfer (paying, paying->payload, 220000);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "late");
  assert_order_state (paying, "cancelled");
  assert_balanced (paying, 0);
}

static void
test_for_nobody (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) broken = transfer (paying, "0002010102", 5000);
  g_autofree char *changed = g_strdup (paying->payload);
  g_autoptr (Answer) mangled = NULL;

  g_assert_cmpstr (answer_text (broken, "state"), ==, "unmatched");
  *strstr (changed, "OSM") = 'X';
  mangled = transfer (paying, changed, 5000);
  g_assert_cmpstr (answer_text (mangled, "state"), ==, "unmatched");
  assert_order_state (paying, "awaiting_payment");
  assert_balanced (paying, 0);
}

static void
test_one_open_payment (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) again = ask_payment (paying, PAY_BODY);

  assert_status (again, 200);
  g_assert_cmpstr (answer_text (again, "id"), ==, paying->payment);
}

static void
test_same_key_same_answer (void)
{
  g_autoptr (Paying) paying = start ();
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", paying->order);
  Request request = { "POST", path, PAY_BODY, paying->token, "key-of-this-payment" };
  Request other = { "POST", path, "{\"method\":\"none\",\"terms_version\":\"2026-11\"}",
                    paying->token, "key-of-this-payment" };
  Request without = { "POST", path, PAY_BODY, paying->token };
  g_autoptr (Answer) first = fixture_send (paying->fixture, &request);
  g_autoptr (Answer) second = fixture_send (paying->fixture, &request);
  g_autoptr (Answer) mismatch = fixture_send (paying->fixture, &other);
  g_autoptr (Answer) missing = fixture_send (paying->fixture, &without);

  g_assert_true (g_bytes_equal (first->body, second->body));
  assert_problem (mismatch, 422, "idempotency-mismatch");
  assert_problem (missing, 400, "idempotency-missing");
}

static void
test_methods_that_do_not_fit (void)
{
  static const char *const bodies[] = {
    "{\"method\":\"none\",\"terms_version\":\"2026-11\"}",
    "{\"method\":\"vietqr\",\"terms_version\":\"2020-01\"}",
    "{\"method\":\"cash\",\"terms_version\":\"2026-11\"}",
  };
  g_autoptr (Paying) paying = start ();

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (Answer) answer = ask_payment (paying, bodies[i]);
      assert_problem (answer, 422, "invalid");
    }
}

/* Declared anew, the old code is for something else; its money is not lost. */
static void
test_edit_replaces (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) payment = NULL, receipt = NULL;

  fixture_declare (paying->fixture, paying->token, paying->order);
  payment = get_payment (paying);
  g_assert_cmpstr (answer_text (payment, "state"), ==, "replaced");
  receipt = transfer (paying, paying->payload, 220000);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "late");
  assert_balanced (paying, 0);
}

static void
test_code_cannot_be_paid_for_real (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) payment = get_payment (paying);

  g_assert_cmpstr (answer_text (payment, "vietqr.bank_bin"), ==, "999999");
  g_assert_nonnull (strstr (paying->payload, "Khong chuyen tien that"));
}

static void
test_survives_kill (void)
{
  g_autoptr (Paying) paying = start ();
  g_autoptr (Answer) receipt = NULL;

  fixture_stop (paying->fixture, TRUE);
  fixture_start (paying->fixture);
  receipt = transfer (paying, paying->payload, 220000);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  fixture_stop (paying->fixture, TRUE);
  fixture_start (paying->fixture);
  assert_order_state (paying, "paid");
  assert_balanced (paying, 220000);
}

/* The page of the local bank: the address works once, the form needs its cookie and its token. */
static void
test_bank_page (void)
{
  g_autoptr (Paying) paying = start ();
  g_autofree char *body = g_strdup_printf ("{\"payload\":\"%s\"}", paying->payload);
  g_autoptr (Answer) link =
    fixture_call (paying->fixture, "POST", "/local/bank/pay-links", LOCAL_TOKEN, body);
  const char *url = answer_text (link, "url");
  const char *path = url + strlen (paying->fixture->base);
  g_autoptr (Answer) page = fixture_call (paying->fixture, "GET", path, NULL, NULL);
  g_autoptr (Answer) second = fixture_call (paying->fixture, "GET", path, NULL, NULL);
  g_autofree char *html =
    g_strndup (g_bytes_get_data (page->body, NULL), g_bytes_get_size (page->body));

  g_assert_true (g_str_has_prefix (url, paying->fixture->base));
  assert_status (page, 200);
  g_assert_nonnull (strstr (html, "Không chuyển tiền thật"));
  g_assert_null (strstr (html, "<script"));
  assert_status (second, 410);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/right-amount", test_right);
  g_test_add_func ("/a33/in-parts", test_parts);
  g_test_add_func ("/a33/too-much", test_too_much);
  g_test_add_func ("/a33/twice", test_twice);
  g_test_add_func ("/a33/late", test_late);
  g_test_add_func ("/a33/for-a-cancelled-order", test_for_cancelled);
  g_test_add_func ("/a33/for-nobody", test_for_nobody);
  g_test_add_func ("/a33/one-open-payment", test_one_open_payment);
  g_test_add_func ("/a33/same-key-same-answer", test_same_key_same_answer);
  g_test_add_func ("/a32/methods-that-do-not-fit", test_methods_that_do_not_fit);
  g_test_add_func ("/a31/edit-replaces-payment", test_edit_replaces);
  g_test_add_func ("/a32/not-payable-for-real", test_code_cannot_be_paid_for_real);
  g_test_add_func ("/a33/survives-kill", test_survives_kill);
  g_test_add_func ("/a32/bank-page", test_bank_page);
  return g_test_run ();
}
