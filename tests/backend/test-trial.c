/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a trial come before the cycle that was paid, over real HTTP from the order to the
 * working service (acceptance A30, A70). */
#include "certificate-fixture.h"

#include "base/sme-time.h"

#include <string.h>

#define PLAN "invoice-pos-co-ban"
#define TRIAL_DAYS 15
#define HOUSEHOLD ",\"organisation_name\":\"Phở An\",\"tax_code\":\"031090001234\""
#define ORGANISATION \
  ",\"organisation\":{\"name\":\"Phở " \
  "An\",\"tax_code\":\"031090001234\",\"registration_number\":\"01A8012345\",\"representative\":" \
  "\"Nguyễn Văn An\"}}"

static void
declare (Fixture *fixture, const char *token, const char *order)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", order);
  g_autofree char *profile_path = g_strconcat (path, "/profile", NULL);
  g_autofree char *person = g_strndup (fixture_profile, strlen (fixture_profile) - 1);
  g_autofree char *profile = g_strconcat (person, ORGANISATION, NULL);
  g_autoptr (Answer) current = fixture_call (fixture, "GET", path, token, NULL);
  Request request = { "PUT", profile_path, profile, token, .if_match = current->etag };
  g_autoptr (Answer) declared = fixture_send (fixture, &request);

  assert_status (declared, 200);
}

/* A household that paid a plan with a trial, about to sign. */
static Customer *
customer_new_on_trial (void)
{
  Fixture *fixture = fixture_new ();
  char *access = fixture_sign_up_as (fixture, "household", HOUSEHOLD, "an@vidu.vn");
  char *order = fixture_order (fixture, access, PLAN);

  declare (fixture, access, order);
  return customer_new_paying (fixture, access, order);
}

static int
read_date (Answer *answer, const char *path)
{
  int date = 0;

  g_assert_true (sme_date_parse (answer_text (answer, path), &date));
  return date;
}

static Answer *
list_subscriptions (Customer *customer)
{
  return fixture_call (customer->fixture, "GET", "/v1/subscriptions", customer->access, NULL);
}

/* Fifteen days more than the cycle, with the certificate good for all of them. */
static void
test_given (void)
{
  g_autoptr (Customer) customer = customer_new_on_trial ();
  g_autoptr (Answer) completed = customer_sign (customer, customer->signing);
  g_autoptr (Answer) before = list_subscriptions (customer);
  g_autoptr (Answer) after = NULL, certificate = NULL;
  int begin, trial_end, end;

  assert_status (completed, 200);
  g_assert_null (answer_text (before, "items.0.trial_ends_on"));
  customer_get_issued (customer);
  after = list_subscriptions (customer);
  begin = read_date (after, "items.0.starts_on");
  trial_end = read_date (after, "items.0.trial_ends_on");
  end = read_date (after, "items.0.ends_on");
  g_assert_cmpint (trial_end, ==, sme_date_add_days (begin, TRIAL_DAYS - 1));
  g_assert_cmpint (sme_date_add_days (end, 1), ==,
                   sme_date_add_months (sme_date_add_days (begin, TRIAL_DAYS), 12));
  certificate = customer_get_certificate (customer);
  g_assert_cmpint (read_date (certificate, "valid_from"), ==, begin);
  g_assert_cmpint (read_date (certificate, "valid_until"), ==, end);
}

/* What the quote promised for an order of today is what a certificate of today gives. */
static void
test_as_quoted (void)
{
  g_autoptr (Customer) customer = customer_new_on_trial ();
  g_autoptr (Answer) completed = customer_sign (customer, customer->signing);
  g_autoptr (Answer) order = NULL, after = NULL;

  assert_status (completed, 200);
  customer_get_issued (customer);
  order = customer_get_order (customer);
  after = list_subscriptions (customer);
  g_assert_cmpint (read_date (order, "quote.starts_on"), ==,
                   sme_date_add_days (read_date (after, "items.0.trial_ends_on"), 1));
  g_assert_cmpint (read_date (order, "quote.ends_on"), ==, read_date (after, "items.0.ends_on"));
}

static void
test_none (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Answer) after = list_subscriptions (customer);

  g_assert_nonnull (answer_text (after, "items.0.ends_on"));
  g_assert_null (answer_text (after, "items.0.trial_ends_on"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trial/a30-a70/days-before-the-paid-cycle", test_given);
  g_test_add_func ("/trial/a30-a70/as-the-quote-said", test_as_quoted);
  g_test_add_func ("/trial/a70/none-where-the-plan-has-none", test_none);

  return g_test_run ();
}
