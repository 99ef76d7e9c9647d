/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new telephone number or address counts once its code was entered. */
#include "backend-fixture.h"

#include <string.h>

#define EMAIL "an@vidu.vn"
#define PASSWORD "một mật khẩu dài"
#define NEW_PHONE "+84987654321"

static Answer *
ask (Fixture *fixture, const char *token, const char *what, const char *value, const char *password)
{
  g_autofree char *path = g_strconcat ("/v1/me/", what, NULL);
  g_autofree char *body =
    g_strdup_printf ("{\"%s\":\"%s\",\"password\":\"%s\"}", what, value, password);

  return fixture_call (fixture, "POST", path, token, body);
}

static Answer *
step (Fixture *fixture, const char *token, const char *what, const char *step, const char *code)
{
  g_autofree char *path = g_strdup_printf ("/v1/me/%s/%s", what, step);
  g_autofree char *body = code != NULL ? g_strdup_printf ("{\"code\":\"%s\"}", code) : NULL;

  return fixture_call (fixture, "POST", path, token, body);
}

static void
test_phone (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) wrong_password = ask (fixture, token, "phone", "0987654321", "sai mật khẩu");
  g_autoptr (Answer) landline = ask (fixture, token, "phone", "02437741234", PASSWORD);
  g_autoptr (Answer) asked = ask (fixture, token, "phone", "098 765 4321", PASSWORD);
  g_autofree char *code = fixture_code_to (fixture, NEW_PHONE);
  g_autoptr (Answer) before = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_autoptr (Answer) wrong = NULL, done = NULL, twice = NULL;

  g_assert_cmpstr (answer_text (wrong_password, "errors.0.pointer"), ==, "/password");
  g_assert_cmpstr (answer_text (landline, "errors.0.code"), ==, "not-mobile");
  assert_status (asked, 200);
  g_assert_cmpstr (answer_text (asked, "sent_to"), ==, "0987 *** 321");
  g_assert_cmpint (answer_int (asked, "digits"), ==, 6);
  g_assert_cmpstr (answer_text (before, "phone"), ==, "+84912345678");
  wrong = step (fixture, token, "phone", "confirmation",
                g_str_equal (code, "000000") ? "111111" : "000000");
  assert_problem (wrong, 422, "code-wrong");
  g_assert_cmpint (answer_int (wrong, "attempts_left"), ==, 4);
  done = step (fixture, token, "phone", "confirmation", code);
  assert_status (done, 200);
  g_assert_cmpstr (answer_text (done, "phone"), ==, NEW_PHONE);
  g_assert_true (fixture_was_told (fixture, EMAIL, "đã được đổi thành 0987 *** 321"));
  twice = step (fixture, token, "phone", "confirmation", code);
  assert_problem (twice, 422, "code-expired");
}

static void
test_resend (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) nothing = step (fixture, token, "phone", "resend", NULL);
  g_autoptr (Answer) asked = ask (fixture, token, "phone", "0987654321", PASSWORD);
  g_autofree char *old_code = fixture_code_to (fixture, NEW_PHONE);
  g_autoptr (Answer) wrong = step (fixture, token, "phone", "confirmation",
                                   g_str_equal (old_code, "000000") ? "111111" : "000000");
  g_autoptr (Answer) soon = step (fixture, token, "phone", "resend", NULL);
  g_autoptr (Answer) sent = NULL, voided = NULL, done = NULL;
  g_autofree char *code = NULL;

  assert_problem (nothing, 409, "wrong-state");
  assert_problem (soon, 429, "code-too-soon");
  fixture_advance (fixture, 60);
  sent = step (fixture, token, "phone", "resend", NULL);
  assert_status (sent, 200);
  /* Tries don't come back. */
  g_assert_cmpint (answer_int (sent, "attempts_left"), ==, 4);
  code = fixture_code_to (fixture, NEW_PHONE);
  if (!g_str_equal (code, old_code))
    {
      voided = step (fixture, token, "phone", "confirmation", old_code);
      assert_problem (voided, 422, "code-wrong");
    }
  done = step (fixture, token, "phone", "confirmation", code);
  assert_status (done, 200);
}

