/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coupon, or its removal, while a payment is open: the money that comes for the payment begun
 * before is judged by what is owed when it comes. */
#include "payment-fixture.h"

#include "core/sme-people-sheet.h"

#include <string.h>

/* 220.000 with TRINHDIEN10. */
#define LESS 198000

static void
set_coupon (Paying *paying, const char *code)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", paying->order);
  g_autofree char *part = g_strconcat (path, "/coupon", NULL);
  g_autofree char *body =
    code != NULL ? g_strdup_printf ("{\"coupon\":\"%s\"}", code) : g_strdup ("{}");
  g_autoptr (Answer) order = fixture_call (paying->fixture, "GET", path, paying->token, NULL);
  g_autoptr (Answer) answer =
    fixture_send (paying->fixture, &(Request){ "PUT", part, body, paying->token, NULL, order->etag,
                                               NULL, NULL, NULL, NULL });

  assert_status (answer, 200);
  g_assert_cmpint (answer_int (answer, "quote.total"), ==, code != NULL ? LESS : PRICE);
}

/* What the payment @id has. */
static void
assert_payment (Paying *paying, const char *id, const char *state, gint64 amount, gint64 kept)
{
  char *own = g_steal_pointer (&paying->payment);
  g_autoptr (Answer) payment = NULL;

  paying->payment = g_strdup (id);
  payment = paying_get (paying);
  g_assert_cmpstr (answer_text (payment, "state"), ==, state);
  g_assert_cmpint (answer_int (payment, "amount"), ==, amount);
  paying_assert_balanced (paying, kept);
  g_free (paying->payment);
  paying->payment = own;
}

static void
transfer (Paying *paying, const char *payload, gint64 amount, const char *state)
{
  g_autoptr (Answer) receipt = paying_transfer (paying, payload, amount);

  assert_status (receipt, 201);
  g_assert_cmpstr (answer_text (receipt, "state"), ==, state);
}

/* Another payment in the place of the one that the price has changed for. (transfer full): its id
 */
static char *
begin_again (Paying *paying, const char *body, char **payload)
{
  g_autoptr (Answer) payment = paying_ask (paying, body);

  assert_status (payment, 201);
  if (payload != NULL)
    *payload = g_strdup (answer_text (payment, "vietqr.payload"));
  return g_strdup (answer_text (payment, "id"));
}

/* The old code is paid in full when the order has become cheaper: what is too much goes back. */
static void
test_cheaper (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = NULL;

  set_coupon (paying, "TRINHDIEN10");
  assert_payment (paying, paying->payment, "replaced", PRICE, 0);
  second = begin_again (paying, VIETQR_BODY, NULL);
  transfer (paying, paying->payload, PRICE, "excess");
  paying_assert_order (paying, "paid");
  assert_payment (paying, paying->payment, "succeeded", LESS, LESS);
  assert_payment (paying, second, "replaced", LESS, 0);
}

/* The coupon is taken away: the old, lower sum is a part of what the new payment asks for. */
static void
test_dearer (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *first = NULL, *old = NULL, *second = NULL, *payload = NULL;

  set_coupon (paying, "TRINHDIEN10");
  first = begin_again (paying, VIETQR_BODY, &old);
  set_coupon (paying, NULL);
  second = begin_again (paying, VIETQR_BODY, &payload);
  transfer (paying, old, LESS, "applied");
  paying_assert_order (paying, "awaiting_payment");
  assert_payment (paying, first, "replaced", LESS, 0);
  assert_payment (paying, second, "underpaid", PRICE, LESS);
  transfer (paying, payload, PRICE - LESS, "applied");
  paying_assert_order (paying, "paid");
  assert_payment (paying, second, "succeeded", PRICE, PRICE);
}

