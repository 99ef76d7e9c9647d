/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payment-fixture.h"

#include "backend/bank/sme-transfer-text.h"

#include <string.h>

static void
test_right (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) receipt = paying_transfer (paying, paying->payload, 220000);

  assert_status (receipt, 201);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 220000);
}

static void
test_parts (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) part = paying_transfer (paying, paying->payload, 100000);
  g_autoptr (Answer) payment = paying_get (paying);
  g_autoptr (Answer) rest = NULL;

  g_assert_cmpstr (answer_text (payment, "state"), ==, "underpaid");
  /* The code now asks for what is missing. */
  g_assert_nonnull (strstr (answer_text (payment, "vietqr.payload"), "5406120000"));
  rest = paying_transfer (paying, answer_text (payment, "vietqr.payload"), 120000);
  g_assert_cmpstr (answer_text (rest, "state"), ==, "applied");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 220000);
}

static void
test_too_much (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) receipt = paying_transfer (paying, paying->payload, 300000);
  g_autoptr (Answer) payment = paying_get (paying);

  g_assert_cmpstr (answer_text (receipt, "state"), ==, "excess");
  g_assert_cmpint (answer_int (receipt, "amount"), ==, 300000);
  g_assert_cmpint (answer_int (payment, "refunds.0.amount"), ==, 80000);
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 220000);
}

static void
test_twice (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) first = paying_transfer (paying, paying->payload, 220000);
  g_autoptr (Answer) second = paying_transfer (paying, paying->payload, 220000);
  g_autoptr (Answer) again = paying_ask (paying, VIETQR_BODY);

  g_assert_cmpstr (answer_text (second, "state"), ==, "duplicate");
  paying_assert_balanced (paying, 220000);
  assert_problem (again, 409, "already-paid");
}

static void
test_late (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) expired = NULL, receipt = NULL;

  fixture_advance (paying->fixture, 16 * 60);
  g_free (paying->token);
  paying->token = fixture_sign_in (paying->fixture, "an@vidu.vn");
  expired = paying_get (paying);
  g_assert_cmpstr (answer_text (expired, "state"), ==, "expired");
  receipt = paying_transfer (paying, paying->payload, 220000);
  /* While the order is unpaid, late money counts. */
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 220000);
}

static void
test_for_cancelled (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cancellation", paying->order);
  g_autoptr (Answer) open = paying_get (paying);
  g_autoptr (Answer) cancelled = fixture_call (paying->fixture, "POST", path, paying->token, NULL);
  g_autoptr (Answer) receipt = NULL, payment = NULL;

  assert_status (cancelled, 200);
  receipt = paying_transfer (paying, paying->payload, 220000);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "late");
  payment = paying_get (paying);
  /* The payer finds it in the own statement by what the bank gave. */
  g_assert_cmpstr (answer_text (payment, "receipts.0.text"), ==,
                   answer_text (open, "vietqr.reference"));
  paying_assert_order (paying, "cancelled");
  paying_assert_balanced (paying, 0);
}

static void
test_for_nobody (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) broken = paying_transfer (paying, "0002010102", 5000);
  g_autofree char *changed = g_strdup (paying->payload);
  g_autoptr (Answer) mangled = NULL;

  g_assert_cmpstr (answer_text (broken, "state"), ==, "unmatched");
  *strstr (changed, "OSM") = 'X';
  mangled = paying_transfer (paying, changed, 5000);
  g_assert_cmpstr (answer_text (mangled, "state"), ==, "unmatched");
  paying_assert_order (paying, "awaiting_payment");
  paying_assert_balanced (paying, 0);
}

/* @text must name the payment, as a bank may report it. */
static void
assert_names (const char *text, const char *reference)
{
  g_auto (GStrv) found = sme_transfer_text_find_references (text);

  g_assert_true (g_strv_contains ((const char *const *) found, reference));
}

static void
test_texts_of_transfers (void)
{
  g_auto (GStrv) none = sme_transfer_text_find_references ("OSM P1 chuyen tien XSM2611230001P1");
  g_auto (GStrv) followed = sme_transfer_text_find_references ("OSM2611230001P1 20 nghin");

  assert_names ("OSM2611230001P1", "OSM2611230001P1");
  assert_names ("MBVCB.7731.osm2611230001p1.CT tu 0123 toi 9999", "OSM2611230001P1");
  assert_names ("Ánh Tuyết gửi OSM 26112\n30001 P1 nhé", "OSM2611230001P1");
  assert_names ("chuyen OSM OSM2611230001P12", "OSM2611230001P12");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  /* The longest first. */
  g_assert_cmpstr (followed[0], ==, "OSM2611230001P120");
  g_assert_cmpstr (followed[2], ==, "OSM2611230001P1");
  g_assert_null (followed[3]);
}

static void
test_one_open_payment (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) again = paying_ask (paying, VIETQR_BODY);

  assert_status (again, 200);
  g_assert_cmpstr (answer_text (again, "id"), ==, paying->payment);
}

static void
test_same_key_same_answer (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/payments", paying->order);
  Request request = { "POST", path, VIETQR_BODY, paying->token, "key-of-this-payment" };
  Request other = { "POST", path, "{\"method\":\"none\",\"terms_version\":\"2026-11\"}",
                    paying->token, "key-of-this-payment" };
  Request without = { "POST", path, VIETQR_BODY, paying->token };
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
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (Answer) answer = paying_ask (paying, bodies[i]);
      assert_problem (answer, 422, "invalid");
    }
}

