/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend-fixture.h"

#include <string.h>

static char *
send_otp (Fixture *fixture, Signing *signing)
{
  g_autoptr (Answer) sent =
    fixture_dossier_call (fixture, signing, "POST", "/otp", signing->documents);

  assert_status (sent, 200);
  return fixture_last_code (fixture, "sms");
}

static Answer *
enter (Fixture *fixture, Signing *signing, const char *code)
{
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", code);

  return fixture_dossier_call (fixture, signing, "POST", "/otp/verify", body);
}

static const char *
wrong_code (const char *right)
{
  return g_str_equal (right, "000000") ? "111111" : "000000";
}

static GBytes *
read_contract (Fixture *fixture, Signing *signing)
{
  g_autofree char *path = g_strdup_printf ("/econtract/v1/documents/%s/content", signing->contract);
  g_autoptr (Answer) answer = fixture_call (fixture, "GET", path, signing->token, NULL);

  assert_status (answer, 200);
  g_assert_cmpstr (answer->content_type, ==, "application/pdf");
  return g_bytes_ref (answer->body);
}

static gboolean
is_prefix (GBytes *prefix, GBytes *whole)
{
  gsize n;
  gconstpointer data = g_bytes_get_data (prefix, &n);

  return n < g_bytes_get_size (whole) && memcmp (data, g_bytes_get_data (whole, NULL), n) == 0;
}

static void
test_whole_way (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *code = send_otp (fixture, signing);
  g_autoptr (GBytes) before = read_contract (fixture, signing);
  g_autoptr (Answer) verified = enter (fixture, signing, code);
  g_autoptr (Answer) saved =
    fixture_dossier_call (fixture, signing, "PUT", "/signature", fixture_signature);
  g_autoptr (Answer) completed =
    fixture_dossier_call (fixture, signing, "POST", "/completion", NULL);
  g_autoptr (GBytes) after = read_contract (fixture, signing);
  g_autoptr (Answer) again = fixture_dossier_call (fixture, signing, "POST", "/completion", NULL);
  g_autoptr (GBytes) last = read_contract (fixture, signing);

  g_assert_cmpstr (answer_text (verified, "state"), ==, "otp_verified");
  g_assert_cmpstr (answer_text (saved, "state"), ==, "signature_saved");
  g_assert_cmpstr (answer_text (completed, "state"), ==, "completed");
  g_assert_cmpstr (answer_text (completed, "documents.0.state"), ==, "effective");
  /* What was read is what is signed. */
  g_assert_true (is_prefix (before, after));
  /* A second completion answers the same and seals nothing. */
  assert_status (again, 200);
  g_assert_true (g_bytes_equal (after, last));
}

static void
test_password_first (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autofree char *order = fixture_order (fixture, token, "smartca-on-ps");
  g_autofree char *pay = g_strdup_printf ("/v1/orders/%s/payments", order);
  g_autofree char *open = g_strdup_printf ("/v1/orders/%s/signing-sessions", order);
  g_autofree char *otp = NULL;
  g_autoptr (Answer) paid = NULL, session = NULL, refused = NULL;

  fixture_declare (fixture, token, order);
  paid = fixture_call (fixture, "POST", pay, token,
                       "{\"method\":\"none\",\"terms_version\":\"2026-11\"}");
  session = fixture_call (fixture, "POST", open, token, "{\"purpose\":\"contract\"}");
  otp = g_strdup_printf ("/econtract/v1/dossiers/%s/otp", answer_text (session, "dossier_id"));
  refused = fixture_call (fixture, "POST", otp, answer_text (session, "access_token"),
                          "{\"documents\":[]}");
  assert_problem (refused, 403, "password-change-required");
}

/* Acceptance A44: three wrong entries lock; a resend gives no tries back; nothing works afterwards.
 */
static void
test_three_wrong_lock (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *code = send_otp (fixture, signing);
  g_autoptr (Answer) first = enter (fixture, signing, wrong_code (code));
  g_autoptr (Answer) odd = enter (fixture, signing, "12a456");
  g_autofree char *second_code = NULL;
  g_autoptr (Answer) second = NULL, third = NULL, right = NULL, resend = NULL, order = NULL;
  g_autofree char *path = g_strdup_printf ("/v1/orders/%s", signing->order);

  assert_problem (first, 422, "otp-wrong");
  g_assert_cmpint (answer_int (first, "attempts_left"), ==, 2);
  /* Not six digits costs nothing. */
  assert_problem (odd, 422, "invalid");
  fixture_advance (fixture, 31);
  second_code = send_otp (fixture, signing);
  second = enter (fixture, signing, wrong_code (second_code));
  g_assert_cmpint (answer_int (second, "attempts_left"), ==, 1);
  third = enter (fixture, signing, wrong_code (second_code));
  assert_problem (third, 422, "otp-wrong");
  g_assert_cmpint (answer_int (third, "attempts_left"), ==, 0);
  right = enter (fixture, signing, second_code);
  assert_problem (right, 423, "signing-locked");
  resend = fixture_dossier_call (fixture, signing, "POST", "/otp", signing->documents);
  assert_problem (resend, 423, "signing-locked");
  order = fixture_call (fixture, "GET", path, token, NULL);
  g_assert_cmpstr (answer_text (order, "state"), ==, "locked");
}

