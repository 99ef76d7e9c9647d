/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases for the support over real HTTP (acceptance A44, A49, A50): what they hold, and what the
 * operator's decision does. */
#include "certificate-fixture.h"

#include <string.h>

static void
assert_case_opens (Answer *opened)
{
  assert_status (opened, 201);
  g_assert_cmpstr (answer_text (opened, "state"), ==, "open");
  g_assert_cmpuint (strlen (answer_text (opened, "number")), ==, 6);
}

static Answer *
get_dossier (Customer *customer, const char *path)
{
  g_autofree char *lookup = g_strdup_printf ("/econtract/v1/dossiers/%s", path);

  return fixture_call (customer->fixture, "GET", lookup, customer->signing->token, NULL);
}

static void
test_locked_gets_new_tries (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = NULL, resolved = NULL, again = NULL, completed = NULL;
  g_autoptr (Signing) signing = NULL;

  customer_lock (customer, customer->signing);
  /* There is one already. */
  opened = customer_open_case (customer, "locked");
  assert_status (opened, 200);
  assert_order_state (customer, "locked");
  resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  g_assert_cmpstr (answer_text (resolved, "state"), ==, "resolved");
  g_assert_cmpstr (answer_text (resolved, "outcome"), ==, "granted");
  g_assert_true (customer_was_told (customer, "Đã mở khóa."));
  assert_order_state (customer, "signing");
  again = customer_resolve (customer, answer_text (opened, "id"), "granted");
  assert_problem (again, 409, "wrong-state");
  signing = customer_open_session (customer, "contract");
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
}

static void
test_locked_acceptance_gets_new_tries (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Signing) first = customer_open_session (customer, "acceptance");
  g_autoptr (Signing) second = NULL;
  g_autoptr (Answer) opened = NULL, resolved = NULL, completed = NULL;

  customer_lock (customer, first);
  opened = customer_open_case (customer, "locked");
  resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  assert_status (resolved, 200);
  assert_order_state (customer, "accepting");
  second = customer_open_session (customer, "acceptance");
  g_assert_cmpstr (first->dossier, ==, second->dossier);
  completed = customer_sign (customer, second);
  assert_status (completed, 200);
  assert_order_state (customer, "active");
}

static void
test_hold_stops_signing (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) otp = fixture_dossier_call (customer->fixture, customer->signing, "POST",
                                                 "/otp", customer->signing->documents);
  g_autoptr (Answer) other = customer_open_case (customer, "acceptance_failed");
  g_autoptr (Answer) resolved = NULL;

  assert_case_opens (opened);
  assert_order_state (customer, "on_hold");
  assert_next_action (customer, "contact_support");
  assert_problem (otp, 409, "wrong-state");
  assert_problem (other, 409, "wrong-state");
  resolved = customer_resolve (customer, answer_text (opened, "id"), "unchanged");
  assert_status (resolved, 200);
  g_assert_true (customer_was_told (customer, "không có gì phải thay đổi"));
  assert_order_state (customer, "signing");
}

static void
declare_again (Customer *customer)
{
  g_autoptr (Answer) order = customer_get_order (customer);
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/profile", customer->signing->order);
  Request request = { "PUT", path, fixture_profile, customer->access, .if_match = order->etag };
  g_autoptr (Answer) declared = fixture_send (customer->fixture, &request);

  assert_status (declared, 200);
  /* Paid once, and for all. */
  g_assert_cmpstr (answer_text (declared, "state"), ==, "paid");
}

static void
assert_correctable (Customer *customer)
{
  g_autoptr (Answer) order = customer_get_order (customer);
  g_autoptr (Answer) cancelled = customer_post (customer, "/cancellation", NULL);
  g_autoptr (Answer) paid =
    customer_post (customer, "/payments", "{\"method\":\"none\",\"terms_version\":\"2026-11\"}");

  g_assert_cmpstr (answer_text (order, "state"), ==, "draft");
  g_assert_cmpstr (answer_text (order, "next_actions.0"), ==, "declare");
  g_assert_cmpstr (answer_text (order, "next_actions.1"), ==, "contact_support");
  g_assert_null (answer_text (order, "dossier_id"));
  g_assert_null (answer_text (order, "acceptance_dossier_id"));
  assert_problem (cancelled, 409, "wrong-state");
  assert_problem (paid, 409, "wrong-state");
}

/* Nothing signed yet: the contract is void, the declaration is corrected, nobody pays twice. */
static void
test_wrong_data_unsigned (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  g_autoptr (Answer) voided = get_dossier (customer, customer->signing->dossier);
  g_autoptr (Signing) signing = NULL;
  g_autoptr (Answer) completed = NULL;

  assert_status (resolved, 200);
  g_assert_cmpstr (answer_text (voided, "state"), ==, "voided");
  g_assert_cmpstr (answer_text (voided, "documents.0.state"), ==, "voided");
  assert_correctable (customer);
  declare_again (customer);
  signing = customer_open_session (customer, "contract");
  g_assert_cmpstr (signing->dossier, !=, customer->signing->dossier);
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
  assert_order_state (customer, "activating");
}

