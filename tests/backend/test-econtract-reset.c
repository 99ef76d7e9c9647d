/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The forgotten eContract password: reset by a code, and nothing tells which user names exist. */
#include "certificate-fixture.h"

#include <string.h>

#define EMAIL "an@vidu.vn"
#define NEW_PASSWORD "mật khẩu đặt lại"
#define CHOSEN "mật khẩu của eContract"

static Answer *
request (Fixture *fixture, const char *username)
{
  g_autofree char *body = g_strdup_printf ("{\"username\":\"%s\"}", username);

  return fixture_call (fixture, "POST", "/econtract/v1/password-resets", NULL, body);
}

static Answer *
reset (Fixture *fixture, const char *id, const char *code, const char *password)
{
  g_autofree char *body = g_strdup_printf (
    "{\"request_id\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}", id, code, password);

  return fixture_call (fixture, "PUT", "/econtract/v1/password-resets", NULL, body);
}

static Answer *
sign_in (Fixture *fixture, const char *username, const char *password)
{
  g_autofree char *body =
    g_strdup_printf ("{\"username\":\"%s\",\"password\":\"%s\"}", username, password);

  return fixture_call (fixture, "POST", "/econtract/v1/sessions", NULL, body);
}

static Answer *
list (Fixture *fixture, const char *token)
{
  return fixture_call (fixture, "GET", "/econtract/v1/dossiers", token, NULL);
}

static char *
find_name (Customer *customer)
{
  return fixture_find_in_inbox (customer->fixture, "Tên đăng nhập: ");
}

/* @right with another last digit. */
static char *
spoil (const char *right)
{
  char *wrong = g_strdup (right);
  char *last = wrong + strlen (wrong) - 1;

  *last = *last == '9' ? '0' : (char) (*last + 1);
  return wrong;
}

static void
test_reset_by_code (void)
{
  g_autoptr (Customer) customer = customer_new ();
  Fixture *fixture = customer->fixture;
  g_autofree char *name = find_name (customer);
  g_autoptr (Answer) before = sign_in (fixture, name, CHOSEN);
  g_autoptr (Answer) asked = request (fixture, name);
  g_autofree char *code = fixture_code_to (fixture, EMAIL);
  const char *id = answer_text (asked, "request_id");
  g_autofree char *wrong_code = spoil (code);
  g_autoptr (Answer) weak = reset (fixture, id, code, "12345678");
  g_autoptr (Answer) wrong = reset (fixture, id, wrong_code, NEW_PASSWORD);
  g_autoptr (Answer) done = reset (fixture, id, code, NEW_PASSWORD);
  g_autoptr (Answer) twice = reset (fixture, id, code, "còn một mật khẩu");
  g_autoptr (Answer) ended = list (fixture, answer_text (before, "access_token"));
  g_autoptr (Answer) old = sign_in (fixture, name, CHOSEN);
  g_autoptr (Answer) fresh = sign_in (fixture, name, NEW_PASSWORD);
  g_autoptr (Answer) mine = fixture_call (fixture, "GET", "/v1/me", customer->access, NULL);

  assert_status (before, 201);
  assert_status (asked, 201);
  g_assert_cmpint (answer_int (asked, "digits"), ==, 8);
  assert_problem (weak, 422, "invalid");
  assert_problem (wrong, 422, "code-wrong");
  g_assert_cmpint (answer_int (wrong, "attempts_left"), ==, 4);
  assert_status (done, 204);
  assert_problem (twice, 422, "code-expired");
  assert_problem (ended, 401, "no-session");
  assert_problem (old, 401, "wrong-credentials");
  assert_status (fresh, 201);
  /* OneSME's own sign-in is another thing. */
  assert_status (mine, 200);
  g_assert_true (fixture_was_told (fixture, EMAIL, "đã được đặt lại lúc"));
}

/* No link, and nothing in the letter that opens anything by itself. */
static void
test_never_by_link (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *name = find_name (customer);
  g_autoptr (Answer) asked = request (customer->fixture, name);
  g_autoptr (Answer) inbox =
    fixture_call (customer->fixture, "GET", "/local/inbox", "local-token-of-the-tests", NULL);
  JsonArray *items = json_object_get_array_member (json_node_get_object (inbox->json), "items");
  JsonObject *letter = json_array_get_object_element (items, json_array_get_length (items) - 1);

  assert_status (asked, 201);
  g_assert_nonnull (strstr (json_object_get_string_member (letter, "body"), name));
  g_assert_true (!json_object_has_member (letter, "link") ||
                 json_object_get_null_member (letter, "link"));
}

