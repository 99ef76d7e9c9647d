/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which payment of an order is the one to show, and how it is paid. */
#include "app/order/sme-payment-text.h"

#include "core/sme-vietqr-details.h"

static SmePayment *
add_payment (SmeOrder *order, const char *id, const char *method, const char *state)
{
  g_autoptr (SmePayment) payment = sme_payment_new ();

  sme_record_set_text (SME_RECORD (payment), "id", id);
  sme_record_set_nick (SME_RECORD (payment), "method", method);
  sme_record_set_nick (SME_RECORD (payment), "state", state);
  sme_record_append (SME_RECORD (order), "payments", payment);
  return payment;
}

static void
assert_current (SmeOrder *order, const char *id)
{
  g_autoptr (SmePayment) found = sme_order_find_current_payment (order);

  g_assert_cmpstr (found != NULL ? sme_record_get_text (SME_RECORD (found), "id") : NULL, ==, id);
}

static SmeOrder *
new_order (const char *state)
{
  SmeOrder *order = sme_order_new ();

  sme_record_set_nick (SME_RECORD (order), "state", state);
  return order;
}

static void
test_newest (void)
{
  g_autoptr (SmeOrder) order = new_order ("awaiting_payment");

  assert_current (order, NULL);
  add_payment (order, "first", "vietqr", "expired");
  assert_current (order, "first");
  add_payment (order, "second", "gateway", "failed");
  assert_current (order, "second");
  add_payment (order, "third", "vietqr", "replaced");
  assert_current (order, "second");
}

/* Late money came for the first one, and it asks for the rest; or the bank looks at it. */
static void
test_what_goes_on (void)
{
  static const char *const states[] = { "underpaid", "checking", "pending" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (SmeOrder) order = new_order ("awaiting_payment");

      add_payment (order, "first", "gateway", states[i]);
      add_payment (order, "second", "gateway", "failed");
      assert_current (order, "first");
    }
}

static void
test_declared_anew (void)
{
  g_autoptr (SmeOrder) order = new_order ("declared");

  add_payment (order, "first", "vietqr", "pending");
  assert_current (order, NULL);
}

/* What the gateway took too little of is paid by a code. */
static void
test_rest_by_code (void)
{
  g_autoptr (SmeOrder) order = new_order ("awaiting_payment");
  SmePayment *payment = add_payment (order, "first", "gateway", "underpaid");
  g_autoptr (SmeVietqrDetails) details = sme_vietqr_details_new ();

  g_assert_true (sme_payment_is_by_gateway (payment));
  sme_record_set_object (SME_RECORD (payment), "vietqr", details);
  g_assert_false (sme_payment_is_by_gateway (payment));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a33/current-payment/newest-that-stands", test_newest);
  g_test_add_func ("/a33/current-payment/what-goes-on-first", test_what_goes_on);
  g_test_add_func ("/a33/current-payment/declared-anew", test_declared_anew);
  g_test_add_func ("/a33/current-payment/rest-by-code", test_rest_by_code);
  return g_test_run ();
}
