/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A term that runs out: the holder is told before and after, and can order the plan again. */
#include "certificate-fixture.h"

#include <string.h>

#define DAY (24 * 3600)

static Answer *
get_subscription (Customer *customer)
{
  g_autofree char *token = fixture_sign_in (customer->fixture, "an@vidu.vn");
  g_autoptr (Answer) list =
    fixture_call (customer->fixture, "GET", "/v1/subscriptions", token, NULL);
  g_autofree char *path =
    g_strdup_printf ("/v1/subscriptions/%s", answer_text (list, "items.0.id"));

  return fixture_call (customer->fixture, "GET", path, token, NULL);
}

static void
assert_state (Customer *customer, const char *state, const char *certificate, const char *action)
{
  g_autoptr (Answer) subscription = get_subscription (customer);

  g_assert_cmpstr (answer_text (subscription, "state"), ==, state);
  g_assert_cmpstr (answer_text (subscription, "certificate_state"), ==, certificate);
  g_assert_cmpstr (answer_text (subscription, "next_actions.0"), ==, action);
}

static void
test_reminded_and_over (void)
{
  g_autoptr (Customer) customer = customer_new_active ();

  assert_state (customer, "active", "issued", "view_contract");
  fixture_advance (customer->fixture, 300 * DAY);
  assert_state (customer, "active", "issued", "view_contract");
  g_assert_false (customer_was_told (customer, "hết hạn ngày"));
  fixture_advance (customer->fixture, 40 * DAY);
  assert_state (customer, "expiring", "expiring", "renew");
  g_assert_true (customer_was_told (customer, "gia hạn trong mục Quản lý thuê bao"));
  g_assert_false (customer_was_told (customer, "đã hết hạn ngày"));
  fixture_advance (customer->fixture, 40 * DAY);
  assert_state (customer, "expired", "expired", "renew");
  g_assert_true (customer_was_told (customer, "đã hết hạn ngày"));
}

/* The program was away for years: nobody is reminded of what is over. */
static void
test_over_at_once (void)
{
  g_autoptr (Customer) customer = customer_new_active ();
  guint before = fixture_count_messages (customer->fixture);

  fixture_advance (customer->fixture, 800 * DAY);
  assert_state (customer, "expired", "expired", "renew");
  g_assert_cmpuint (fixture_count_messages (customer->fixture), ==, before + 1);
  g_assert_true (customer_was_told (customer, "đã hết hạn ngày"));
}

static void
test_what_a_subscription_holds (void)
{
  g_autoptr (Customer) customer = customer_new_active ();
  g_autoptr (Answer) subscription = get_subscription (customer);

  g_assert_cmpstr (answer_text (subscription, "plan_id"), ==, "smartca-on-ps");
  g_assert_cmpstr (answer_text (subscription, "service_id"), ==, "smartca-on");
  g_assert_nonnull (answer_text (subscription, "acceptance_dossier_id"));
  g_assert_nonnull (answer_text (subscription, "dossier_id"));
}

static char *
list_order_ids (Fixture *fixture, const char *token, const char *sort)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *after = g_strdup ("");

  /* Page by page, one on each. */
  for (guint i = 0; after != NULL && i < 10; i++)
    {
      g_autofree char *path = g_strdup_printf ("/v1/subscriptions?sort=%s&limit=1%s%s", sort,
                                               *after != '\0' ? "&after=" : "", after);
      g_autoptr (Answer) page = fixture_call (fixture, "GET", path, token, NULL);

      assert_status (page, 200);
      g_string_append_printf (ids, "%s ", answer_text (page, "items.0.plan_id"));
      g_free (after);
      after = json_object_has_member (json_node_get_object (page->json), "next")
                ? g_strdup (answer_text (page, "next"))
                : NULL;
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
buy (Fixture *fixture, const char *token, const char *plan)
{
  g_autofree char *order = fixture_order (fixture, token, plan);
  g_autofree char *pay = g_strdup_printf ("/v1/orders/%s/payments", order);
  g_autofree char *transfer = NULL;
  g_autoptr (Answer) payment = NULL, paid = NULL;

  fixture_declare (fixture, token, order);
  payment = fixture_call (fixture, "POST", pay, token,
                          "{\"method\":\"vietqr\",\"terms_version\":\"2026-11\"}");
  assert_status (payment, 201);
  transfer =
    g_strdup_printf ("{\"payload\":\"%s\",\"amount\":%" G_GINT64_FORMAT "}",
                     answer_text (payment, "vietqr.payload"), answer_int (payment, "amount"));
  paid =
    fixture_call (fixture, "POST", "/local/bank/transfers", "local-token-of-the-tests", transfer);
  assert_status (paid, 201);
}

static void
test_sorted_page_by_page (void)
{
  g_autoptr (Customer) customer = customer_new_active ();
  g_autofree char *newest = NULL, *ends = NULL, *name = NULL, *price = NULL;

  buy (customer->fixture, customer->access, "smartca-on-ca-nhan-co-ban");
  newest = list_order_ids (customer->fixture, customer->access, "newest");
  ends = list_order_ids (customer->fixture, customer->access, "ends");
  name = list_order_ids (customer->fixture, customer->access, "name");
  price = list_order_ids (customer->fixture, customer->access, "price");
  g_assert_cmpstr (newest, ==, "smartca-on-ca-nhan-co-ban smartca-on-ps ");
  /* What has no end yet comes last. */
  g_assert_cmpstr (ends, ==, "smartca-on-ps smartca-on-ca-nhan-co-ban ");
  g_assert_cmpstr (name, ==, "smartca-on-ca-nhan-co-ban smartca-on-ps ");
  g_assert_cmpstr (price, ==, "smartca-on-ca-nhan-co-ban smartca-on-ps ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a71/reminded-before-the-end-and-told-after", test_reminded_and_over);
  g_test_add_func ("/a71/nobody-is-reminded-of-what-is-over", test_over_at_once);
  g_test_add_func ("/a70/a-subscription-names-plan-documents-and-certificate",
                   test_what_a_subscription_holds);
  g_test_add_func ("/a70/sorted-page-by-page", test_sorted_page_by_page);
  return g_test_run ();
}