/* The same, before another payment is begun: the old one asks for the rest, at today's price. */
static void
test_dearer_at_once (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *first = NULL, *old = NULL;
  g_autoptr (Answer) payment = NULL, again = NULL;

  set_coupon (paying, "TRINHDIEN10");
  first = begin_again (paying, VIETQR_BODY, &old);
  set_coupon (paying, NULL);
  transfer (paying, old, LESS, "applied");
  paying_assert_order (paying, "awaiting_payment");
  assert_payment (paying, first, "underpaid", PRICE, LESS);
  again = paying_ask (paying, VIETQR_BODY);
  assert_status (again, 200);
  g_assert_cmpstr (answer_text (again, "id"), ==, first);
  g_assert_nonnull (strstr (answer_text (again, "vietqr.payload"), "540522000"));
  transfer (paying, answer_text (again, "vietqr.payload"), PRICE - LESS, "applied");
  paying_assert_order (paying, "paid");
}

/* What comes is right by now, whatever the code said: it is enough. */
static void
test_right_by_now (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);

  set_coupon (paying, "TRINHDIEN10");
  transfer (paying, paying->payload, LESS, "applied");
  paying_assert_order (paying, "paid");
  assert_payment (paying, paying->payment, "succeeded", LESS, LESS);
}

/* Parts that had come go back with the payment they were for; what comes now is judged afresh. */
static void
test_after_parts (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);

  transfer (paying, paying->payload, 100000, "applied");
  set_coupon (paying, "TRINHDIEN10");
  assert_payment (paying, paying->payment, "replaced", PRICE, 0);
  transfer (paying, paying->payload, PRICE - 100000, "applied");
  paying_assert_order (paying, "awaiting_payment");
  assert_payment (paying, paying->payment, "underpaid", LESS, PRICE - 100000);
}

/* The gateway takes what it was asked to take. */
static void
test_gateway_cheaper (void)
{
  g_autoptr (Paying) paying = paying_new (GATEWAY_BODY);
  g_autoptr (GHashTable) paid = gateway_new_result (paying, "00", "1");
  g_autoptr (GHashTable) twice = gateway_new_result (paying, "00", "2");
  g_autofree char *told = NULL, *again = NULL, *other = NULL;
  g_autoptr (Answer) payment = NULL;

  set_coupon (paying, "TRINHDIEN10");
  told = gateway_tell (paying, paid);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_order (paying, "paid");
  assert_payment (paying, paying->payment, "succeeded", LESS, LESS);
  /* Nor is the amount of the notice a wrong one afterwards. */
  again = gateway_tell (paying, paid);
  g_assert_cmpstr (again, ==, "02");
  other = gateway_tell (paying, twice);
  g_assert_cmpstr (other, ==, "02");
  payment = paying_get (paying);
  g_assert_cmpint (answer_int (payment, "receipts.1.amount"), ==, PRICE);
  assert_payment (paying, paying->payment, "succeeded", LESS, LESS);
}

/* Too little by card: the rest is asked for by a code. */
static void
test_gateway_dearer (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autoptr (Answer) begun = NULL, underpaid = NULL;
  g_autoptr (GHashTable) paid = NULL;
  g_autofree char *told = NULL;

  set_coupon (paying, "TRINHDIEN10");
  begun = paying_ask (paying, GATEWAY_BODY);
  paying_take (paying, begun, 201);
  paid = gateway_new_result (paying, "00", "1");
  set_coupon (paying, NULL);
  told = gateway_tell (paying, paid);
  g_assert_cmpstr (told, ==, "00");
  assert_payment (paying, paying->payment, "underpaid", PRICE, LESS);
  underpaid = paying_get (paying);
  transfer (paying, answer_text (underpaid, "vietqr.payload"), PRICE - LESS, "applied");
  paying_assert_order (paying, "paid");
  assert_payment (paying, paying->payment, "succeeded", PRICE, PRICE);
}

/* The gateway's page stands open in the place of the code when a part comes for the code; and then
 * the page is paid too. */
