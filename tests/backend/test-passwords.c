/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forgotten and changed passwords: the code comes by mail, and nothing tells who has an account. */
#include "backend-fixture.h"

#include <string.h>

#define EMAIL "an@vidu.vn"
#define NEW_PASSWORD "mật khẩu mới tinh"

static Answer *
request (Fixture *fixture, const char *email)
{
  g_autofree char *body = g_strdup_printf ("{\"email\":\"%s\"}", email);

  return fixture_call (fixture, "POST", "/v1/password-resets", NULL, body);
}

static Answer *
reset (Fixture *fixture, const char *id, const char *code, const char *password)
{
  g_autofree char *body = g_strdup_printf (
    "{\"request_id\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}", id, code, password);

  return fixture_call (fixture, "PUT", "/v1/password-resets", NULL, body);
}

static Answer *
sign_in (Fixture *fixture, const char *password)
{
  g_autofree char *body =
    g_strdup_printf ("{\"email\":\"" EMAIL "\",\"password\":\"%s\"}", password);

  return fixture_call (fixture, "POST", "/v1/sessions", NULL, body);
}

/* A code of eight digits that is not @right. */
static char *
wrong_code (const char *right, guint i)
{
  return g_strdup_printf ("%08u",
                          (guint) ((g_ascii_strtoull (right, NULL, 10) + 1 + i) % 100000000));
}

static void
test_reset (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) asked = request (fixture, "AN@vidu.vn");
  g_autofree char *code = fixture_code_to (fixture, EMAIL);
  const char *id = answer_text (asked, "request_id");
  g_autoptr (Answer) weak = reset (fixture, id, code, "12345678");
  g_autoptr (Answer) done = reset (fixture, id, code, NEW_PASSWORD);
  g_autoptr (Answer) twice = reset (fixture, id, code, "còn một mật khẩu");
  g_autoptr (Answer) me = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_autoptr (Answer) old = sign_in (fixture, "một mật khẩu dài");
  g_autoptr (Answer) fresh = sign_in (fixture, NEW_PASSWORD);

  assert_status (asked, 201);
  g_assert_cmpint (answer_int (asked, "digits"), ==, 8);
  g_assert_cmpint (answer_int (asked, "attempts_left"), ==, 5);
  g_assert_cmpuint (strlen (code), ==, 8);
  /* A weak password costs no try. */
  assert_problem (weak, 422, "invalid");
  assert_status (done, 204);
  assert_problem (twice, 422, "code-expired");
  /* Every session is over. */
  assert_problem (me, 401, "no-session");
  assert_problem (old, 401, "wrong-credentials");
  assert_status (fresh, 201);
  g_assert_true (fixture_was_told (fixture, EMAIL, "đã được đổi lúc"));
}

/* Known or not: same status, same fields, same problems later on; but no letter. */
static void
test_nobody_is_given_away (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  guint before = fixture_count_messages (fixture);
  g_autoptr (Answer) nobody = request (fixture, "khong@vidu.vn");
  guint between = fixture_count_messages (fixture);
  g_autoptr (Answer) somebody = request (fixture, EMAIL);
  g_autoptr (Answer) nobody_soon = request (fixture, "khong@vidu.vn");
  g_autoptr (Answer) somebody_soon = request (fixture, EMAIL);
  g_autoptr (Answer) nobody_wrong =
    reset (fixture, answer_text (nobody, "request_id"), "00000000", NEW_PASSWORD);
  g_autofree char *code = fixture_code_to (fixture, EMAIL);
  g_autofree char *wrong = wrong_code (code, 0);
  g_autoptr (Answer) somebody_wrong =
    reset (fixture, answer_text (somebody, "request_id"), wrong, NEW_PASSWORD);
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (nobody->json));
  g_autoptr (GList) others = json_object_get_members (json_node_get_object (somebody->json));

  g_assert_cmpuint (between, ==, before);
  g_assert_cmpuint (fixture_count_messages (fixture), ==, before + 1);
  assert_status (nobody, 201);
  assert_status (somebody, 201);
  g_assert_cmpuint (g_list_length (names), ==, g_list_length (others));
  for (GList *l = names; l != NULL; l = l->next)
    g_assert_true (json_object_has_member (json_node_get_object (somebody->json), l->data));
  assert_problem (nobody_soon, 429, "code-too-soon");
  assert_problem (somebody_soon, 429, "code-too-soon");
  g_assert_cmpstr (nobody_soon->retry_after, ==, somebody_soon->retry_after);
  assert_problem (nobody_wrong, 422, "code-wrong");
  assert_problem (somebody_wrong, 422, "code-wrong");
  g_assert_cmpint (answer_int (nobody_wrong, "attempts_left"), ==, 4);
  g_assert_cmpint (answer_int (somebody_wrong, "attempts_left"), ==, 4);
}

