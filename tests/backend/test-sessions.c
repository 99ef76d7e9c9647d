/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the account is signed in, and ending it from elsewhere. */
#include "backend-fixture.h"

#include <string.h>

#define EMAIL "an@vidu.vn"

static char *
sign_in_on (Fixture *fixture, const char *device, char **refresh)
{
  g_autofree char *body = g_strdup_printf (
    "{\"email\":\"" EMAIL "\",\"password\":\"một mật khẩu dài\",\"device_name\":\"%s\"}", device);
  g_autoptr (Answer) session = fixture_call (fixture, "POST", "/v1/sessions", NULL, body);

  assert_status (session, 201);
  if (refresh != NULL)
    *refresh = g_strdup (answer_text (session, "refresh_token"));
  return g_strdup (answer_text (session, "access_token"));
}

static Answer *
list_sessions (Fixture *fixture, const char *token)
{
  return fixture_call (fixture, "GET", "/v1/me/sessions", token, NULL);
}

static void
test_list (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *first = fixture_sign_up (fixture, EMAIL);
  g_autofree char *second = NULL;
  g_autoptr (Answer) list = NULL, later = NULL;

  fixture_advance (fixture, 60);
  second = sign_in_on (fixture, "Máy ở văn phòng", NULL);
  list = list_sessions (fixture, second);
  assert_status (list, 200);
  g_assert_cmpint (answer_int (list, "total"), ==, 2);
  g_assert_cmpstr (answer_text (list, "items.0.device_name"), ==, "Máy ở văn phòng");
  g_assert_true (json_object_get_boolean_member (
    json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (list->json), "items"), 0),
    "current"));
  g_assert_null (answer_text (list, "items.1.device_name"));
  /* A refresh token that ran out is no session. */
  fixture_advance (fixture, 31 * 24 * 3600);
  g_free (first);
  first = fixture_sign_in (fixture, EMAIL);
  later = list_sessions (fixture, first);
  g_assert_cmpint (answer_int (later, "total"), ==, 1);
}

static void
test_last_use (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, EMAIL);
  g_autofree char *refresh = NULL, *other = sign_in_on (fixture, "Máy B", &refresh), *body = NULL;
  g_autoptr (Answer) before = list_sessions (fixture, token), renewed = NULL, after = NULL;

  g_free (other);
  fixture_advance (fixture, 600);
  body = g_strdup_printf ("{\"refresh_token\":\"%s\"}", refresh);
  renewed = fixture_call (fixture, "POST", "/v1/sessions/refresh", NULL, body);
  other = g_strdup (answer_text (renewed, "access_token"));
  after = list_sessions (fixture, token);
  g_assert_cmpstr (answer_text (after, "items.0.device_name"), ==, "Máy B");
  g_assert_cmpstr (answer_text (after, "items.0.last_used_at"), >,
                   answer_text (after, "items.0.created_at"));
}

static void
test_end_one (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *here = fixture_sign_up (fixture, EMAIL);
  g_autofree char *refresh = NULL, *there = sign_in_on (fixture, "Máy B", &refresh);
  g_autofree char *foreign = fixture_sign_up (fixture, "binh@vidu.vn");
  g_autoptr (Answer) list = list_sessions (fixture, there);
  g_autoptr (Answer) not_theirs = NULL, ended = NULL, twice = NULL, dead = NULL, alive = NULL,
                     renewed = NULL;
  g_autofree char *path = NULL, *body = NULL;
  guint mine = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("items.%u.device_name", i);

      if (g_strcmp0 (answer_text (list, name), "Máy B") == 0)
        mine = i;
    }
  body = g_strdup_printf ("items.%u.id", mine);
  path = g_strconcat ("/v1/me/sessions/", answer_text (list, body), NULL);
  not_theirs = fixture_call (fixture, "DELETE", path, foreign, NULL);
  assert_problem (not_theirs, 404, "not-found");
  ended = fixture_call (fixture, "DELETE", path, here, NULL);
  assert_status (ended, 204);
  twice = fixture_call (fixture, "DELETE", path, here, NULL);
  assert_problem (twice, 404, "not-found");
  dead = fixture_call (fixture, "GET", "/v1/me", there, NULL);
  assert_problem (dead, 401, "no-session");
  g_free (body);
  body = g_strdup_printf ("{\"refresh_token\":\"%s\"}", refresh);
  renewed = fixture_call (fixture, "POST", "/v1/sessions/refresh", NULL, body);
  assert_problem (renewed, 401, "no-session");
  alive = fixture_call (fixture, "GET", "/v1/me", here, NULL);
  assert_status (alive, 200);
}

/* Everywhere: here too, and what was signing in its name. */
static void
test_end_all (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *here = fixture_sign_up (fixture, EMAIL);
  g_autofree char *there = sign_in_on (fixture, "Máy B", NULL);
  g_autoptr (Signing) signing = fixture_open_signing (fixture, here);
  g_autoptr (Answer) ended = fixture_call (fixture, "DELETE", "/v1/me/sessions", there, NULL);
  g_autoptr (Answer) first = fixture_call (fixture, "GET", "/v1/me", here, NULL);
  g_autoptr (Answer) second = fixture_call (fixture, "GET", "/v1/me", there, NULL);
  g_autoptr (Answer) dossier = fixture_dossier_call (fixture, signing, "GET", "", NULL);

  assert_status (ended, 204);
  assert_problem (first, 401, "no-session");
  assert_problem (second, 401, "no-session");
  assert_problem (dossier, 401, "no-session");
  g_free (fixture_sign_in (fixture, EMAIL));
}

/* An open event stream ends with its sign-in, whoever ends that. */
static void
test_stream_ends (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *here = fixture_sign_up (fixture, EMAIL);
  g_autofree char *there = sign_in_on (fixture, "Máy B", NULL);
  g_autofree char *url = g_strconcat (fixture->base, "/v1/events", NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", there, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (Answer) ended = NULL;
  g_autoptr (GError) error = NULL;
  char buffer[256];
  gssize n = 1;

  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                bearer);
  stream = soup_session_send (fixture->session, message, NULL, &error);
  g_assert_no_error (error);
  ended = fixture_call (fixture, "DELETE", "/v1/me/sessions", here, NULL);
  assert_status (ended, 204);
  /* Comes to an end well before the token of a quarter of an hour does. */
  while (n > 0)
    n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL);
  g_assert_cmpint (n, <=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sessions/listed-with-their-devices", test_list);
  g_test_add_func ("/sessions/last-use-is-known", test_last_use);
  g_test_add_func ("/sessions/one-is-ended", test_end_one);
  g_test_add_func ("/sessions/all-are-ended", test_end_all);
  g_test_add_func ("/sessions/event-stream-ends-too", test_stream_ends);
  return g_test_run ();
}