static void
test_part_beside_the_gateway (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *code = g_strdup (paying->payment), *payload = g_strdup (paying->payload);
  g_autofree char *told = NULL;
  g_autoptr (Answer) begun = paying_ask (paying, GATEWAY_BODY);
  g_autoptr (GHashTable) paid = NULL;

  paying_take (paying, begun, 201);
  transfer (paying, payload, 100000, "applied");
  assert_payment (paying, code, "underpaid", PRICE, 100000);
  assert_payment (paying, paying->payment, "replaced", PRICE, 0);
  paid = gateway_new_result (paying, "00", "1");
  told = gateway_tell (paying, paid);
  g_assert_cmpstr (told, ==, "00");
  paying_assert_order (paying, "paid");
  assert_payment (paying, code, "replaced", PRICE, 0);
  assert_payment (paying, paying->payment, "succeeded", PRICE, PRICE);
}

/* Of two orders together the first one becomes cheaper. */
static void
test_joint (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *second = paying_add_order (paying);
  const char *const ids[] = { paying->order, second, NULL };
  g_autoptr (Answer) joint = paying_ask_jointly (paying, "vietqr", ids);

  paying_take (paying, joint, 201);
  set_coupon (paying, "TRINHDIEN10");
  assert_payment (paying, paying->payment, "replaced", 2 * PRICE, 0);
  transfer (paying, paying->payload, 100000, "applied");
  assert_payment (paying, paying->payment, "underpaid", PRICE + LESS, 100000);
  transfer (paying, paying->payload, 2 * PRICE - 100000, "excess");
  paying_assert_order (paying, "paid");
  assert_payment (paying, paying->payment, "succeeded", PRICE + LESS, PRICE + LESS);
}

/* As many people as one table may have are paid for by one payment. */
static void
test_hundred_people (void)
{
  g_autoptr (Paying) paying = paying_new (VIETQR_BODY);
  g_autofree char *draft =
    fixture_order (paying->fixture, paying->token, "smartca-on-ca-nhan-co-ban");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/people", draft);
  g_autoptr (GString) body = g_string_new ("{\"profiles\":[");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (Answer) people = NULL, joint = NULL;
  JsonArray *orders;

  for (guint i = 0; i < SME_PEOPLE_MAX; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "," : "", fixture_profile);
  g_string_append (body, "]}");
  people = fixture_call (paying->fixture, "POST", path, paying->token, body->str);
  assert_status (people, 201);
  orders = json_object_get_array_member (json_node_get_object (people->json), "orders");
  for (guint i = 0; i < json_array_get_length (orders); i++)
    g_ptr_array_add (ids, (char *) json_object_get_string_member (
                            json_array_get_object_element (orders, i), "id"));
  g_assert_cmpuint (ids->len, ==, SME_PEOPLE_MAX);
  g_ptr_array_add (ids, NULL);
  joint = paying_ask_jointly (paying, "vietqr", (const char *const *) ids->pdata);
  paying_take (paying, joint, 201);
  g_assert_cmpint (answer_int (joint, "amount"), ==, SME_PEOPLE_MAX * PRICE);
  transfer (paying, paying->payload, SME_PEOPLE_MAX * PRICE, "applied");
  paying_assert_state (paying, "succeeded");
  paying_assert_balanced (paying, SME_PEOPLE_MAX * PRICE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/changed-price/cheaper", test_cheaper);
  g_test_add_func ("/a33/changed-price/dearer", test_dearer);
  g_test_add_func ("/a33/changed-price/dearer-at-once", test_dearer_at_once);
  g_test_add_func ("/a33/changed-price/right-by-now", test_right_by_now);
  g_test_add_func ("/a33/changed-price/after-parts", test_after_parts);
  g_test_add_func ("/a33/changed-price/gateway-cheaper", test_gateway_cheaper);
  g_test_add_func ("/a33/changed-price/gateway-dearer", test_gateway_dearer);
  g_test_add_func ("/a33/changed-price/part-beside-the-gateway", test_part_beside_the_gateway);
  g_test_add_func ("/a33/changed-price/joint", test_joint);
  g_test_add_func ("/a33/hundred-people-by-one-payment", test_hundred_people);
  return g_test_run ();
}
