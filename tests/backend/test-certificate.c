/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a certificate over real HTTP (acceptance A3), and the acceptance record that ends it
 * (A50). */
#include "certificate-fixture.h"

#include "base/sme-time.h"

#include <glib/gstdio.h>
#include <string.h>

static const char refusal[] =
  "{\"refusal\":\"face_mismatch\",\"note\":\"Xin chụp ở nơi đủ sáng.\"}";

static void
assert_certificate_state (Customer *customer, const char *state)
{
  g_autoptr (Answer) certificate = customer_get_certificate (customer);

  g_assert_cmpstr (answer_text (certificate, "state"), ==, state);
}

static int
read_date (Answer *answer, const char *path)
{
  int date = 0;

  g_assert_true (sme_date_parse (answer_text (answer, path), &date));
  return date;
}

static void
test_whole_way (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) sent = customer_get_certificate (customer);
  g_autoptr (Answer) activated = customer_activate (customer);
  g_autoptr (Answer) identified = customer_phone (customer, "ekyc", NULL);
  g_autoptr (Answer) issued = NULL, order = NULL;
  int begin, end;

  g_assert_cmpstr (answer_text (sent, "state"), ==, "code_sent");
  g_assert_cmpstr (answer_text (sent, "code_sent_to"), ==, "0912 *** 678");
  g_assert_nonnull (answer_text (sent, "resend_after"));
  g_assert_null (answer_text (sent, "activated_at"));
  g_assert_cmpstr (answer_text (activated, "state"), ==, "activated");
  g_assert_nonnull (answer_text (activated, "activated_at"));
  g_assert_null (answer_text (activated, "resend_after"));
  g_assert_cmpstr (answer_text (identified, "state"), ==, "ekyc");
  g_assert_nonnull (answer_text (identified, "ekyc_at"));
  assert_order_state (customer, "activating");
  assert_next_action (customer, "activate");
  issued = customer_phone (customer, "issue", NULL);
  g_assert_cmpstr (answer_text (issued, "state"), ==, "issued");
  g_assert_nonnull (answer_text (issued, "serial_number"));
  begin = read_date (issued, "valid_from");
  end = read_date (issued, "valid_until");
  g_assert_cmpint (sme_date_add_days (end, 1), ==, sme_date_add_months (begin, 12));
  g_assert_true (customer_was_told (customer, "Biên bản nghiệm thu"));
  order = customer_get_order (customer);
  g_assert_cmpstr (answer_text (order, "state"), ==, "accepting");
  g_assert_cmpstr (answer_text (order, "next_actions.0"), ==, "sign_acceptance");
  g_assert_nonnull (answer_text (order, "acceptance_dossier_id"));
}

/* The term begins with the certificate, and no day earlier. */
static void
test_subscription_begins (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) before =
    fixture_call (customer->fixture, "GET", "/v1/subscriptions", customer->access, NULL);
  g_autoptr (Answer) after = NULL, certificate = NULL;

  g_assert_cmpstr (answer_text (before, "items.0.state"), ==, "pending");
  g_assert_null (answer_text (before, "items.0.starts_on"));
  customer_get_issued (customer);
  after = fixture_call (customer->fixture, "GET", "/v1/subscriptions", customer->access, NULL);
  certificate = customer_get_certificate (customer);
  g_assert_cmpstr (answer_text (after, "items.0.state"), ==, "active");
  /* Whose price it is. */
  g_assert_cmpstr (answer_text (after, "items.0.basis"), ==, "seed");
  g_assert_cmpstr (answer_text (after, "items.0.starts_on"), ==,
                   answer_text (certificate, "valid_from"));
  g_assert_cmpstr (answer_text (after, "items.0.ends_on"), ==,
                   answer_text (certificate, "valid_until"));
}

static void
test_refused_and_again (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) activated = customer_activate (customer);
  g_autoptr (Answer) identified = customer_phone (customer, "ekyc", NULL);
  g_autoptr (Answer) refused = customer_phone (customer, "refuse", refusal);
  g_autoptr (Answer) early = NULL, again = NULL, issued = NULL;

  g_assert_cmpstr (answer_text (refused, "state"), ==, "refused");
  g_assert_cmpstr (answer_text (refused, "refusal"), ==, "face_mismatch");
  g_assert_cmpstr (answer_text (refused, "refusal_note"), ==, "Xin chụp ở nơi đủ sáng.");
  g_assert_true (customer_was_told (customer, "Khuôn mặt không khớp"));
  assert_order_state (customer, "activating");
  early = customer_phone (customer, "issue", NULL);
  assert_problem (early, 409, "wrong-state");
  again = customer_phone (customer, "ekyc", NULL);
  g_assert_cmpstr (answer_text (again, "state"), ==, "ekyc");
  issued = customer_phone (customer, "issue", NULL);
  g_assert_cmpstr (answer_text (issued, "state"), ==, "issued");
}