static void
test_phone_expires (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) asked = ask (fixture, token, "phone", "0987654321", PASSWORD);
  g_autofree char *code = fixture_code_to (fixture, NEW_PHONE);
  g_autoptr (Answer) late = NULL;

  fixture_advance (fixture, 5 * 60);
  late = step (fixture, token, "phone", "confirmation", code);
  assert_problem (late, 422, "code-expired");
}

static void
test_sends_a_day (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) asked = ask (fixture, token, "phone", "0987654321", PASSWORD);
  g_autoptr (Answer) sixth = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (Answer) sent = NULL;

      fixture_advance (fixture, 61);
      sent = step (fixture, token, "phone", "resend", NULL);
      assert_status (sent, 200);
    }
  fixture_advance (fixture, 61);
  sixth = step (fixture, token, "phone", "resend", NULL);
  assert_problem (sixth, 429, "too-many-requests");
  g_assert_cmpuint (fixture_count_messages_to (fixture, NEW_PHONE), ==, 5);
}

static void
test_email (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) same = ask (fixture, token, "email", "AN@Vidu.vn", PASSWORD);
  g_autoptr (Answer) asked = ask (fixture, token, "email", "moi@vidu.vn", PASSWORD);
  g_autofree char *code = fixture_code_to (fixture, "moi@vidu.vn");
  guint old_before = fixture_count_messages_to (fixture, EMAIL);
  g_autoptr (Answer) done = step (fixture, token, "email", "confirmation", code);
  g_autoptr (Answer) me = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_autofree char *again = NULL;

  g_assert_cmpstr (answer_text (same, "errors.0.code"), ==, "unchanged");
  assert_status (asked, 200);
  g_assert_cmpstr (answer_text (asked, "sent_to"), ==, "m***@vidu.vn");
  assert_status (done, 200);
  g_assert_cmpstr (answer_text (me, "email"), ==, "moi@vidu.vn");
  /* The old address hears of it, with the new one masked. */
  g_assert_cmpuint (fixture_count_messages_to (fixture, EMAIL), ==, old_before + 1);
  g_assert_true (fixture_was_told (fixture, EMAIL, "m***@vidu.vn"));
  again = fixture_sign_in (fixture, "moi@vidu.vn");
}

/* An address with an account: the same answer, and no code. */
static void
test_taken_email (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *other = fixture_sign_up (fixture, "binh@vidu.vn");
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) taken = ask (fixture, token, "email", "binh@vidu.vn", PASSWORD);
  g_autofree char *code = fixture_code_to (fixture, "binh@vidu.vn");

  assert_status (taken, 200);
  g_assert_cmpint (answer_int (taken, "digits"), ==, 6);
  g_assert_null (code);
  g_assert_true (fixture_was_told (fixture, "binh@vidu.vn", "cho một tài khoản OneSME khác"));
}

/* Registered by somebody else between code and confirmation. */
static void
test_taken_meanwhile (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autoptr (Answer) asked = ask (fixture, token, "email", "moi@vidu.vn", PASSWORD);
  g_autofree char *code = fixture_code_to (fixture, "moi@vidu.vn");
  g_autofree char *other = fixture_sign_up (fixture, "moi@vidu.vn");
  g_autoptr (Answer) late = step (fixture, token, "email", "confirmation", code);

  assert_problem (late, 422, "invalid");
  g_assert_cmpstr (answer_text (late, "errors.0.code"), ==, "taken");
  g_free (fixture_sign_in (fixture, EMAIL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contacts/phone-is-confirmed-by-sms", test_phone);
  g_test_add_func ("/contacts/resend-has-a-cool-down-and-gives-no-tries", test_resend);
  g_test_add_func ("/contacts/phone-code-lives-five-minutes", test_phone_expires);
  g_test_add_func ("/contacts/five-messages-a-day", test_sends_a_day);
  g_test_add_func ("/contacts/email-is-confirmed-at-the-new-address", test_email);
  g_test_add_func ("/contacts/taken-address-is-not-given-away", test_taken_email);
  g_test_add_func ("/contacts/address-taken-meanwhile", test_taken_meanwhile);
  return g_test_run ();
}
