/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The money back: asked for before and after the signature, surplus that returns by itself; and the
 * invoice of each payment. */
#include "listener.h"
#include "payment-fixture.h"

#include <string.h>

#define CHANGED_MIND "{\"ground\":\"changed_mind\"}"
#define CERTIFICATE_REFUSED "{\"ground\":\"certificate_refused\"}"
#define WRONG_INFORMATION "{\"ground\":\"wrong_information\",\"text\":\"Sai giá\"}"

static Paying *
paid_new (const char *body)
{
  Paying *self = paying_new (body);
  g_autoptr (Answer) receipt = NULL;

  if (self->payload != NULL)
    receipt = paying_transfer (self, self->payload, PRICE);
  paying_assert_order (self, "paid");
  return self;
}

static Answer *
ask_back (Paying *self, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/refund-requests", self->order);

  return fixture_call (self->fixture, "POST", path, self->token, body);
}

static Answer *
get_order (Paying *self)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", self->order);

  return fixture_call (self->fixture, "GET", path, self->token, NULL);
}

static gboolean
offers_refund (Paying *self)
{
  g_autoptr (Answer) order = get_order (self);
  JsonArray *actions =
    json_object_get_array_member (json_node_get_object (order->json), "next_actions");

  for (guint i = 0; i < json_array_get_length (actions); i++)
    if (g_str_equal (json_array_get_string_element (actions, i), "request_refund"))
      return TRUE;
  return FALSE;
}

static void
pass (Paying *self, gint64 seconds)
{
  fixture_advance (self->fixture, seconds);
  g_free (self->token);
  self->token = fixture_sign_in (self->fixture, "an@vidu.vn");
}

static void
test_before_the_signature (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) asked = NULL, again = NULL, order = NULL, payment = NULL;

  g_assert_true (offers_refund (paying));
  asked = ask_back (paying, CHANGED_MIND);
  assert_status (asked, 201);
  g_assert_cmpstr (answer_text (asked, "state"), ==, "granted");
  g_assert_cmpint (answer_int (asked, "amount"), ==, PRICE);
  again = ask_back (paying, CHANGED_MIND);
  assert_status (again, 200);
  g_assert_cmpstr (answer_text (again, "id"), ==, answer_text (asked, "id"));
  paying_assert_order (paying, "refunding");
  paying_assert_balanced (paying, 0);
  payment = paying_get (paying);
  g_assert_cmpstr (answer_text (payment, "refunds.0.reason"), ==, "request");
  /* The demonstration's bank sends it, and then it has arrived. */
  pass (paying, 11);
  pass (paying, 60);
  paying_await_order (paying, "refunded");
  order = get_order (paying);
  g_assert_cmpstr (answer_text (order, "refund_request.state"), ==, "granted");
  g_assert_true (fixture_was_told (paying->fixture, "an@vidu.vn", "220.000"));
  g_assert_false (offers_refund (paying));
}

/* What is paid in parts goes back receipt by receipt. */
static void
test_of_parts (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) first = paying_transfer (paying, paying->payload, 100000);
  g_autoptr (Answer) second = paying_transfer (paying, paying->payload, 150000);
  g_autoptr (Answer) asked = NULL, payment = NULL;

  paying_assert_order (paying, "paid");
  asked = ask_back (paying, CHANGED_MIND);
  assert_status (asked, 201);
  paying_assert_balanced (paying, 0);
  payment = paying_get (paying);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                      json_node_get_object (payment->json), "refunds")),
                    ==, 3);
}

/* One order of a payment for two: the other goes on. */
static void
test_of_one_of_several (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  const char *const ids[] = { paying->order, second, NULL };
  g_autoptr (Answer) joint = paying_ask_jointly (paying, "vietqr", ids);
  g_autoptr (Answer) receipt = NULL, asked = NULL;

  paying_take (paying, joint, 201);
  receipt = paying_transfer (paying, paying->payload, 2 * PRICE);
  asked = ask_back (paying, CHANGED_MIND);
  assert_status (asked, 201);
  paying_assert_order (paying, "refunding");
  paying_assert_balanced (paying, PRICE);
  g_free (paying->order);
  paying->order = g_steal_pointer (&second);
  paying_assert_order (paying, "paid");
}