/* Each step in each state: what the table does not allow is 409 and changes nothing. */
static void
test_order_of_steps (void)
{
  static const char *const steps[] = { "activate", "ekyc", "issue", "refuse" };
  static const char *const bodies[] = { "{\"code\":\"1\"}", NULL, NULL, refusal };
  static const struct
  {
    const char *state;
    gboolean allowed[4];
  } rows[] = {
    { "code_sent", { TRUE, FALSE, FALSE, FALSE } },
    { "activated", { FALSE, TRUE, FALSE, FALSE } },
    { "ekyc", { FALSE, FALSE, TRUE, TRUE } },
    { "issued", { FALSE, FALSE, FALSE, FALSE } },
  };
  g_autoptr (Customer) customer = customer_new_signed ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Answer) on = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
        if (!rows[i].allowed[k])
          {
            g_autoptr (Answer) answer = customer_phone (customer, steps[k], bodies[k]);

            assert_problem (answer, 409, "wrong-state");
            assert_certificate_state (customer, rows[i].state);
          }
      if (i + 1 < G_N_ELEMENTS (rows))
        on = i == 0 ? customer_activate (customer) : customer_phone (customer, steps[i], NULL);
    }
}

static void
test_before_the_contract (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autoptr (Answer) none = customer_get_certificate (customer);
  g_autoptr (Answer) resend = customer_post (customer, "/certificate/resend-code", NULL);
  g_autoptr (Answer) phone = customer_phone (customer, "ekyc", NULL);
  g_autoptr (Answer) session =
    customer_post (customer, "/signing-sessions", "{\"purpose\":\"acceptance\"}");

  assert_problem (none, 404, "not-found");
  assert_problem (resend, 409, "wrong-state");
  assert_problem (phone, 409, "wrong-state");
  assert_problem (session, 409, "wrong-state");
}

static void
test_resend (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autofree char *first = fixture_last_code (customer->fixture, "sms");
  g_autofree char *old = g_strdup_printf ("{\"code\":\"%s\"}", first);
  g_autoptr (Answer) early = customer_post (customer, "/certificate/resend-code", NULL);
  g_autoptr (Answer) resent = NULL, refused = NULL, activated = NULL, late = NULL;
  g_autofree char *second = NULL;

  assert_problem (early, 429, "too-many-requests");
  g_assert_nonnull (early->retry_after);
  fixture_advance (customer->fixture, 61);
  resent = customer_post (customer, "/certificate/resend-code", NULL);
  assert_status (resent, 200);
  second = fixture_last_code (customer->fixture, "sms");
  /* The new one ends the old one. */
  g_assert_cmpstr (first, !=, second);
  refused = customer_phone (customer, "activate", old);
  assert_problem (refused, 422, "otp-wrong");
  activated = customer_activate (customer);
  assert_status (activated, 200);
  late = customer_post (customer, "/certificate/resend-code", NULL);
  assert_problem (late, 409, "wrong-state");
}

static void
test_resend_limit (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) sixth = NULL, tomorrow = NULL;
  g_autofree char *access = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Answer) resent = NULL;

      fixture_advance (customer->fixture, 61);
      resent = customer_post (customer, "/certificate/resend-code", NULL);
      assert_status (resent, 200);
    }
  fixture_advance (customer->fixture, 61);
  sixth = customer_post (customer, "/certificate/resend-code", NULL);
  assert_problem (sixth, 429, "too-many-requests");
  fixture_advance (customer->fixture, g_ascii_strtoll (sixth->retry_after, NULL, 10));
  access = fixture_sign_in (customer->fixture, "an@vidu.vn");
  g_free (customer->access);
  customer->access = g_steal_pointer (&access);
  tomorrow = customer_post (customer, "/certificate/resend-code", NULL);
  assert_status (tomorrow, 200);
}

/* Five wrong entries end a code, and so does a week; another one can always be had. */
static void
test_codes_end (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) right = NULL, resent = NULL, old = NULL;

  for (int left = 4; left >= 0; left--)
    {
      g_autoptr (Answer) wrong = customer_phone (customer, "activate", "{\"code\":\"no\"}");

      assert_problem (wrong, 422, "otp-wrong");
      g_assert_cmpint (answer_int (wrong, "attempts_left"), ==, left);
    }
  right = customer_activate (customer);
  assert_problem (right, 422, "otp-expired");
  fixture_advance (customer->fixture, 61);
  resent = customer_post (customer, "/certificate/resend-code", NULL);
  assert_status (resent, 200);
  fixture_advance (customer->fixture, 7 * 24 * 3600);
  old = customer_activate (customer);
  assert_problem (old, 422, "otp-expired");
}

static GBytes *
read_document (Customer *customer, Signing *signing)
{
  g_autofree char *path = g_strdup_printf ("/econtract/v1/documents/%s/content", signing->contract);
  g_autoptr (Answer) answer = fixture_call (customer->fixture, "GET", path, signing->token, NULL);

  assert_status (answer, 200);
  return g_bytes_ref (answer->body);
}

