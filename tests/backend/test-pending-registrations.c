/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who registers an address first does not keep it: each registration stands for itself until one
 * of them is activated from the mailbox (acceptance A17). */
#include "backend-fixture.h"

#include <string.h>

#define ADDRESS "lan@vidu.vn"
#define STRANGERS "mật khẩu người lạ"
#define OWN "mật khẩu của Lan"

static Answer *
register_with (Fixture *fixture, const char *email, const char *name, const char *password)
{
  g_autofree char *body = g_strdup_printf (
    "{\"customer_type\":\"person\",\"email\":\"%s\",\"password\":\"%s\",\"full_name\":\"%s\","
    "\"phone\":\"0912345678\",\"consents\":[{\"purpose\":\"service\",\"version\":\"service-2026-11-"
    "23\"},"
    "{\"purpose\":\"personal-data\",\"version\":\"personal-data-2026-11-23\"}]}",
    email, password, name);

  return fixture_call (fixture, "POST", "/v1/accounts", NULL, body);
}

/* The code in the mail that this registration made. */
static char *
take_code (Fixture *fixture, const char *name, const char *password)
{
  guint before = fixture_count_messages_to (fixture, ADDRESS);
  g_autoptr (Answer) answer = register_with (fixture, ADDRESS, name, password);

  assert_status (answer, 201);
  g_assert_cmpuint (fixture_count_messages_to (fixture, ADDRESS), ==, before + 1);
  return fixture_code_to (fixture, ADDRESS);
}

static Answer *
activate (Fixture *fixture, const char *code)
{
  g_autofree char *body = g_strdup_printf ("{\"token\":\"%s\"}", code);

  return fixture_call (fixture, "POST", "/v1/accounts/activation", NULL, body);
}

static Answer *
sign_in (Fixture *fixture, const char *email, const char *password)
{
  g_autofree char *body =
    g_strdup_printf ("{\"email\":\"%s\",\"password\":\"%s\"}", email, password);

  return fixture_call (fixture, "POST", "/v1/sessions", NULL, body);
}

static Answer *
ask_again (Fixture *fixture, const char *email)
{
  g_autofree char *body = g_strdup_printf ("{\"email\":\"%s\"}", email);

  return fixture_call (fixture, "POST", "/v1/accounts/activation/resend", NULL, body);
}

static void
resend (Fixture *fixture)
{
  g_autoptr (Answer) answer = ask_again (fixture, ADDRESS);

  assert_status (answer, 204);
}

/* Whether it waits, is active, or nobody has it: what is answered when, is the same; and within an
 * hour only so often as mails would go out. */
static void
test_again_tells_nothing (void)
{
  static const char *const addresses[] = { ADDRESS, "an@vidu.vn", "khong@vidu.vn" };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *active = fixture_sign_up (fixture, "an@vidu.vn");
  g_autofree char *waiting = take_code (fixture, "Trần Thị Lan", OWN);

  fixture_advance (fixture, 61);
  for (guint i = 0; i < 6; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (addresses); j++)
        {
          g_autoptr (Answer) first = ask_again (fixture, addresses[j]);
          g_autoptr (Answer) second = ask_again (fixture, addresses[j]);

          /* The registration had one of the five. */
          if (i < 4)
            assert_status (first, 204);
          else if (i == 5)
            assert_problem (first, 429, "too-many-requests");
          assert_problem (second, 429, "too-many-requests");
          g_assert_cmpint (answer_int (second, "retry_after"), >, 0);
        }
      fixture_advance (fixture, 61);
    }
  g_assert_cmpuint (fixture_count_messages_to (fixture, ADDRESS), ==, 5);
  g_assert_cmpuint (fixture_count_messages_to (fixture, "khong@vidu.vn"), ==, 0);
}

static void
assert_taken (Answer *answer)
{
  assert_problem (answer, 422, "invalid");
  g_assert_cmpstr (answer_text (answer, "errors.0.pointer"), ==, "/token");
  g_assert_cmpstr (answer_text (answer, "errors.0.code"), ==, "taken");
}

static void
test_stranger_first (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *strangers = take_code (fixture, "Kẻ Lạ Mặt", STRANGERS);
  g_autofree char *own = take_code (fixture, "Trần Thị Lan", OWN);
  g_autoptr (Answer) waiting = sign_in (fixture, ADDRESS, OWN);
  g_autoptr (Answer) activated = activate (fixture, own);
  g_autoptr (Answer) refused = sign_in (fixture, ADDRESS, STRANGERS);
  g_autoptr (Answer) session = sign_in (fixture, ADDRESS, OWN);
  g_autoptr (Answer) late = activate (fixture, strangers);
  g_autoptr (Answer) again = activate (fixture, own);
  g_autoptr (Answer) still = sign_in (fixture, ADDRESS, OWN);

  g_assert_cmpstr (strangers, !=, own);
  g_assert_true (fixture_was_told (fixture, ADDRESS, "Trần Thị Lan"));
  assert_problem (waiting, 403, "account-not-activated");
  assert_status (activated, 200);
  assert_problem (refused, 401, "wrong-credentials");
  assert_status (session, 201);
  g_assert_cmpstr (answer_text (session, "account.full_name"), ==, "Trần Thị Lan");
  assert_taken (late);
  assert_status (again, 200);
  assert_status (still, 201);
}