/* Declared anew, the order is to be paid anew; money that is on its way for the old code counts. */
static void
test_edit_replaces (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) payment = NULL, receipt = NULL;

  fixture_declare (paying->fixture, paying->token, paying->order);
  payment = paying_get (paying);
  g_assert_cmpstr (answer_text (payment, "state"), ==, "replaced");
  receipt = paying_transfer (paying, paying->payload, 220000);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 220000);
}

static void
test_code_cannot_be_paid_for_real (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) payment = paying_get (paying);

  g_assert_cmpstr (answer_text (payment, "vietqr.bank_bin"), ==, "999999");
  g_assert_nonnull (strstr (paying->payload, "Khong chuyen tien that"));
}

static void
test_survives_kill (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) receipt = NULL;

  fixture_stop (paying->fixture, TRUE);
  fixture_start (paying->fixture);
  receipt = paying_transfer (paying, paying->payload, 220000);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  fixture_stop (paying->fixture, TRUE);
  fixture_start (paying->fixture);
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 220000);
}

/* Parts that came in go back when something else takes the place of the payment. */
static void
test_parts_go_back (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) part = paying_transfer (paying, paying->payload, 100000);
  g_autoptr (Answer) other = paying_ask (paying, GATEWAY_BODY);

  assert_status (other, 201);
  paying_assert_state (paying, "replaced");
  paying_assert_balanced (paying, 0);
}

static void
test_several_orders (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  g_autofree char *first = g_strdup (paying->order);
  const char *const ids[] = { first, second, NULL };
  g_autoptr (Answer) joint = paying_ask_jointly (paying, "vietqr", ids);
  g_autoptr (Answer) again = paying_ask_jointly (paying, "vietqr", ids);
  g_autoptr (Answer) receipt = NULL;

  /* It takes the place of the one that was open for the first order. */
  paying_assert_state (paying, "replaced");
  paying_take (paying, joint, 201);
  assert_status (again, 200);
  g_assert_cmpint (answer_int (joint, "amount"), ==, 2 * PRICE);
  receipt = paying_transfer (paying, paying->payload, 2 * PRICE);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "applied");
  paying_assert_order (paying, "paid");
  g_free (paying->order);
  paying->order = g_steal_pointer (&second);
  paying_assert_order (paying, "paid");
  paying_assert_balanced (paying, 2 * PRICE);
}

/* One of them is paid or cancelled meanwhile: late money pays what still waits, the rest goes back.
 */
static void
test_several_orders_late (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cancellation", second);
  const char *const ids[] = { paying->order, second, NULL };
  g_autoptr (Answer) joint = paying_ask_jointly (paying, "vietqr", ids);
  g_autoptr (Answer) cancelled = NULL, receipt = NULL;

  paying_take (paying, joint, 201);
  cancelled = fixture_call (paying->fixture, "POST", path, paying->token, NULL);
  assert_status (cancelled, 200);
  paying_assert_state (paying, "replaced");
  receipt = paying_transfer (paying, paying->payload, 2 * PRICE);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, "excess");
  paying_assert_order (paying, "paid");
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, PRICE);
}

static void
test_several_orders_that_do_not_fit (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *other = fixture_sign_up (paying->fixture, "binh@vidu.vn");
  g_autofree char *theirs = fixture_order (paying->fixture, other, "smartca-on-ca-nhan-co-ban");
  g_autofree char *free_one = fixture_order (paying->fixture, paying->token, "smartca-on-ps");
  g_autofree char *draft =
    fixture_order (paying->fixture, paying->token, "smartca-on-ca-nhan-co-ban");
  const char *const none[] = { NULL };
  const char *const twice[] = { paying->order, paying->order, NULL };
  const char *const foreign[] = { paying->order, theirs, NULL };
  const char *const undeclared[] = { paying->order, draft, NULL };
  const char *const costless[] = { paying->order, free_one, NULL };
  g_autoptr (Answer) a = paying_ask_jointly (paying, "vietqr", none);
  g_autoptr (Answer) b = paying_ask_jointly (paying, "vietqr", twice);
  g_autoptr (Answer) c = paying_ask_jointly (paying, "vietqr", foreign);
  g_autoptr (Answer) d = paying_ask_jointly (paying, "vietqr", undeclared);
  g_autoptr (Answer) e = NULL;

  fixture_declare (paying->fixture, paying->token, free_one);
  e = paying_ask_jointly (paying, "vietqr", costless);
  assert_status (a, 404);
  assert_problem (b, 422, "invalid");
  assert_problem (c, 404, "not-found");
  assert_problem (d, 409, "wrong-state");
  assert_problem (e, 422, "invalid");
}

/* The page of the local bank: the address works once, the form needs its cookie and its token. */
static void
test_bank_page (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
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
  g_test_add_func ("/a33/texts-of-transfers", test_texts_of_transfers);
  g_test_add_func ("/a33/one-open-payment", test_one_open_payment);
  g_test_add_func ("/a33/same-key-same-answer", test_same_key_same_answer);
  g_test_add_func ("/a32/methods-that-do-not-fit", test_methods_that_do_not_fit);
  g_test_add_func ("/a31/edit-replaces-payment", test_edit_replaces);
  g_test_add_func ("/a32/not-payable-for-real", test_code_cannot_be_paid_for_real);
  g_test_add_func ("/a33/parts-go-back", test_parts_go_back);
  g_test_add_func ("/a33/several-orders-by-one-payment", test_several_orders);
  g_test_add_func ("/a33/several-orders-late", test_several_orders_late);
  g_test_add_func ("/a33/several-orders-that-do-not-fit", test_several_orders_that_do_not_fit);
  g_test_add_func ("/a33/survives-kill", test_survives_kill);
  g_test_add_func ("/a32/bank-page", test_bank_page);
  return g_test_run ();
}
