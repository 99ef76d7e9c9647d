/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several orders that are paid together have in common: invoice, contact, coupon. All of them
 * get it, or none. */
#include "payment-fixture.h"

#include <string.h>

/* 220.000 with TRINHDIEN10 and with CHAOMUNG. */
#define LESS 198000
#define WELCOME 176000

#define COMPANY \
  "\"invoice\":{\"kind\":\"organisation\",\"name\":\" Biển  Xanh\",\"address\":\"Hà Nội\"," \
  "\"tax_code\":\"%s\",\"email\":\"ketoan@bienxanh.vidu.vn\"},\"contact\":{\"name\":\"Lan\"," \
  "\"phone\":\"0912345678\",\"email\":\"lan@vidu.vn\"}"

static Answer *
put (Paying *paying, const char *path, const char *const *ids, const char *more)
{
  g_autofree char *list = g_strjoinv ("\",\"", (char **) ids);
  g_autofree char *body = g_strdup_printf ("{\"order_ids\":[\"%s\"]%s%s}", list,
                                           more != NULL ? "," : "", more != NULL ? more : "");

  return fixture_call (paying->fixture, "PUT", path, paying->token, body);
}

static Answer *
put_coupon (Paying *paying, const char *const *ids, const char *code)
{
  g_autofree char *more = code != NULL ? g_strdup_printf ("\"coupon\":\"%s\"", code) : NULL;

  return put (paying, "/v1/joint-coupon", ids, more);
}

static Answer *
put_company (Paying *paying, const char *const *ids, const char *tax_code)
{
  g_autofree char *more = g_strdup_printf (COMPANY, tax_code);

  return put (paying, "/v1/joint-billing", ids, more);
}

static Answer *
get_order (Paying *paying, const char *id)
{
  g_autofree char *path = g_strconcat ("/v1/orders/", id, NULL);

  return fixture_call (paying->fixture, "GET", path, paying->token, NULL);
}

static void
assert_total (Paying *paying, const char *id, gint64 total)
{
  g_autoptr (Answer) order = get_order (paying, id);

  g_assert_cmpint (answer_int (order, "quote.total"), ==, total);
}

static void
test_billing (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  const char *const ids[] = { paying->order, second, NULL };
  g_autoptr (Answer) wrong = put_company (paying, ids, "0100684379");
  g_autoptr (Answer) untouched = get_order (paying, second);
  g_autoptr (Answer) right = put_company (paying, ids, "0100684378");
  g_autoptr (Answer) order = get_order (paying, second);

  assert_problem (wrong, 422, "invalid");
  g_assert_cmpstr (answer_text (wrong, "errors.0.pointer"), ==, "/invoice/tax_code");
  g_assert_null (strstr (g_bytes_get_data (untouched->body, NULL), "billing"));
  assert_status (right, 200);
  g_assert_cmpstr (answer_text (right, "orders.0.id"), ==, paying->order);
  g_assert_cmpstr (answer_text (right, "orders.0.billing.invoice.name"), ==, "Biển Xanh");
  g_assert_cmpstr (answer_text (right, "orders.1.id"), ==, second);
  g_assert_cmpstr (answer_text (order, "billing.invoice.tax_code"), ==, "0100684378");
  g_assert_cmpstr (answer_text (order, "billing.contact.phone"), ==, "+84912345678");
  /* Not another price: what was begun to be paid goes on. */
  paying_assert_state (paying, "pending");
}

