/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No dead end: whatever stops an order leaves a number to tell the hotline, or a time at which it
 * goes on by itself (acceptance A43, A44). */
#include "certificate-fixture.h"

#include <string.h>

#define DAY 86400

static Answer *
list_cases (Customer *customer)
{
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cases", customer->signing->order);

  return fixture_call (customer->fixture, "GET", path, customer->access, NULL);
}

static Answer *
send_otp (Customer *customer)
{
  return fixture_dossier_call (customer->fixture, customer->signing, "POST", "/otp",
                               customer->signing->documents);
}

static void
use_up_codes (Customer *customer)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Answer) sent = send_otp (customer);

      assert_status (sent, 200);
      fixture_advance (customer->fixture, 31);
    }
}

/* The tokens have aged. */
static void
take_up_again (Customer *customer)
{
  Signing *signing;

  g_free (customer->access);
  customer->access = fixture_sign_in (customer->fixture, "an@vidu.vn");
  signing = customer_open_session (customer, "contract");
  signing_free (customer->signing);
  customer->signing = signing;
}

static void
assert_limited (Customer *customer, gint64 most)
{
  g_autoptr (Answer) sent = send_otp (customer);

  assert_problem (sent, 429, "otp-limit");
  g_assert_nonnull (sent->retry_after);
  g_assert_cmpint (g_ascii_strtoll (sent->retry_after, NULL, 10), >, 0);
  g_assert_cmpint (g_ascii_strtoll (sent->retry_after, NULL, 10), <=, most);
}

static void
test_codes_come_again (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) completed = NULL;

  use_up_codes (customer);
  assert_limited (customer, DAY);
  /* Another session begins nothing anew. */
  take_up_again (customer);
  assert_limited (customer, DAY);
  fixture_advance (customer->fixture, DAY - 600);
  take_up_again (customer);
  assert_limited (customer, 600);
  fixture_advance (customer->fixture, 600);
  take_up_again (customer);
  completed = customer_sign (customer, customer->signing);
  assert_status (completed, 200);
}

/* Of one telephone the days count; then too it is said until when. */
static void
test_phone_has_a_time (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Signing) other = NULL;
  g_autoptr (Answer) eleventh = NULL;

  use_up_codes (customer);
  other = fixture_open_signing (customer->fixture, customer->access);
  signing_free (customer->signing);
  customer->signing = g_steal_pointer (&other);
  use_up_codes (customer);
  other = fixture_open_signing (customer->fixture, customer->access);
  eleventh = fixture_dossier_call (customer->fixture, other, "POST", "/otp", other->documents);
  assert_problem (eleventh, 429, "otp-limit");
  g_assert_nonnull (eleventh->retry_after);
}

static void
test_operator_gives_codes (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) early = customer_open_case (customer, "locked");
  g_autoptr (Answer) opened = NULL, resolved = NULL, completed = NULL, evidence = NULL;

  assert_problem (early, 409, "wrong-state");
  use_up_codes (customer);
  assert_limited (customer, DAY);
  opened = customer_open_case (customer, "locked");
  assert_status (opened, 201);
  resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  assert_status (resolved, 200);
  assert_order_state (customer, "signing");
  completed = customer_sign (customer, customer->signing);
  assert_status (completed, 200);
  evidence = fixture_dossier_call (customer->fixture, customer->signing, "GET", "/evidence", NULL);
  g_assert_cmpstr (evidence_find_fact (evidence, "otp-sends", "value"), ==, "6");
  g_assert_nonnull (evidence_find_fact (evidence, "codes-renewed-by", "at"));
}

static void
test_locked_has_a_number (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) before = customer_get_order (customer);
  g_autoptr (Answer) order = NULL, cases = NULL, again = NULL;

  g_assert_null (answer_text (before, "case_number"));
  customer_lock (customer, customer->signing);
  order = customer_get_order (customer);
  cases = list_cases (customer);
  g_assert_cmpint (answer_int (cases, "total"), ==, 1);
  g_assert_cmpstr (answer_text (cases, "items.0.kind"), ==, "locked");
  g_assert_cmpstr (answer_text (cases, "items.0.number"), ==, answer_text (order, "case_number"));
  g_assert_true (customer_was_told (customer, answer_text (order, "case_number")));
  again = customer_open_case (customer, "locked");
  assert_status (again, 200);
  g_assert_cmpstr (answer_text (again, "number"), ==, answer_text (order, "case_number"));
}