static void
test_wrong_data_at_every_step (void)
{
  static const char *const states[] = { "otp_sent", "otp_verified", "signature_saved", "locked" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (Customer) customer = customer_new ();
      g_autoptr (Answer) before = NULL, opened = NULL, resolved = NULL, after = NULL;

      if (g_str_equal (states[i], "locked"))
        customer_lock (customer, customer->signing);
      else
        customer_sign_until (customer, customer->signing, states[i]);
      before = get_dossier (customer, customer->signing->dossier);
      g_assert_cmpstr (answer_text (before, "state"), ==, states[i]);
      opened = customer_open_case (customer, "wrong_data");
      resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
      assert_status (resolved, 200);
      after = get_dossier (customer, customer->signing->dossier);
      g_assert_cmpstr (answer_text (after, "state"), ==, "voided");
    }
}

/* Signed, code received (A49): the contract is superseded, not changed; the certificate revoked. */
static void
test_wrong_data_signed (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Answer) before = get_dossier (customer, customer->signing->dossier);
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  g_autoptr (Answer) after = get_dossier (customer, customer->signing->dossier);
  g_autoptr (Answer) revoked = customer_get_certificate (customer);
  g_autoptr (Answer) pending =
    fixture_call (customer->fixture, "GET", "/v1/subscriptions", customer->access, NULL);
  g_autoptr (Signing) signing = NULL;
  g_autoptr (Answer) completed = NULL, sent = NULL;

  assert_status (resolved, 200);
  g_assert_cmpstr (answer_text (after, "state"), ==, "superseded");
  g_assert_cmpstr (answer_text (after, "documents.0.sha256"), ==,
                   answer_text (before, "documents.0.sha256"));
  g_assert_cmpstr (answer_text (revoked, "state"), ==, "revoked");
  g_assert_cmpstr (answer_text (pending, "items.0.state"), ==, "pending");
  g_assert_null (answer_text (pending, "items.0.starts_on"));
  assert_correctable (customer);
  declare_again (customer);
  signing = customer_open_session (customer, "contract");
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
  sent = customer_get_certificate (customer);
  g_assert_cmpstr (answer_text (sent, "state"), ==, "code_sent");
  g_assert_null (answer_text (sent, "valid_from"));
  customer_get_issued (customer);
  assert_order_state (customer, "accepting");
}

/* From wherever the certificate is. */
static void
test_wrong_data_on_the_way (void)
{
  static const char *const steps[] = { NULL, "ekyc", "refuse" };

  for (guint n = 0; n <= G_N_ELEMENTS (steps); n++)
    {
      g_autoptr (Customer) customer = customer_new_signed ();
      g_autoptr (Answer) opened = NULL, resolved = NULL, held = NULL, certificate = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autoptr (Answer) step =
            steps[i] == NULL
              ? customer_activate (customer)
              : customer_phone (customer, steps[i],
                                g_str_equal (steps[i], "refuse") ? "{\"refusal\":\"data_mismatch\"}"
                                                                 : NULL);

          assert_status (step, 200);
        }
      opened = customer_open_case (customer, "wrong_data");
      assert_case_opens (opened);
      held = customer_phone (customer, "ekyc", NULL);
      assert_problem (held, 409, "wrong-state");
      resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
      assert_status (resolved, 200);
      certificate = customer_get_certificate (customer);
      g_assert_cmpstr (answer_text (certificate, "state"), ==, "revoked");
    }
}

/* Wherever an order is held it goes back to. */
static void
test_back_to_where_it_was (void)
{
  g_autoptr (Customer) signing = customer_new ();
  g_autoptr (Customer) activating = customer_new_signed ();
  g_autoptr (Customer) accepting = customer_new_accepting ();
  struct
  {
    Customer *customer;
    const char *state;
    const char *kind;
  } rows[] = {
    { signing, "locked", "wrong_data" },
    { activating, "activating", "wrong_data" },
    { accepting, "accepting", "wrong_data" },
    { accepting, "accepting", "acceptance_failed" },
  };

  customer_lock (signing, signing->signing);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) opened = customer_open_case (rows[i].customer, rows[i].kind);
      g_autoptr (Answer) resolved = NULL;

      assert_case_opens (opened);
      assert_order_state (rows[i].customer, "on_hold");
      resolved = customer_resolve (rows[i].customer, answer_text (opened, "id"), "unchanged");
      assert_status (resolved, 200);
      assert_order_state (rows[i].customer, rows[i].state);
    }
}

/* Paid, but the contract was never opened. */
static void
test_hold_before_signing (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  g_autoptr (Answer) again = NULL, back = NULL;

  assert_status (resolved, 200);
  declare_again (customer);
  again = customer_open_case (customer, "wrong_data");
  assert_case_opens (again);
  assert_order_state (customer, "on_hold");
  back = customer_resolve (customer, answer_text (again, "id"), "unchanged");
  assert_status (back, 200);
  assert_order_state (customer, "paid");
}

