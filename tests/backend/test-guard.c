/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loopback is not private: what a web page, another program or a slow client may try. */
#include "backend-fixture.h"

#include <string.h>

static Answer *
get_with (Fixture *fixture, const char *header, const char *value)
{
  Request request = { "GET", "/v1/services", .header = header, .value = value };

  return fixture_send (fixture, &request);
}

static void
test_foreign_host (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) foreign = get_with (fixture, "Host", "evil.example:80");
  g_autoptr (Answer) rebound = get_with (fixture, "Host", "127.0.0.1.evil.example");
  g_autoptr (Answer) own = get_with (fixture, "Host", fixture->base + strlen ("http://"));

  assert_problem (foreign, 421, "misdirected");
  assert_problem (rebound, 421, "misdirected");
  assert_status (own, 200);
}

static void
test_foreign_origin (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) foreign = get_with (fixture, "Origin", "https://evil.example");
  g_autoptr (Answer) nobody = get_with (fixture, "Origin", "null");
  g_autoptr (Answer) own = get_with (fixture, "Origin", fixture->base);

  assert_problem (foreign, 403, "forbidden");
  assert_problem (nobody, 403, "forbidden");
  assert_status (own, 200);
}

static void
test_media_type (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  Request request = { "POST", "/v1/quotes", "{}", .header = "Content-Type", .value = "text/plain" };
  g_autoptr (Answer) answer = fixture_send (fixture, &request);

  assert_problem (answer, 415, "unsupported-media");
}

static void
test_method_and_path (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) method = fixture_call (fixture, "DELETE", "/v1/services", NULL, NULL);
  g_autoptr (Answer) path = fixture_call (fixture, "GET", "/v1/nothing", NULL, NULL);

  assert_problem (method, 405, "method-not-allowed");
  g_assert_cmpstr (method->allow, ==, "GET");
  assert_problem (path, 404, "not-found");
}

static void
test_size (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *large = g_strnfill ((1 << 20) + 1, ' ');
  g_autofree char *larger = g_strnfill ((4 << 20) + 1, ' ');
  g_autoptr (Answer) one = fixture_call (fixture, "POST", "/v1/quotes", NULL, large);
  g_autoptr (Answer) two = fixture_call (fixture, "POST", "/v1/quotes", NULL, larger);
  g_autoptr (Answer) after = fixture_call (fixture, "GET", "/healthz", NULL, NULL);

  assert_problem (one, 413, "too-large");
  assert_problem (two, 413, "too-large");
  assert_status (after, 200);
}

static void
test_one_process_per_directory (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) second =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error,
                      g_getenv ("ONESME_BACKEND"), "--data-dir", fixture->directory, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (second, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (second), ==, 75);
}

static void
test_files_are_private (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  static const char *const names[] = { "onesme.db", "lock", "keys/mac.key", "keys/seal.pem" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, names[i], NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFileInfo) info = g_file_query_info (file, "unix::mode", 0, NULL, NULL);

      g_assert_nonnull (info);
      g_assert_cmpuint (g_file_info_get_attribute_uint32 (info, "unix::mode") & 0077, ==, 0);
    }
}

/* Nothing of the local backend exists without --local, nor without its token. */
static void
test_local_needs_token (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (Answer) none = fixture_call (fixture, "GET", "/local/inbox", NULL, NULL);
  g_autoptr (Answer) wrong = fixture_call (fixture, "GET", "/local/inbox", "guess", NULL);

  assert_problem (none, 401, "no-session");
  assert_problem (wrong, 401, "no-session");
}

/* Acceptance A17: guessing gets slower, and the answer never tells whether the address exists. */
static void
test_guessing_is_slowed (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  static const char *const body =
    "{\"email\":\"nobody@vidu.vn\",\"password\":\"a guess of a password\"}";
  guint refused = 0;

  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (Answer) answer = fixture_call (fixture, "POST", "/v1/sessions", NULL, body);

      if (answer->status == 429)
        refused++;
      else
        assert_problem (answer, 401, "wrong-credentials");
    }
  g_assert_cmpuint (refused, >=, 1);
}