static void
sign (Paying *paying)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/signing-sessions", paying->order);
  g_autoptr (Answer) session =
    fixture_call (paying->fixture, "POST", path, paying->token, "{\"purpose\":\"contract\"}");
  g_autoptr (Signing) signing = NULL;
  g_autoptr (Answer) sent = NULL, verified = NULL, drawn = NULL, completed = NULL;
  g_autofree char *code = NULL, *body = NULL;

  assert_status (session, 201);
  signing = fixture_take_session (paying->fixture, session, paying->order);
  sent = fixture_dossier_call (paying->fixture, signing, "POST", "/otp", signing->documents);
  assert_status (sent, 200);
  code = fixture_last_code (paying->fixture, "sms");
  body = g_strdup_printf ("{\"code\":\"%s\"}", code);
  verified = fixture_dossier_call (paying->fixture, signing, "POST", "/otp/verify", body);
  assert_status (verified, 200);
  drawn = fixture_dossier_call (paying->fixture, signing, "PUT", "/signature", fixture_signature);
  assert_status (drawn, 200);
  completed = fixture_dossier_call (paying->fixture, signing, "POST", "/completion", NULL);
  assert_status (completed, 200);
  paying_assert_order (paying, "activating");
}

static Answer *
decide (Paying *paying, const char *id, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/local/refund-requests/%s/decision", id);

  return fixture_call (paying->fixture, "POST", path, LOCAL_TOKEN, body);
}

/* Signed, the law leaves wrong information, for thirty days; somebody decides. */
static void
test_after_the_signature (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) mind = NULL, asked = NULL, decided = NULL;

  sign (paying);
  mind = ask_back (paying, CHANGED_MIND);
  assert_problem (mind, 422, "invalid");
  asked = ask_back (paying, WRONG_INFORMATION);
  assert_status (asked, 201);
  g_assert_cmpstr (answer_text (asked, "state"), ==, "asked");
  paying_assert_order (paying, "activating");
  decided = decide (paying, answer_text (asked, "id"), "{\"outcome\":\"granted\"}");
  assert_status (decided, 200);
  paying_assert_order (paying, "refunding");
  paying_assert_balanced (paying, 0);
}

/* The operator at the command line, while the server runs. */
static void
test_operator_grants (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) asked = NULL, order = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  sign (paying);
  asked = ask_back (paying, WRONG_INFORMATION);
  assert_status (asked, 201);
  order = get_order (paying);
  process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, g_getenv ("ONESME_BACKEND"),
                      "admin", "--data-dir", paying->fixture->directory, "--operator", "lan",
                      "refund", answer_text (order, "number"), "Sai giá", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  paying_assert_order (paying, "refunding");
}

static void
test_refused (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) asked = NULL, decided = NULL, twice = NULL, order = NULL;

  sign (paying);
  asked = ask_back (paying, WRONG_INFORMATION);
  decided =
    decide (paying, answer_text (asked, "id"), "{\"outcome\":\"unchanged\",\"note\":\"Giá đúng\"}");
  assert_status (decided, 200);
  g_assert_cmpstr (answer_text (decided, "state"), ==, "refused");
  twice = decide (paying, answer_text (asked, "id"), "{\"outcome\":\"granted\"}");
  assert_problem (twice, 409, "wrong-state");
  order = get_order (paying);
  g_assert_cmpstr (answer_text (order, "refund_request.note"), ==, "Giá đúng");
  paying_assert_order (paying, "activating");
  paying_assert_balanced (paying, PRICE);
}

static void
test_not_for_ever (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) late = NULL, unpaid = NULL;

  sign (paying);
  g_assert_true (offers_refund (paying));
  pass (paying, 31 * 24 * 3600);
  g_assert_false (offers_refund (paying));
  late = ask_back (paying, WRONG_INFORMATION);
  assert_problem (late, 409, "wrong-state");
  paying_renew (paying, VIETQR_BODY);
  unpaid = ask_back (paying, CHANGED_MIND);
  assert_problem (unpaid, 409, "wrong-state");
}

/* Sent back to be corrected, nothing is signed: the money comes back like before (A33, A49). */
static void
correct (Paying *paying)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cases", paying->order);
  g_autoptr (Answer) opened =
    fixture_call (paying->fixture, "POST", path, paying->token, "{\"kind\":\"wrong_data\"}");
  g_autofree char *resolve =
    g_strdup_printf ("/local/cases/%s/resolve", answer_text (opened, "id"));
  g_autoptr (Answer) resolved =
    fixture_call (paying->fixture, "POST", resolve, LOCAL_TOKEN, "{\"outcome\":\"granted\"}");

  assert_status (opened, 201);
  assert_status (resolved, 200);
  paying_assert_order (paying, "draft");
}