static void
test_failed_acceptance_is_drawn_anew (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Signing) first = customer_open_session (customer, "acceptance");
  g_autoptr (Answer) opened = customer_open_case (customer, "acceptance_failed");
  g_autoptr (Signing) second = NULL;
  g_autoptr (Answer) resolved = NULL, completed = NULL;

  g_assert_true (customer_was_told (customer, "Nhánh 1"));
  resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  assert_status (resolved, 200);
  second = customer_open_session (customer, "acceptance");
  g_assert_cmpstr (first->dossier, !=, second->dossier);
  completed = customer_sign (customer, second);
  assert_status (completed, 200);
  assert_order_state (customer, "active");
}

/* A service that works goes on working; a case about it is only heard. */
static void
test_active_is_not_held (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Signing) signing = customer_open_session (customer, "acceptance");
  g_autoptr (Answer) completed = customer_sign (customer, signing);
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");

  assert_case_opens (opened);
  assert_status (resolved, 200);
  assert_order_state (customer, "active");
}

static void
test_one_open_case_of_a_kind (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) first = customer_open_case (customer, "other");
  g_autoptr (Answer) second =
    customer_post (customer, "/cases", "{\"kind\":\"other\",\"text\":\"Còn nữa\"}");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cases", customer->signing->order);
  g_autoptr (Answer) list = NULL, resolved = NULL, third = NULL, bad = NULL;

  assert_case_opens (first);
  assert_status (second, 200);
  g_assert_cmpstr (answer_text (first, "number"), ==, answer_text (second, "number"));
  g_assert_cmpstr (answer_text (second, "text"), ==, "Xin kiểm tra giúp\n\nCòn nữa");
  assert_order_state (customer, "signing");
  resolved = customer_resolve (customer, answer_text (first, "id"), "granted");
  assert_status (resolved, 200);
  third = customer_open_case (customer, "other");
  assert_case_opens (third);
  list = fixture_call (customer->fixture, "GET", path, customer->access, NULL);
  g_assert_cmpint (answer_int (list, "total"), ==, 2);
  bad = customer_post (customer, "/cases", "{\"kind\":\"locked\"}");
  assert_problem (bad, 409, "wrong-state");
}

/* Also of an order that isn't declared; ten a day are enough. */
static void
test_limits (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *order = fixture_order (customer->fixture, customer->access, "smartca-on-ps");
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/cases", order);
  g_autoptr (Answer) own = NULL, eleventh = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (Answer) opened =
        fixture_call (customer->fixture, "POST", path, customer->access, "{\"kind\":\"other\"}");
      g_autoptr (Answer) resolved =
        customer_resolve (customer, answer_text (opened, "id"), "unchanged");

      assert_case_opens (opened);
      assert_status (resolved, 200);
    }
  own =
    fixture_call (customer->fixture, "POST", path, customer->access, "{\"kind\":\"wrong_data\"}");
  assert_problem (own, 409, "wrong-state");
  eleventh = customer_open_case (customer, "other");
  assert_problem (eleventh, 429, "too-many-requests");
}

static void
test_survives_kill (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Answer) opened = customer_open_case (customer, "wrong_data");
  g_autoptr (Answer) resolved = NULL;

  fixture_stop (customer->fixture, TRUE);
  fixture_start (customer->fixture);
  assert_order_state (customer, "on_hold");
  resolved = customer_resolve (customer, answer_text (opened, "id"), "granted");
  assert_status (resolved, 200);
  fixture_stop (customer->fixture, TRUE);
  fixture_start (customer->fixture);
  assert_correctable (customer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a44/locked-gets-new-tries", test_locked_gets_new_tries);
  g_test_add_func ("/a50/locked-record-gets-new-tries", test_locked_acceptance_gets_new_tries);
  g_test_add_func ("/a49/hold-stops-signing", test_hold_stops_signing);
  g_test_add_func ("/a49/unsigned-contract-is-void", test_wrong_data_unsigned);
  g_test_add_func ("/a49/unsigned-contract-is-void-at-every-step", test_wrong_data_at_every_step);
  g_test_add_func ("/a49/signed-contract-is-superseded", test_wrong_data_signed);
  g_test_add_func ("/a49/wrong-data-on-the-way-to-the-certificate", test_wrong_data_on_the_way);
  g_test_add_func ("/cases/back-to-where-it-was", test_back_to_where_it_was);
  g_test_add_func ("/cases/hold-before-signing", test_hold_before_signing);
  g_test_add_func ("/a50/failed-record-is-drawn-anew", test_failed_acceptance_is_drawn_anew);
  g_test_add_func ("/cases/active-is-not-held", test_active_is_not_held);
  g_test_add_func ("/cases/one-open-case-of-a-kind", test_one_open_case_of_a_kind);
  g_test_add_func ("/cases/limits", test_limits);
  g_test_add_func ("/cases/survives-kill", test_survives_kill);
  return g_test_run ();
}