static Answer *
sign_in_with (Fixture *fixture, const char *password)
{
  g_autofree char *body =
    g_strdup_printf ("{\"email\":\"an@vidu.vn\",\"password\":\"%s\"}", password);

  return fixture_call (fixture, "POST", "/v1/sessions", NULL, body);
}

/* Is allowed, and wrong. */
static void
guess_once_more (Fixture *fixture)
{
  g_autoptr (Answer) answer = NULL;

  fixture_advance (fixture, 900);
  answer = sign_in_with (fixture, "một phép đoán");
  assert_problem (answer, 401, "wrong-credentials");
}

/* Each failure beyond the free ones makes the wait twice as long, up to a quarter of an hour, also
 * for the right password; once that was given, the counting begins anew. The two shortest waits
 * are left out: a slow machine could sit them out between two calls. */
static void
test_guessing_is_slowed_more_and_more (void)
{
  static const gint64 waits[] = { 8, 16, 32, 64, 128, 256, 512, 900, 900 };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *token = fixture_sign_up (fixture, "an@vidu.vn");
  g_autofree char *in = NULL, *in_again = NULL;

  for (guint i = 0; i < 6; i++)
    guess_once_more (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr (Answer) too_soon = NULL;
      gint64 wait;

      guess_once_more (fixture);
      too_soon = sign_in_with (fixture, "một mật khẩu dài");
      assert_problem (too_soon, 429, "too-many-requests");
      wait = g_ascii_strtoll (too_soon->retry_after, NULL, 10);
      g_assert_cmpint (wait, <=, waits[i]);
      g_assert_cmpint (wait, >, waits[i] / 2);
    }
  fixture_advance (fixture, 900);
  in = fixture_sign_in (fixture, "an@vidu.vn");
  guess_once_more (fixture);
  in_again = fixture_sign_in (fixture, "an@vidu.vn");
}

/* Whoever hangs up is forgotten: only open connections count against the limit. */
static void
test_closed_connections_are_forgotten (void)
{
  static const char request[] = "GET /healthz HTTP/1.1\r\nHost: %s\r\n\r\n";
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  const char *host = fixture->base + strlen ("http://");
  g_autofree char *text = g_strdup_printf (request, host);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSocketConnection) connection =
        g_socket_client_connect_to_host (client, host, 80, NULL, &error);
      char answer[16] = "";

      g_assert_no_error (error);
      g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text,
                                 strlen (text), NULL, NULL, &error);
      g_assert_no_error (error);
      g_input_stream_read_all (g_io_stream_get_input_stream (G_IO_STREAM (connection)), answer,
                               strlen ("HTTP/1.1 200"), NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (answer, ==, "HTTP/1.1 200");
      g_io_stream_close (G_IO_STREAM (connection), NULL, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard/foreign-host", test_foreign_host);
  g_test_add_func ("/guard/foreign-origin", test_foreign_origin);
  g_test_add_func ("/guard/media-type", test_media_type);
  g_test_add_func ("/guard/method-and-path", test_method_and_path);
  g_test_add_func ("/guard/size", test_size);
  g_test_add_func ("/guard/closed-connections-are-forgotten",
                   test_closed_connections_are_forgotten);
  g_test_add_func ("/guard/one-process-per-directory", test_one_process_per_directory);
  g_test_add_func ("/guard/files-are-private", test_files_are_private);
  g_test_add_func ("/guard/local-needs-token", test_local_needs_token);
  g_test_add_func ("/a16/guessing-is-slowed", test_guessing_is_slowed);
  g_test_add_func ("/a16/the-wait-grows-with-each-guess", test_guessing_is_slowed_more_and_more);
  return g_test_run ();
}