static void
test_same_key_costs_one_try (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *code = send_otp (fixture, signing);
  g_autofree char *path =
    g_strdup_printf ("/econtract/v1/dossiers/%s/otp/verify", signing->dossier);
  g_autofree char *body = g_strdup_printf ("{\"code\":\"%s\"}", wrong_code (code));
  Request request = { "POST", path, body, signing->token, "the-same-key" };

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (Answer) answer = fixture_send (fixture, &request);
      assert_problem (answer, 422, "otp-wrong");
      g_assert_cmpint (answer_int (answer, "attempts_left"), ==, 2);
    }
}

/* Acceptance A43: five minutes from sending; an early resend is refused and leaves the old one
 * valid. */
static void
test_otp_expires_and_resends (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *first = send_otp (fixture, signing);
  g_autoptr (Answer) early =
    fixture_dossier_call (fixture, signing, "POST", "/otp", signing->documents);
  g_autoptr (Answer) expired = NULL, old = NULL, right = NULL;
  g_autofree char *second = NULL;

  assert_problem (early, 429, "otp-too-soon");
  g_assert_nonnull (early->retry_after);
  fixture_advance (fixture, 301);
  expired = enter (fixture, signing, first);
  assert_problem (expired, 422, "otp-expired");
  second = send_otp (fixture, signing);
  if (!g_str_equal (first, second))
    {
      old = enter (fixture, signing, first);
      assert_problem (old, 422, "otp-wrong");
    }
  right = enter (fixture, signing, second);
  assert_status (right, 200);
}

static void
test_five_sends (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autoptr (Answer) sixth = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *code = send_otp (fixture, signing);
      fixture_advance (fixture, 31);
    }
  sixth = fixture_dossier_call (fixture, signing, "POST", "/otp", signing->documents);
  assert_problem (sixth, 429, "otp-limit");
}