static void
test_while_corrected (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) asked = NULL;

  correct (paying);
  g_assert_true (offers_refund (paying));
  asked = ask_back (paying, CHANGED_MIND);
  assert_status (asked, 201);
  g_assert_cmpstr (answer_text (asked, "state"), ==, "granted");
  paying_assert_order (paying, "refunding");
  paying_assert_balanced (paying, 0);
}

/* A contract that was signed and is not worth anything any more is none. */
static void
test_corrected_after_the_signature (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) asked = NULL;

  sign (paying);
  correct (paying);
  g_assert_true (offers_refund (paying));
  asked = ask_back (paying, CHANGED_MIND);
  assert_status (asked, 201);
  paying_assert_order (paying, "refunding");
  paying_assert_balanced (paying, 0);
}

static void
phone (Paying *paying, const char *step, const char *body)
{
  g_autofree char *path = g_strdup_printf ("/local/smartca/%s/%s", paying->order, step);
  g_autoptr (Answer) answer = fixture_call (paying->fixture, "POST", path, LOCAL_TOKEN, body);

  assert_status (answer, 200);
}

static void
get_refused (Paying *paying)
{
  g_autofree char *code = fixture_last_code (paying->fixture, "sms");
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);

  phone (paying, "activate", body);
  phone (paying, "ekyc", NULL);
  phone (paying, "refuse", "{\"refusal\":\"other\"}");
}

/* Article 9.2 of the contract knows no thirty days, nor an earlier no on another ground. */
static void
test_certificate_refused (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) early = NULL, other = NULL, no = NULL, mind = NULL, asked = NULL, order = NULL,
                     decided = NULL;

  sign (paying);
  early = ask_back (paying, CERTIFICATE_REFUSED);
  assert_problem (early, 422, "invalid");
  get_refused (paying);
  other = ask_back (paying, WRONG_INFORMATION);
  assert_status (other, 201);
  no = decide (paying, answer_text (other, "id"), "{\"outcome\":\"unchanged\"}");
  assert_status (no, 200);
  pass (paying, 31 * 24 * 3600);
  g_assert_true (offers_refund (paying));
  order = get_order (paying);
  g_assert_cmpstr (answer_text (order, "refund_grounds.0"), ==, "certificate_refused");
  g_assert_null (answer_text (order, "refund_grounds.1"));
  mind = ask_back (paying, CHANGED_MIND);
  g_assert_cmpstr (answer_text (mind, "id"), ==, answer_text (other, "id"));
  asked = ask_back (paying, CERTIFICATE_REFUSED);
  assert_status (asked, 201);
  g_assert_cmpstr (answer_text (asked, "state"), ==, "asked");
  g_assert_false (offers_refund (paying));
  decided = decide (paying, answer_text (asked, "id"), "{\"outcome\":\"granted\"}");
  assert_status (decided, 200);
  paying_assert_order (paying, "refunding");
  paying_assert_balanced (paying, 0);
}

static int
admin (Paying *paying, const char *command, char **said)
{
  g_autoptr (Answer) order = get_order (paying);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE, &error,
    g_getenv ("ONESME_BACKEND"), "admin", "--data-dir", paying->fixture->directory, "--operator",
    "lan", command, command[0] == 'l' ? NULL : answer_text (order, "number"), NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, said, NULL, NULL));
  return g_subprocess_get_exit_status (process);
}

/* Nobody has to ask; and what was decided stands in the log. */
static void
test_operator_refunds_refused (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) order = NULL;
  g_autofree char *early = NULL, *done = NULL, *log = NULL;

  sign (paying);
  g_assert_cmpint (admin (paying, "refund", &early), ==, 1);
  get_refused (paying);
  g_assert_cmpint (admin (paying, "refund", &done), ==, 0);
  paying_assert_order (paying, "refunding");
  order = get_order (paying);
  g_assert_cmpstr (answer_text (order, "refund_request.ground"), ==, "certificate_refused");
  g_assert_cmpint (admin (paying, "log", &log), ==, 0);
  g_assert_nonnull (
    strstr (log, "refund ground=certificate_refused outcome=granted note=no operator=lan"));
}