/* The newest is what is corrected, but any of them can be the one. */
static void
test_corrected (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first = take_code (fixture, "Trần Thị Lam", "mật khẩu thứ nhất");
  g_autofree char *second = take_code (fixture, "Trần Thị Lan", "mật khẩu thứ hai");
  g_autofree char *third = take_code (fixture, "Trần Thị Lân", "mật khẩu thứ ba");
  g_autoptr (Answer) fits_first = sign_in (fixture, ADDRESS, "mật khẩu thứ nhất");
  g_autoptr (Answer) fits_none = sign_in (fixture, ADDRESS, "mật khẩu thứ tư");
  g_autoptr (Answer) activated = activate (fixture, second);
  g_autoptr (Answer) session = sign_in (fixture, ADDRESS, "mật khẩu thứ hai");
  g_autoptr (Answer) me =
    fixture_call (fixture, "GET", "/v1/me", answer_text (session, "access_token"), NULL);
  g_autoptr (Answer) not_first = sign_in (fixture, ADDRESS, "mật khẩu thứ nhất");
  g_autoptr (Answer) not_third = sign_in (fixture, ADDRESS, "mật khẩu thứ ba");
  g_autoptr (Answer) first_late = activate (fixture, first);
  g_autoptr (Answer) third_late = activate (fixture, third);

  assert_problem (fits_first, 403, "account-not-activated");
  assert_problem (fits_none, 401, "wrong-credentials");
  assert_status (activated, 200);
  g_assert_cmpstr (answer_text (me, "full_name"), ==, "Trần Thị Lan");
  /* Its own consents, and nobody else's. */
  g_assert_nonnull (answer_text (me, "consents.1.purpose"));
  g_assert_null (answer_text (me, "consents.2.purpose"));
  assert_problem (not_first, 401, "wrong-credentials");
  assert_problem (not_third, 401, "wrong-credentials");
  assert_taken (first_late);
  assert_taken (third_late);
}

/* Unknown, waiting and active addresses are not told apart, in whatever case they are written. */
static void
test_answers_are_the_same (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) unknown = register_with (fixture, ADDRESS, "Trần Thị Lan", OWN);
  g_autoptr (Answer) waiting = register_with (fixture, ADDRESS, "Trần Thị Lan", OWN);
  g_autofree char *code = fixture_code_to (fixture, ADDRESS);
  g_autoptr (Answer) activated = activate (fixture, code);
  g_autoptr (Answer) active = register_with (fixture, ADDRESS, "Kẻ Lạ Mặt", STRANGERS);
  g_autoptr (Answer) shouted = register_with (fixture, "LAN@VIDU.VN", "Kẻ Lạ Mặt", STRANGERS);
  g_autoptr (Answer) refused = sign_in (fixture, ADDRESS, STRANGERS);

  assert_status (unknown, 201);
  assert_status (waiting, 201);
  assert_status (activated, 200);
  assert_status (active, 201);
  g_assert_true (g_bytes_equal (unknown->body, waiting->body));
  g_assert_true (g_bytes_equal (unknown->body, active->body));
  assert_status (shouted, 201);
  assert_problem (refused, 401, "wrong-credentials");
  g_assert_true (fixture_was_told (fixture, ADDRESS, "địa chỉ đã có tài khoản"));
}

static void
test_case_of_the_address (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *lower = take_code (fixture, "Kẻ Lạ Mặt", STRANGERS);
  g_autoptr (Answer) registered = register_with (fixture, "Lan@Vidu.vn", "Trần Thị Lan", OWN);
  g_autofree char *upper = fixture_last_code (fixture, "email");
  g_autoptr (Answer) activated = activate (fixture, upper);
  g_autoptr (Answer) late = activate (fixture, lower);
  g_autoptr (Answer) session = sign_in (fixture, "LAN@vidu.vn", OWN);

  assert_status (registered, 201);
  assert_status (activated, 200);
  assert_taken (late);
  assert_status (session, 201);
}