static void
test_documents_must_be_shown (void)
{
  static const char *const bodies[] = {
    "{\"documents\":[]}",
    "{\"documents\":[{\"id\":\"x\",\"sha256\":"
    "\"0000000000000000000000000000000000000000000000000000000000000000\"}]}",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  guint before = fixture_count_messages (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (Answer) answer =
        fixture_dossier_call (fixture, signing, "POST", "/otp", bodies[i]);
      assert_problem (answer, 409, "document-changed");
    }
  g_assert_cmpuint (fixture_count_messages (fixture), ==, before);
}

static void
test_order_of_steps (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autoptr (Answer) verify = enter (fixture, signing, "123456");
  g_autoptr (Answer) draw =
    fixture_dossier_call (fixture, signing, "PUT", "/signature", fixture_signature);
  g_autoptr (Answer) complete =
    fixture_dossier_call (fixture, signing, "POST", "/completion", NULL);

  assert_problem (verify, 409, "wrong-state");
  assert_problem (draw, 409, "wrong-state");
  assert_problem (complete, 409, "wrong-state");
}

static void
test_marks_that_are_no_signature (void)
{
  static const char *const marks[] = {
    "{\"kind\":\"drawn\",\"width\":480,\"height\":200,\"strokes\":[]}",
    "{\"kind\":\"drawn\",\"width\":480,\"height\":200,\"strokes\":[[{\"x\":9,\"y\":9,\"t\":0}]]}",
    "{\"kind\":\"drawn\",\"width\":480,\"height\":200,\"strokes\":[[]]}",
    "{\"kind\":\"drawn\",\"width\":480,\"height\":200}",
    "{\"kind\":\"image\",\"width\":480,\"height\":200}",
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *code = send_otp (fixture, signing);
  g_autoptr (Answer) verified = enter (fixture, signing, code);

  assert_status (verified, 200);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (Answer) answer =
        fixture_dossier_call (fixture, signing, "PUT", "/signature", marks[i]);
      assert_problem (answer, 422, "invalid");
    }
}

/* Acceptance A48: another session begins again at the code; the strokes are still there. */
static void
test_new_session_keeps_strokes (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *code = send_otp (fixture, signing);
  g_autoptr (Answer) verified = enter (fixture, signing, code);
  g_autoptr (Answer) saved =
    fixture_dossier_call (fixture, signing, "PUT", "/signature", fixture_signature);
  g_autofree char *open = g_strdup_printf ("/v1/orders/%s/signing-sessions", signing->order);
  g_autoptr (Answer) session =
    fixture_call (fixture, "POST", open, token, "{\"purpose\":\"contract\"}");
  g_autoptr (Answer) old = fixture_dossier_call (fixture, signing, "POST", "/completion", NULL);
  g_autoptr (Answer) dossier = NULL, complete = NULL;

  assert_status (saved, 200);
  assert_problem (old, 401, "no-session");
  g_free (signing->token);
  signing->token = g_strdup (answer_text (session, "access_token"));
  dossier = fixture_dossier_call (fixture, signing, "GET", "", NULL);
  g_assert_cmpstr (answer_text (dossier, "state"), ==, "ready");
  complete = fixture_dossier_call (fixture, signing, "POST", "/completion", NULL);
  assert_problem (complete, 409, "wrong-state");
}

static void
test_survives_kill (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *code = send_otp (fixture, signing);
  g_autoptr (Answer) verified = NULL, saved = NULL, completed = NULL, dossier = NULL;

  fixture_stop (fixture, TRUE);
  fixture_start (fixture);
  verified = enter (fixture, signing, code);
  assert_status (verified, 200);
  fixture_stop (fixture, TRUE);
  fixture_start (fixture);
  saved = fixture_dossier_call (fixture, signing, "PUT", "/signature", fixture_signature);
  assert_status (saved, 200);
  fixture_stop (fixture, TRUE);
  fixture_start (fixture);
  completed = fixture_dossier_call (fixture, signing, "POST", "/completion", NULL);
  assert_status (completed, 200);
  fixture_stop (fixture, TRUE);
  fixture_start (fixture);
  dossier = fixture_dossier_call (fixture, signing, "GET", "", NULL);
  g_assert_cmpstr (answer_text (dossier, "state"), ==, "completed");
}

/* A lookup session may read; what signs answers 403. */
static void
test_lookup_cannot_sign (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Signing) signing = fixture_open_signing (fixture, token);
  g_autofree char *username = fixture_find_in_inbox (fixture, "Tên đăng nhập: ");
  g_autofree char *body =
    g_strdup_printf ("{\"username\":\"%s\",\"password\":\"mật khẩu của eContract\"}", username);
  g_autofree char *bad =
    g_strdup_printf ("{\"username\":\"%s\",\"password\":\"something else\"}", username);
  g_autoptr (Answer) wrong = fixture_call (fixture, "POST", "/econtract/v1/sessions", NULL, bad);
  g_autoptr (Answer) session = fixture_call (fixture, "POST", "/econtract/v1/sessions", NULL, body);
  g_autoptr (Answer) read = NULL, otp = NULL;

  assert_problem (wrong, 401, "wrong-credentials");
  assert_status (session, 201);
  g_free (signing->token);
  signing->token = g_strdup (answer_text (session, "access_token"));
  read = fixture_dossier_call (fixture, signing, "GET", "", NULL);
  assert_status (read, 200);
  otp = fixture_dossier_call (fixture, signing, "POST", "/otp", signing->documents);
  assert_problem (otp, 403, "forbidden");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a46/whole-way-and-same-file", test_whole_way);
  g_test_add_func ("/a41/password-first", test_password_first);
  g_test_add_func ("/a44/three-wrong-lock", test_three_wrong_lock);
  g_test_add_func ("/a44/same-key-costs-one-try", test_same_key_costs_one_try);
  g_test_add_func ("/a43/otp-expires-and-resends", test_otp_expires_and_resends);
  g_test_add_func ("/a43/five-sends", test_five_sends);
  g_test_add_func ("/a40/documents-must-be-shown", test_documents_must_be_shown);
  g_test_add_func ("/signing/order-of-steps", test_order_of_steps);
  g_test_add_func ("/a45/marks-that-are-no-signature", test_marks_that_are_no_signature);
  g_test_add_func ("/a48/new-session-keeps-strokes", test_new_session_keeps_strokes);
  g_test_add_func ("/signing/survives-kill", test_survives_kill);
  g_test_add_func ("/a2/lookup-cannot-sign", test_lookup_cannot_sign);
  return g_test_run ();
}