static void
test_nobody_is_given_away (void)
{
  g_autoptr (Customer) customer = customer_new ();
  Fixture *fixture = customer->fixture;
  g_autofree char *name = find_name (customer);
  guint before = fixture_count_messages (fixture);
  g_autoptr (Answer) nobody = request (fixture, "kh9999999999");
  guint between = fixture_count_messages (fixture);
  g_autoptr (Answer) somebody = request (fixture, name);
  g_autoptr (Answer) nobody_soon = request (fixture, "kh9999999999");
  g_autoptr (Answer) somebody_soon = request (fixture, name);
  g_autofree char *code = fixture_code_to (fixture, EMAIL);
  g_autofree char *wrong_code = spoil (code);
  g_autoptr (Answer) nobody_wrong =
    reset (fixture, answer_text (nobody, "request_id"), "00000000", NEW_PASSWORD);
  g_autoptr (Answer) somebody_wrong =
    reset (fixture, answer_text (somebody, "request_id"), wrong_code, NEW_PASSWORD);
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (nobody->json));
  g_autoptr (GList) others = json_object_get_members (json_node_get_object (somebody->json));

  g_assert_cmpuint (between, ==, before);
  g_assert_cmpuint (fixture_count_messages (fixture), ==, before + 1);
  g_assert_cmpuint (g_list_length (names), ==, g_list_length (others));
  for (GList *l = names; l != NULL; l = l->next)
    g_assert_true (json_object_has_member (json_node_get_object (somebody->json), l->data));
  assert_problem (nobody_soon, 429, "code-too-soon");
  assert_problem (somebody_soon, 429, "code-too-soon");
  g_assert_cmpstr (nobody_soon->retry_after, ==, somebody_soon->retry_after);
  assert_problem (nobody_wrong, 422, "code-wrong");
  assert_problem (somebody_wrong, 422, "code-wrong");
  g_assert_cmpint (answer_int (nobody_wrong, "attempts_left"), ==,
                   answer_int (somebody_wrong, "attempts_left"));
}

static void
test_cool_down_and_day (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *name = find_name (customer);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (Answer) sent = request (customer->fixture, name);
      g_autoptr (Answer) soon = request (customer->fixture, name);

      assert_status (sent, 201);
      assert_problem (soon, 429, "code-too-soon");
      fixture_advance (customer->fixture, 61);
    }
  {
    g_autoptr (Answer) sixth = request (customer->fixture, name);

    assert_problem (sixth, 429, "too-many-requests");
  }
}

static void
test_code_expires (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *name = find_name (customer);
  g_autoptr (Answer) asked = request (customer->fixture, name);
  g_autofree char *code = fixture_code_to (customer->fixture, EMAIL);
  g_autoptr (Answer) late = NULL;

  fixture_advance (customer->fixture, 15 * 60 + 1);
  late = reset (customer->fixture, answer_text (asked, "request_id"), code, NEW_PASSWORD);
  assert_problem (late, 422, "code-expired");
}

/* Who was locked out by somebody's guesses gets in. */
static void
test_reset_ends_the_pause (void)
{
  g_autoptr (Customer) customer = customer_new ();
  Fixture *fixture = customer->fixture;
  g_autofree char *name = find_name (customer);
  g_autoptr (Answer) asked = NULL, done = NULL, paused = NULL, fresh = NULL;
  g_autofree char *code = NULL;

  for (guint i = 0; i < 12; i++)
    answer_free (sign_in (fixture, name, "không phải"));
  paused = sign_in (fixture, name, CHOSEN);
  assert_problem (paused, 429, "too-many-requests");
  asked = request (fixture, name);
  code = fixture_code_to (fixture, EMAIL);
  done = reset (fixture, answer_text (asked, "request_id"), code, NEW_PASSWORD);
  assert_status (done, 204);
  fresh = sign_in (fixture, name, NEW_PASSWORD);
  assert_status (fresh, 201);
}

/* Who has the letter is told since when its password does not fit; nobody else is. */
static void
test_mailed_password_says_when (void)
{
  g_autoptr (Customer) customer = customer_new ();
  g_autofree char *name = find_name (customer);
  g_autofree char *mailed = fixture_find_in_inbox (customer->fixture, "Mật khẩu lần đầu: ");
  g_autoptr (Answer) replaced = sign_in (customer->fixture, name, mailed);
  g_autoptr (Answer) wrong = sign_in (customer->fixture, name, "không phải");
  g_autoptr (Answer) nobody = sign_in (customer->fixture, "kh9999999999", mailed);

  assert_problem (replaced, 401, "wrong-credentials");
  g_assert_nonnull (answer_text (replaced, "changed_at"));
  assert_problem (wrong, 401, "wrong-credentials");
  g_assert_false (json_object_has_member (json_node_get_object (wrong->json), "changed_at"));
  assert_problem (nobody, 401, "wrong-credentials");
  g_assert_false (json_object_has_member (json_node_get_object (nobody->json), "changed_at"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/a60/password-is-reset-by-code", test_reset_by_code);
  g_test_add_func ("/a60/reset-letter-has-no-link", test_never_by_link);
  g_test_add_func ("/a60/reset-gives-nobody-away", test_nobody_is_given_away);
  g_test_add_func ("/a60/reset-codes-have-a-pause-and-a-day", test_cool_down_and_day);
  g_test_add_func ("/a60/reset-code-expires", test_code_expires);
  g_test_add_func ("/a60/reset-ends-the-pause-of-guesses", test_reset_ends_the_pause);
  g_test_add_func ("/a60/mailed-password-says-since-when", test_mailed_password_says_when);
  return g_test_run ();
}
