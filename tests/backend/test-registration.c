/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Registration by customer type (acceptance A17), and the account as its holder changes it. */
#include "backend-fixture.h"

#include <string.h>

#define CONSENTS \
  "\"consents\":[{\"purpose\":\"service\",\"version\":\"service-2026-11-23\"},{\"purpose\":" \
  "\"personal-" \
  "data\"," \
  "\"version\":\"personal-data-2026-11-23\"}]"

static Answer *
register_as (Fixture *fixture, const char *type, const char *email, const char *more)
{
  g_autofree char *body = g_strdup_printf (
    "{\"customer_type\":\"%s\",\"email\":\"%s\",\"password\":\"một mật khẩu dài\",\"full_name\":"
    "\"Nguyễn Văn An\",\"phone\":\"0912345678\"%s," CONSENTS "}",
    type, email, more);

  return fixture_call (fixture, "POST", "/v1/accounts", NULL, body);
}

static gboolean
has_error (Answer *answer, const char *pointer, const char *code)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *at = g_strdup_printf ("errors.%u.pointer", i);
      g_autofree char *word = g_strdup_printf ("errors.%u.code", i);
      const char *found = answer_text (answer, at);

      if (found == NULL)
        return FALSE;
      if (g_str_equal (found, pointer) && g_str_equal (answer_text (answer, word), code))
        return TRUE;
    }
  return FALSE;
}

typedef struct
{
  const char *type;
  const char *more;
  const char *pointer; /* NULL: fine */
  const char *code;
} Row;

static void
test_types (void)
{
  static const Row rows[] = {
    { "person", "", NULL, NULL },
    { "person", ",\"tax_code\":\"031090001234\"", NULL, NULL },
    { "person", ",\"tax_code\":\"0100684378\"", NULL, NULL },
    { "person", ",\"tax_code\":\"003090001234\"", "/tax_code", "unknown-province" },
    { "person", ",\"tax_code\":\"0100684378-001\"", "/tax_code", "wrong-kind" },
    { "person", ",\"tax_code\":\"123456789012\"", "/tax_code", "birth-in-future" },
    { "person", ",\"tax_code\":\"001399000001\"", "/tax_code", "birth-in-future" },
    { "person", ",\"organisation_name\":\"Biển Xanh\"", "/organisation_name", "wrong-kind" },
    { "person", ",\"position\":\"Giám đốc\"", "/position", "wrong-kind" },
    { "household", "", "/organisation_name", "required" },
    { "household", ",\"organisation_name\":\"Phở An\"", "/tax_code", "required" },
    { "household", ",\"organisation_name\":\"Phở An\",\"tax_code\":\"031090001234\"", NULL, NULL },
    { "household", ",\"organisation_name\":\"Phở An\",\"tax_code\":\"0100684378-001\"", NULL,
      NULL },
    { "enterprise", ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684378\"", NULL,
      NULL },
    { "enterprise", ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684379\"", "/tax_code",
      "check-digit" },
    { "enterprise", ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"031090001234\"",
      "/tax_code", "wrong-kind" },
    { "enterprise",
      ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684378\",\"registration_number\":"
      "\"0100684378\",\"position\":\"Giám đốc\"",
      NULL, NULL },
    { "enterprise",
      ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684378\",\"registration_number\":"
      "\"12\"",
      "/registration_number", "too-short" },
    { "enterprise",
      ",\"organisation_name\":\"Biển Xanh\",\"tax_code\":\"0100684378\",\"registration_number\":"
      "\"0100684379\"",
      "/registration_number", "check-digit" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *email = g_strdup_printf ("khach%u@vidu.vn", i);
      g_autoptr (Answer) answer = register_as (fixture, rows[i].type, email, rows[i].more);

      if (rows[i].pointer == NULL)
        {
          assert_status (answer, 201);
          continue;
        }
      assert_problem (answer, 422, "invalid");
      g_assert_true (has_error (answer, rows[i].pointer, rows[i].code));
      g_assert_cmpuint (fixture_count_messages_to (fixture, email), ==, 0);
    }
}

static void
test_own_email (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) answer = fixture_call (
    fixture, "POST", "/v1/accounts", NULL,
    "{\"customer_type\":\"person\",\"email\":\"an.nguyen@vidu.vn\",\"password\":"
    "\"An.Nguyen@vidu.vn\",\"full_name\":\"Nguyễn Văn An\",\"phone\":\"0912345678\"," CONSENTS "}");

  assert_problem (answer, 422, "invalid");
  g_assert_true (has_error (answer, "/password", "own-email"));
  g_assert_cmpuint (fixture_count_messages_to (fixture, "an.nguyen@vidu.vn"), ==, 0);
}