static void
test_surplus_returns (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) receipt = paying_transfer (paying, paying->payload, PRICE + 5000);
  g_autoptr (Answer) before = paying_get (paying), after = NULL;
  g_autoptr (Listener) listener = NULL;

  g_assert_cmpstr (answer_text (before, "refunds.0.reason"), ==, "surplus");
  pass (paying, 11);
  pass (paying, 60);
  listener = listener_new (paying->fixture, paying->token);
  g_assert_nonnull (listener);
  after = paying_get (paying);
  while (!g_str_equal (answer_text (after, "refunds.0.state"), "confirmed"))
    {
      g_assert_true (listener_wait (listener));
      answer_free (after);
      after = paying_get (paying);
    }
  g_assert_cmpstr (answer_text (after, "refunds.0.state"), ==, "confirmed");
  paying_assert_order (paying, "paid");
}

static Answer *
list_invoices (Paying *self)
{
  return fixture_call (self->fixture, "GET", "/v1/invoices", self->token, NULL);
}

/* Numbers without a gap and none twice, the same bytes each time, and nobody else's. */
static void
test_invoices (void)
{
  g_autoptr (Paying) paying = paid_new (VIETQR_BODY);
  g_autoptr (Answer) receipt = NULL, list = NULL, first = NULL, second = NULL, foreign = NULL;
  g_autofree char *path = NULL, *stranger = NULL;

  paying_renew (paying, VIETQR_BODY);
  receipt = paying_transfer (paying, paying->payload, PRICE);
  list = list_invoices (paying);
  g_assert_cmpint (answer_int (list, "total"), ==, 2);
  g_assert_cmpint (answer_int (list, "items.0.number") + answer_int (list, "items.1.number"), ==,
                   3);
  g_assert_cmpstr (answer_text (list, "items.0.buyer"), ==, "Nguyễn Văn An");
  path = g_strdup_printf ("/v1/invoices/%s/content", answer_text (list, "items.0.id"));
  first = fixture_call (paying->fixture, "GET", path, paying->token, NULL);
  second = fixture_call (paying->fixture, "GET", path, paying->token, NULL);
  assert_status (first, 200);
  g_assert_cmpstr (first->content_type, ==, "application/pdf");
  g_assert_true (g_bytes_equal (first->body, second->body));
  g_assert_cmpint (memcmp (g_bytes_get_data (first->body, NULL), "%PDF-", 5), ==, 0);
  g_assert_true (fixture_was_told (paying->fixture, "an@vidu.vn", "onesme://payments/"));
  stranger = fixture_sign_up (paying->fixture, "binh@vidu.vn");
  foreign = fixture_call (paying->fixture, "GET", path, stranger, NULL);
  assert_problem (foreign, 404, "not-found");
}

static void
test_no_invoice_for_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autoptr (Answer) list = fixture_call (fixture, "GET", "/v1/invoices", token, NULL);

  g_assert_cmpint (answer_int (list, "total"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/refund/before-the-signature", test_before_the_signature);
  g_test_add_func ("/a33/refund/of-parts", test_of_parts);
  g_test_add_func ("/a33/refund/of-one-of-several", test_of_one_of_several);
  g_test_add_func ("/a33/refund/after-the-signature", test_after_the_signature);
  g_test_add_func ("/refund/operator-grants", test_operator_grants);
  g_test_add_func ("/a33/refund/refused", test_refused);
  g_test_add_func ("/a33/refund/not-for-ever", test_not_for_ever);
  g_test_add_func ("/a33/refund/while-corrected", test_while_corrected);
  g_test_add_func ("/a33/refund/corrected-after-the-signature", test_corrected_after_the_signature);
  g_test_add_func ("/a46/refund/certificate-refused", test_certificate_refused);
  g_test_add_func ("/refund/operator-refunds-refused", test_operator_refunds_refused);
  g_test_add_func ("/a33/refund/surplus-returns", test_surplus_returns);
  g_test_add_func ("/a30/invoice/of-each-payment", test_invoices);
  g_test_add_func ("/a30/invoice/none-for-nothing", test_no_invoice_for_nothing);
  return g_test_run ();
}
