/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The gateway is asked about payments of which no notice came (VNPAY 2.1.0, "querydr"): before the
 * program is told that it may pay again, and by a gateway of the test's own that lies in every way.
 */
#include "gateway-fixture.h"

#include "backend/store/sme-db.h"
#include "core/sme-vnpay.h"

#include <string.h>

/* So long the gateway's own notice has time. */
#define PATIENCE_SECONDS 11

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

  gateway_serve (gateway, paying);
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

  gateway_serve (gateway, paying);
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

  gateway_serve (gateway, paying);
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

  gateway_serve (gateway, paying);
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
  gateway_serve (gateway, paying);
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

/* Nobody but the bank can do anything now: the order is not among those to be done. */
static void
assert_waits (Paying *paying)
{
  g_autoptr (Answer) waits =
    fixture_call (paying->fixture, "GET", "/v1/orders?group=waiting", paying->token, NULL);
  g_autoptr (Answer) to_do =
    fixture_call (paying->fixture, "GET", "/v1/orders?group=to_do", paying->token, NULL);

  g_assert_cmpint (answer_int (waits, "total"), ==, 1);
  g_assert_cmpstr (answer_text (waits, "items.0.id"), ==, paying->order);
  /* The one before, whose payment failed. */
  g_assert_cmpint (answer_int (to_do, "total"), ==, 1);
  g_assert_cmpstr (answer_text (to_do, "items.0.id"), !=, paying->order);
}

static void
test_failed_and_suspected (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (Gateway) gateway = gateway_new (paying);

  gateway_serve (gateway, paying);
  gateway->status = "02";
  wait_for_notice (paying);
  assert_failure (paying, "failed", "other");
  paying_renew (paying, GATEWAY_BODY);
  gateway->status = "07";
  wait_for_notice (paying);
  paying_assert_state (paying, "checking");
  assert_waits (paying);
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

  gateway_serve (gateway, paying);
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

  gateway_ask_at (paying, 1);
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