static void
test_tries (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) asked = request (fixture, EMAIL);
  g_autofree char *code = fixture_code_to (fixture, EMAIL);
  const char *id = answer_text (asked, "request_id");
  g_autoptr (Answer) late = NULL, no_code = NULL, again = NULL;
  g_autofree char *first = wrong_code (code, 0);

  no_code = reset (fixture, id, "12", NEW_PASSWORD);
  assert_problem (no_code, 422, "invalid");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *wrong = wrong_code (code, i);
      g_autoptr (Answer) answer = reset (fixture, id, wrong, NEW_PASSWORD);

      assert_problem (answer, 422, "code-wrong");
      g_assert_cmpint (answer_int (answer, "attempts_left"), ==, 4 - (gint64) i);
      /* The same once more is taken for a retry. */
      if (i == 0)
        {
          again = reset (fixture, id, first, NEW_PASSWORD);
          g_assert_cmpint (answer_int (again, "attempts_left"), ==, 4);
        }
    }
  /* Even the right one is of no use now, and the old password still is. */
  late = reset (fixture, id, code, NEW_PASSWORD);
  assert_problem (late, 422, "code-expired");
  g_free (fixture_sign_in (fixture, EMAIL));
}

static void
test_life (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) asked = request (fixture, EMAIL);
  g_autofree char *old_code = fixture_code_to (fixture, EMAIL);
  g_autofree char *code = NULL;
  g_autoptr (Answer) second = NULL, voided = NULL, late = NULL, third = NULL, good = NULL;

  fixture_advance (fixture, 61);
  second = request (fixture, EMAIL);
  assert_status (second, 201);
  code = fixture_code_to (fixture, EMAIL);
  /* The new one voids the old one. */
  voided = reset (fixture, answer_text (asked, "request_id"), old_code, NEW_PASSWORD);
  assert_problem (voided, 422, "code-expired");
  fixture_advance (fixture, 15 * 60);
  late = reset (fixture, answer_text (second, "request_id"), code, NEW_PASSWORD);
  assert_problem (late, 422, "code-expired");
  third = request (fixture, EMAIL);
  fixture_advance (fixture, 15 * 60 - 5);
  g_free (code);
  code = fixture_code_to (fixture, EMAIL);
  good = reset (fixture, answer_text (third, "request_id"), code, NEW_PASSWORD);
  assert_status (good, 204);
}

static void
test_requests_a_day (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) sixth = NULL, nobody = NULL, tomorrow = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Answer) known = request (fixture, EMAIL);
      g_autoptr (Answer) unknown = request (fixture, "khong@vidu.vn");

      assert_status (known, 201);
      assert_status (unknown, 201);
      fixture_advance (fixture, 61);
    }
  sixth = request (fixture, EMAIL);
  nobody = request (fixture, "khong@vidu.vn");
  assert_problem (sixth, 429, "too-many-requests");
  assert_problem (nobody, 429, "too-many-requests");
  g_assert_cmpint (g_ascii_strtoll (sixth->retry_after, NULL, 10), >, 0);
  fixture_advance (fixture, g_ascii_strtoll (sixth->retry_after, NULL, 10));
  tomorrow = request (fixture, EMAIL);
  assert_status (tomorrow, 201);
}

/* Who is locked out by somebody's guesses gets in with a reset. */
static void
test_lock_out (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autofree char *code = NULL;
  g_autoptr (Answer) locked = NULL, asked = NULL, done = NULL, in = NULL;

  for (guint i = 0; i < 6; i++)
    answer_free (sign_in (fixture, "đoán sai mật khẩu"));
  locked = sign_in (fixture, "một mật khẩu dài");
  assert_problem (locked, 429, "too-many-requests");
  asked = request (fixture, EMAIL);
  code = fixture_code_to (fixture, EMAIL);
  done = reset (fixture, answer_text (asked, "request_id"), code, NEW_PASSWORD);
  assert_status (done, 204);
  in = sign_in (fixture, NEW_PASSWORD);
  assert_status (in, 201);
}