static void
test_consents (void)
{
  static const struct
  {
    const char *consents;
    const char *pointer;
  } rows[] = {
    { "[]", "/consents" },
    { "[{\"purpose\":\"service\",\"version\":\"service-2026-11-23\"}]", "/consents" },
    { "[{\"purpose\":\"service\",\"version\":\"2025-01\"},{\"purpose\":\"personal-data\","
      "\"version\":\"personal-data-2026-11-23\"}]",
      "/consents/0/version" },
    { "[{\"purpose\":\"service\",\"version\":\"service-2026-11-23\"},{\"purpose\":\"personal-"
      "data\","
      "\"version\":\"personal-data-2026-11-23\"},{\"purpose\":\"selling\",\"version\":\"selling-"
      "2026-11-23\"}]",
      "/consents/2/purpose" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *body = g_strdup_printf (
        "{\"customer_type\":\"person\",\"email\":\"an@vidu.vn\",\"password\":\"một mật khẩu dài\","
        "\"full_name\":\"Nguyễn Văn An\",\"phone\":\"0912345678\",\"consents\":%s}",
        rows[i].consents);
      g_autoptr (Answer) answer = fixture_call (fixture, "POST", "/v1/accounts", NULL, body);

      assert_problem (answer, 422, "invalid");
      g_assert_cmpstr (answer_text (answer, "errors.0.pointer"), ==, rows[i].pointer);
    }
}

/* Registering an address again and again fills nobody's mailbox, and is answered the same. */
static void
test_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Answer) fresh = register_as (fixture, "person", "binh@vidu.vn", "");

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (Answer) known = register_as (fixture, "person", "an@vidu.vn", "");
      g_autoptr (Answer) pending = register_as (fixture, "person", "binh@vidu.vn", "");

      assert_status (known, 201);
      assert_status (pending, 201);
      g_assert_cmpstr (answer_text (known, "state"), ==, answer_text (fresh, "state"));
      fixture_advance (fixture, 61);
    }
  g_assert_cmpuint (fixture_count_messages_to (fixture, "an@vidu.vn"), <=, 6);
  g_assert_cmpuint (fixture_count_messages_to (fixture, "binh@vidu.vn"), <=, 6);
  g_assert_true (fixture_was_told (fixture, "an@vidu.vn", "địa chỉ đã có tài khoản"));
}

static Answer *
update (Fixture *fixture, const char *token, const char *etag, const char *body)
{
  Request request = { "PATCH", "/v1/me", body, token, .if_match = etag };

  return fixture_send (fixture, &request);
}

static void
test_update (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autoptr (Answer) me = fixture_call (fixture, "GET", "/v1/me", token, NULL);
  g_autoptr (Answer) blind = update (fixture, token, NULL, "{\"full_name\":\"Trần Văn An\"}");
  g_autoptr (Answer) wrong = update (fixture, token, me->etag, "{\"full_name\":\"Trần 2\"}");
  g_autoptr (Answer) business =
    update (fixture, token, me->etag, "{\"organisation_name\":\"Biển Xanh\"}");
  g_autoptr (Answer) good =
    update (fixture, token, me->etag, "{\"full_name\":\"  Trần  Văn An\",\"language\":\"en\"}");
  g_autoptr (Answer) late = update (fixture, token, me->etag, "{\"full_name\":\"Lê Văn An\"}");
  g_autoptr (Answer) after = fixture_call (fixture, "GET", "/v1/me", token, NULL);

  assert_problem (blind, 428, "precondition-required");
  assert_problem (wrong, 422, "invalid");
  g_assert_true (has_error (business, "/organisation_name", "wrong-kind"));
  assert_status (good, 200);
  g_assert_cmpstr (answer_text (good, "full_name"), ==, "Trần Văn An");
  assert_problem (late, 412, "precondition-failed");
  g_assert_cmpstr (answer_text (after, "full_name"), ==, "Trần Văn An");
  g_assert_cmpstr (answer_text (after, "language"), ==, "en");
  g_assert_cmpstr (after->etag, ==, good->etag);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registration/a17-not-the-own-address", test_own_email);
  g_test_add_func ("/registration/a17-each-type-has-its-fields", test_types);
  g_test_add_func ("/registration/consents-are-to-texts-in-force", test_consents);
  g_test_add_func ("/registration/a-mailbox-is-not-filled", test_again);
  g_test_add_func ("/registration/the-holder-changes-the-account", test_update);
  return g_test_run ();
}