/* An order that is not open, or not one's own, or named twice: nobody gets anything. */
static void
test_all_or_none (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  g_autofree char *token = fixture_sign_up (paying->fixture, "khac@vidu.vn");
  g_autofree char *other = fixture_order (paying->fixture, token, "smartca-on-ca-nhan-co-ban");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cancellation", second);
  const char *const foreign[] = { paying->order, other, NULL };
  const char *const twice[] = { paying->order, paying->order, NULL };
  const char *const over[] = { paying->order, second, NULL };
  g_autoptr (Answer) not_own = put_company (paying, foreign, "0100684378");
  g_autoptr (Answer) doubled = put_company (paying, twice, "0100684378");
  g_autoptr (Answer) nobody =
    fixture_call (paying->fixture, "PUT", "/v1/joint-coupon", paying->token, "{\"order_ids\":[]}");
  g_autoptr (Answer) cancelled = fixture_call (paying->fixture, "POST", path, paying->token, NULL);
  g_autoptr (Answer) billed = put_company (paying, over, "0100684378");
  g_autoptr (Answer) priced = put_coupon (paying, over, "TRINHDIEN10");
  g_autoptr (Answer) order = get_order (paying, paying->order);

  assert_problem (not_own, 404, "not-found");
  assert_problem (doubled, 422, "invalid");
  assert_problem (nobody, 422, "invalid");
  assert_status (cancelled, 200);
  assert_problem (billed, 409, "wrong-state");
  assert_problem (priced, 409, "wrong-state");
  g_assert_null (strstr (g_bytes_get_data (order->body, NULL), "billing"));
  g_assert_cmpint (answer_int (order, "quote.total"), ==, PRICE);
  paying_assert_state (paying, "pending");
}

static void
test_coupon (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  const char *const ids[] = { paying->order, second, NULL };
  g_autoptr (Answer) unknown = put_coupon (paying, ids, "KHONG-CO");
  g_autoptr (Answer) small = put_coupon (paying, ids, "TRINHDIEN50K");
  g_autoptr (Answer) applied = put_coupon (paying, ids, "TRINHDIEN10");
  g_autoptr (Answer) none = NULL;

  assert_problem (unknown, 422, "invalid");
  g_assert_cmpstr (answer_text (unknown, "errors.0.pointer"), ==, "/coupon");
  assert_problem (small, 422, "invalid");
  /* Which of them is too small. */
  g_assert_cmpstr (answer_text (small, "errors.0.pointer"), ==, "/order_ids/0");
  g_assert_cmpint (answer_int (small, "errors.0.minimum"), ==, 500000);
  assert_status (applied, 200);
  g_assert_cmpint (answer_int (applied, "orders.1.quote.total"), ==, LESS);
  assert_total (paying, paying->order, LESS);
  /* What was asked for before is not what is to be paid now. */
  paying_assert_state (paying, "replaced");
  none = put_coupon (paying, ids, NULL);
  assert_status (none, 200);
  assert_total (paying, paying->order, PRICE);
  assert_total (paying, second, PRICE);
}

/* A coupon that each customer has once: what is paid together is one purchase. */
static void
test_once (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying), *third = NULL;
  const char *const both[] = { paying->order, second, NULL };
  const char *const more[] = { second, NULL, NULL };
  const char *later[] = { NULL, NULL };
  g_autoptr (Answer) applied = put_coupon (paying, both, "CHAOMUNG");
  g_autoptr (Answer) again = put_coupon (paying, both, "CHAOMUNG");
  g_autoptr (Answer) alone = put_coupon (paying, more, "CHAOMUNG"), another = NULL;

  assert_status (applied, 200);
  assert_total (paying, paying->order, WELCOME);
  assert_total (paying, second, WELCOME);
  assert_status (again, 200);
  /* The first order has it, and is not part of this purchase. */
  assert_problem (alone, 422, "invalid");
  g_assert_cmpstr (answer_text (alone, "errors.0.code"), ==, "coupon-used");
  g_assert_cmpstr (answer_text (alone, "errors.0.pointer"), ==, "/coupon");
  later[0] = third = paying_add_order (paying);
  another = put_coupon (paying, later, "CHAOMUNG");
  assert_problem (another, 422, "invalid");
  assert_total (paying, third, PRICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a30/joint/one-invoice-for-all", test_billing);
  g_test_add_func ("/a30/joint/all-or-none", test_all_or_none);
  g_test_add_func ("/a30/joint/one-coupon-for-all", test_coupon);
  g_test_add_func ("/a30/joint/a-coupon-once-per-customer", test_once);
  return g_test_run ();
}