/* Not within a minute, with the seconds that are left; a registration has its mail all the same. */
static void
test_mail_within_the_pause (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first = take_code (fixture, "Kẻ Lạ Mặt", STRANGERS);
  g_autofree char *second = take_code (fixture, "Trần Thị Lan", OWN);
  g_autofree char *third = NULL;
  g_autoptr (Answer) activated = NULL, session = NULL, early = NULL;

  early = ask_again (fixture, ADDRESS);
  assert_problem (early, 429, "too-many-requests");
  g_assert_cmpint (answer_int (early, "retry_after"), <=, 60);
  g_assert_cmpint (answer_int (early, "retry_after"), >, 50);
  g_assert_nonnull (early->retry_after);
  g_assert_cmpuint (fixture_count_messages_to (fixture, ADDRESS), ==, 2);
  fixture_advance (fixture, 61);
  resend (fixture);
  g_assert_cmpuint (fixture_count_messages_to (fixture, ADDRESS), ==, 3);
  third = fixture_code_to (fixture, ADDRESS);
  activated = activate (fixture, third);
  session = sign_in (fixture, ADDRESS, OWN);
  assert_status (activated, 200);
  assert_status (session, 201);
}

/* Whoever uses up an hour's mails keeps nobody out for longer than that. */
static void
test_mails_per_hour (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *code = NULL;
  g_autoptr (Answer) activated = NULL, session = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *strangers = take_code (fixture, "Kẻ Lạ Mặt", STRANGERS);
    }
  session = register_with (fixture, ADDRESS, "Trần Thị Lan", OWN);
  assert_status (session, 201);
  g_assert_cmpuint (fixture_count_messages_to (fixture, ADDRESS), ==, 5);
  fixture_advance (fixture, 3601);
  resend (fixture);
  g_assert_cmpuint (fixture_count_messages_to (fixture, ADDRESS), ==, 6);
  code = fixture_code_to (fixture, ADDRESS);
  activated = activate (fixture, code);
  assert_status (activated, 200);
  g_clear_pointer (&session, answer_free);
  session = sign_in (fixture, ADDRESS, OWN);
  assert_status (session, 201);
}

static void
test_bad_codes (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *old = take_code (fixture, "Kẻ Lạ Mặt", STRANGERS);
  g_autofree char *own = NULL;
  g_autoptr (Answer) foreign = activate (fixture, "khong-phai-ma-nao-ca-0123456789");
  g_autoptr (Answer) expired = NULL, waiting = NULL, activated = NULL;

  fixture_advance (fixture, 7 * 24 * 3600 + 1);
  own = take_code (fixture, "Trần Thị Lan", OWN);
  expired = activate (fixture, old);
  waiting = sign_in (fixture, ADDRESS, OWN);
  activated = activate (fixture, own);
  g_assert_cmpstr (answer_text (foreign, "errors.0.code"), ==, "unknown-value");
  g_assert_cmpstr (answer_text (expired, "errors.0.code"), ==, "expired");
  assert_problem (waiting, 403, "account-not-activated");
  assert_status (activated, 200);
}

typedef struct
{
  Fixture *fixture;
  const char *code;
} Race;

static gpointer
run_race (gpointer data)
{
  Race *race = data;
  Fixture own = *race->fixture;
  Answer *answer;

  /* A session is one thread's. */
  own.session = soup_session_new ();
  answer = activate (&own, race->code);
  g_object_unref (own.session);
  return answer;
}

static void
test_at_the_same_time (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first = take_code (fixture, "Kẻ Lạ Mặt", STRANGERS);
  g_autofree char *second = take_code (fixture, "Trần Thị Lan", OWN);
  Race races[] = { { fixture, first }, { fixture, second } };
  GThread *one = g_thread_new ("first", run_race, &races[0]);
  GThread *two = g_thread_new ("second", run_race, &races[1]);
  g_autoptr (Answer) of_one = g_thread_join (one);
  g_autoptr (Answer) of_two = g_thread_join (two);
  gboolean first_won = of_one->status == 200;
  g_autoptr (Answer) session = sign_in (fixture, ADDRESS, first_won ? STRANGERS : OWN);
  g_autoptr (Answer) refused = sign_in (fixture, ADDRESS, first_won ? OWN : STRANGERS);

  assert_status (first_won ? of_one : of_two, 200);
  assert_taken (first_won ? of_two : of_one);
  assert_status (session, 201);
  assert_problem (refused, 401, "wrong-credentials");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pending-registrations/a17-a-stranger-first-gets-nothing", test_stranger_first);
  g_test_add_func ("/pending-registrations/a17-a-correction-stands-for-itself", test_corrected);
  g_test_add_func ("/pending-registrations/answers-are-the-same", test_answers_are_the_same);
  g_test_add_func ("/pending-registrations/upper-and-lower-case-are-one", test_case_of_the_address);
  g_test_add_func ("/pending-registrations/a-first-mail-is-not-swallowed",
                   test_mail_within_the_pause);
  g_test_add_func ("/pending-registrations/asking-again-tells-nothing", test_again_tells_nothing);
  g_test_add_func ("/pending-registrations/mails-are-counted-per-address", test_mails_per_hour);
  g_test_add_func ("/pending-registrations/a-bad-code-changes-nothing", test_bad_codes);
  g_test_add_func ("/pending-registrations/one-of-two-at-the-same-time", test_at_the_same_time);
  return g_test_run ();
}