/* poppler's own judge of signatures, where it is installed. */
static void
judge (GBytes *pdf)
{
  g_autofree char *program = g_find_program_in_path ("pdfsig");
  g_autofree char *directory = g_dir_make_tmp ("onesme-judge-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "acceptance.pdf", NULL);
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, "-nocert", path, NULL };

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), &error));
  if (program != NULL)
    {
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said, NULL,
                    NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (said, "Signature Validation: Signature is Valid."));
      g_assert_nonnull (strstr (said, "Total document signed"));
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_acceptance_is_signed_the_same_way (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Signing) signing = customer_open_session (customer, "acceptance");
  g_autoptr (GBytes) before = read_document (customer, signing);
  g_autoptr (Answer) completed = customer_sign (customer, signing);
  g_autoptr (GBytes) after = read_document (customer, signing);
  g_autoptr (Answer) again =
    fixture_dossier_call (customer->fixture, signing, "POST", "/completion", NULL);
  g_autoptr (GBytes) last = read_document (customer, signing);
  gsize n = g_bytes_get_size (before);

  g_assert_cmpstr (answer_text (completed, "state"), ==, "completed");
  g_assert_cmpstr (answer_text (completed, "kind"), ==, "acceptance");
  g_assert_cmpstr (answer_text (completed, "documents.0.name"), ==, "Biên bản nghiệm thu");
  g_assert_cmpstr (answer_text (completed, "documents.0.state"), ==, "effective");
  g_assert_null (answer_text (completed, "documents.1.id"));
  /* What was read is what is signed. */
  g_assert_cmpuint (n, <, g_bytes_get_size (after));
  g_assert_true (memcmp (g_bytes_get_data (before, NULL), g_bytes_get_data (after, NULL), n) == 0);
  assert_status (again, 200);
  g_assert_true (g_bytes_equal (after, last));
  judge (after);
  assert_order_state (customer, "active");
  g_assert_true (customer_was_told (customer, "Thuê bao đang hoạt động"));
}

/* The code by SMS says what it is for, and a locked record locks the order. */
static void
test_acceptance_locks (void)
{
  g_autoptr (Customer) customer = customer_new_accepting ();
  g_autoptr (Signing) signing = customer_open_session (customer, "acceptance");
  g_autoptr (Answer) refused = NULL;

  customer_lock (customer, signing);
  g_assert_true (
    fixture_was_told (customer->fixture, "+84912345678", "Ma OTP ky bien ban nghiem thu"));
  assert_order_state (customer, "locked");
  refused = fixture_dossier_call (customer->fixture, signing, "POST", "/otp", signing->documents);
  assert_problem (refused, 423, "signing-locked");
}

/* Nothing that was acknowledged is lost, whichever step the power goes at. */
static void
test_survives_kill (void)
{
  static const char *const steps[] = { "ekyc", "refuse", "ekyc", "issue" };
  static const char *const states[] = { "ekyc", "refused", "ekyc", "issued" };
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autoptr (Answer) activated = customer_activate (customer);
  g_autoptr (Signing) signing = NULL;
  g_autoptr (Answer) completed = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (Answer) answer = NULL;

      fixture_stop (customer->fixture, TRUE);
      fixture_start (customer->fixture);
      answer =
        customer_phone (customer, steps[i], g_str_equal (steps[i], "refuse") ? refusal : NULL);
      g_assert_cmpstr (answer_text (answer, "state"), ==, states[i]);
    }
  fixture_stop (customer->fixture, TRUE);
  fixture_start (customer->fixture);
  signing = customer_open_session (customer, "acceptance");
  completed = customer_sign (customer, signing);
  assert_status (completed, 200);
  fixture_stop (customer->fixture, TRUE);
  fixture_start (customer->fixture);
  assert_order_state (customer, "active");
}

static void
test_etag (void)
{
  g_autoptr (Customer) customer = customer_new_signed ();
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s/certificate", customer->signing->order);
  g_autoptr (Answer) first = customer_get_certificate (customer);
  Request request = {
    "GET", path, NULL, customer->access, .header = "If-None-Match", .value = first->etag
  };
  g_autoptr (Answer) same = fixture_send (customer->fixture, &request);
  g_autoptr (Answer) activated = customer_activate (customer);
  g_autoptr (Answer) other = fixture_send (customer->fixture, &request);

  assert_status (same, 304);
  assert_status (other, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a3/from-the-code-to-the-certificate", test_whole_way);
  g_test_add_func ("/a3/subscription-begins-with-the-certificate", test_subscription_begins);
  g_test_add_func ("/a3/refused-and-identified-again", test_refused_and_again);
  g_test_add_func ("/a3/steps-come-in-their-order", test_order_of_steps);
  g_test_add_func ("/a3/nothing-before-the-contract", test_before_the_contract);
  g_test_add_func ("/a3/code-is-sent-again", test_resend);
  g_test_add_func ("/a3/five-resends-a-day", test_resend_limit);
  g_test_add_func ("/a3/codes-end", test_codes_end);
  g_test_add_func ("/a50/record-is-signed-the-same-way", test_acceptance_is_signed_the_same_way);
  g_test_add_func ("/a50/wrong-codes-lock", test_acceptance_locks);
  g_test_add_func ("/certificate/survives-kill", test_survives_kill);
  g_test_add_func ("/certificate/etag-follows-the-state", test_etag);
  return g_test_run ();
}