static void
refuse (Customer *customer)
{
  g_autoptr (Answer) identified = customer_phone (customer, "ekyc", NULL);
  g_autoptr (Answer) refused =
    customer_phone (customer, "refuse", "{\"refusal\":\"face_mismatch\"}");

  assert_status (identified, 200);
  assert_status (refused, 200);
}

/* Refused twice there is one case, and none when it is issued after all. */
static void
test_refused_has_a_number (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) activated = customer_activate (customer);
  g_autoptr (Answer) first = NULL, second = NULL, after = NULL, identified = NULL, issued = NULL,
                     order = NULL;

  assert_status (activated, 200);
  refuse (customer);
  first = list_cases (customer);
  g_assert_cmpint (answer_int (first, "total"), ==, 1);
  g_assert_cmpstr (answer_text (first, "items.0.kind"), ==, "certificate_refused");
  refuse (customer);
  second = list_cases (customer);
  g_assert_cmpint (answer_int (second, "total"), ==, 1);
  identified = customer_phone (customer, "ekyc", NULL);
  issued = customer_phone (customer, "issue", NULL);
  assert_status (issued, 200);
  after = list_cases (customer);
  g_assert_cmpstr (answer_text (after, "items.0.state"), ==, "resolved");
  g_assert_null (answer_text (after, "items.0.outcome"));
  order = customer_get_order (customer);
  g_assert_null (answer_text (order, "case_number"));
}

/* What was locked is void with the contract. */
static void
test_corrected_is_not_locked (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = NULL, resolved = NULL, order = NULL;

  customer_lock (customer, customer->signing);
  opened = customer_open_case (customer, "wrong_data");
  assert_status (opened, 201);
  resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  assert_status (resolved, 200);
  order = customer_get_order (customer);
  g_assert_null (answer_text (order, "case_number"));
}

/* All of the dossier, also what was before the operator gave new tries. */
static void
test_evidence_keeps_the_tries (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) cases = NULL, resolved = NULL, completed = NULL, evidence = NULL;
  g_autoptr (Signing) signing = NULL;

  customer_lock (customer, customer->signing);
  cases = list_cases (customer);
  resolved = customer_resolve (customer, answer_text (cases, "items.0.id"), "granted");
  assert_status (resolved, 200);
  signing = customer_open_session (customer, "contract");
  fixture_advance (customer->fixture, 31);
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
  evidence = fixture_dossier_call (customer->fixture, signing, "GET", "/evidence", NULL);
  g_assert_cmpstr (evidence_find_fact (evidence, "otp-wrong", "value"), ==, "3");
  g_assert_cmpstr (evidence_find_fact (evidence, "otp-wrong", "source"), ==, "server");
  g_assert_nonnull (evidence_find_fact (evidence, "otp-wrong-entry", "at"));
  g_assert_cmpstr (evidence_find_fact (evidence, "otp-sends", "value"), ==, "2");
  g_assert_nonnull (evidence_find_fact (evidence, "unlocked-by", "at"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a43/codes-come-again-after-a-day", test_codes_come_again);
  g_test_add_func ("/a43/telephone-has-a-time-too", test_phone_has_a_time);
  g_test_add_func ("/a43/operator-gives-codes", test_operator_gives_codes);
  g_test_add_func ("/a44/locked-has-a-number", test_locked_has_a_number);
  g_test_add_func ("/a46/refused-has-a-number", test_refused_has_a_number);
  g_test_add_func ("/a49/corrected-is-not-locked", test_corrected_is_not_locked);
  g_test_add_func ("/a44/evidence-keeps-the-tries", test_evidence_keeps_the_tries);
  return g_test_run ();
}