static Answer *
change (Fixture *fixture, const char *token, const char *old_password, const char *new_password)
{
  g_autofree char *body = g_strdup_printf ("{\"old_password\":\"%s\",\"new_password\":\"%s\"}",
                                           old_password, new_password);

  return fixture_call (fixture, "PUT", "/v1/me/password", token, body);
}

static void
test_change (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autofree char *other = fixture_sign_in (fixture, EMAIL);
  g_autoptr (Answer) wrong = change (fixture, token, "đoán sai mật khẩu", NEW_PASSWORD);
  g_autoptr (Answer) same = change (fixture, token, "một mật khẩu dài", "một mật khẩu dài");
  g_autoptr (Answer) weak = change (fixture, token, "một mật khẩu dài", "password");
  g_autoptr (Answer) good = change (fixture, token, "một mật khẩu dài", NEW_PASSWORD);
  g_autoptr (Answer) here = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_autoptr (Answer) there = fixture_call (fixture, "GET", "/v1/me", other, NULL);
  g_autoptr (Answer) in = sign_in (fixture, NEW_PASSWORD);

  assert_problem (wrong, 422, "invalid");
  g_assert_cmpstr (answer_text (wrong, "errors.0.pointer"), ==, "/old_password");
  g_assert_cmpstr (answer_text (wrong, "errors.0.code"), ==, "wrong");
  g_assert_cmpstr (answer_text (same, "errors.0.code"), ==, "unchanged");
  g_assert_cmpstr (answer_text (weak, "errors.0.code"), ==, "common");
  assert_status (good, 204);
  assert_status (here, 200);
  assert_problem (there, 401, "no-session");
  assert_status (in, 201);
  g_assert_true (fixture_was_told (fixture, EMAIL, "đã được đổi lúc"));
}

/* Refused wherever a password is set; a refused one costs no code and no try. */
static void
test_own_email (void)
{
  static const char own[] = "an.nguyen@vidu.vn";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, own);
  g_autoptr (Answer) changed = change (fixture, token, "một mật khẩu dài", "AnNguyen-1990");
  g_autoptr (Answer) asked = request (fixture, own);
  g_autofree char *code = fixture_code_to (fixture, own);
  const char *id = answer_text (asked, "request_id");
  g_autoptr (Answer) set = reset (fixture, id, code, own);
  g_autoptr (Answer) again = reset (fixture, id, code, NEW_PASSWORD);

  assert_problem (changed, 422, "invalid");
  g_assert_cmpstr (answer_text (changed, "errors.0.pointer"), ==, "/new_password");
  g_assert_cmpstr (answer_text (changed, "errors.0.code"), ==, "own-email");
  assert_problem (set, 422, "invalid");
  g_assert_cmpstr (answer_text (set, "errors.0.pointer"), ==, "/password");
  g_assert_cmpstr (answer_text (set, "errors.0.code"), ==, "own-email");
  assert_status (again, 204);
}

static void
test_guessing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) slowed = NULL, right = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Answer) wrong = change (fixture, token, "đoán sai mật khẩu", NEW_PASSWORD);
      assert_problem (wrong, 422, "invalid");
    }
  slowed = change (fixture, token, "một mật khẩu dài", NEW_PASSWORD);
  assert_problem (slowed, 429, "too-many-requests");
  fixture_advance (fixture, g_ascii_strtoll (slowed->retry_after, NULL, 10));
  right = change (fixture, token, "một mật khẩu dài", NEW_PASSWORD);
  assert_status (right, 204);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passwords/a17-forgotten-and-reset-by-code", test_reset);
  g_test_add_func ("/passwords/nobody-is-given-away", test_nobody_is_given_away);
  g_test_add_func ("/passwords/five-tries", test_tries);
  g_test_add_func ("/passwords/a-quarter-of-an-hour-and-once", test_life);
  g_test_add_func ("/passwords/five-requests-a-day", test_requests_a_day);
  g_test_add_func ("/passwords/reset-ends-the-lock-out", test_lock_out);
  g_test_add_func ("/passwords/changed-with-the-old-one", test_change);
  g_test_add_func ("/passwords/a17-not-the-own-address", test_own_email);
  g_test_add_func ("/passwords/guessing-is-slowed-down", test_guessing);
  return g_test_run ();
}
