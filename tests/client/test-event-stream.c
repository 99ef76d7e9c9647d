/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-event-stream.h"
#include "client/sme-sse-parser.h"
#include "core/sme-problem.h"
#include "test-server.h"

#include <string.h>

#define EVENTS "GET /v1/events"

/* The parser */

static void
on_event (const char *event, const char *data, gpointer user_data)
{
  g_string_append_printf (user_data, "[%s|%s]", event, data);
}

/* Whatever the pieces, the events are the same. */
static void
assert_events (const char *text, const char *expected)
{
  gsize length = strlen (text);

  for (gsize size = 1; size <= length; size++)
    {
      g_autoptr (GString) heard = g_string_new (NULL);
      g_autoptr (SmeSseParser) parser = sme_sse_parser_new (on_event, heard);

      for (gsize i = 0; i < length; i += size)
        g_assert_true (sme_sse_parser_feed (parser, text + i, MIN (size, length - i)));
      g_assert_cmpstr (heard->str, ==, expected);
    }
}

static void
test_parses (void)
{
  assert_events ("data: a\n\ndata:b\n\n", "[message|a][message|b]");
  assert_events ("event: changed\ndata: a\n\ndata: b\n\n", "[changed|a][message|b]");
  assert_events ("data: a\ndata: b\n\n", "[message|a\nb]");
  assert_events (": heartbeat\n\n:\n\ndata: a\n\n", "[message|a]");
  assert_events ("id: 7\nretry: 10\nnonsense\ndata: a\n\n", "[message|a]");
  assert_events ("data:  two spaces\n\n", "[message| two spaces]");
  assert_events ("data\n\n", "[message|]");
  assert_events ("event: nothing\n\ndata: a\n\n", "[message|a]");
  assert_events ("data: unfinished\n", "");
  assert_events ("\xef\xbb\xbf"
                 "data: a\n\n",
                 "[message|a]");
}

static void
test_parses_any_line_end (void)
{
  assert_events ("data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", "[message|a\nb][message|c]");
  assert_events ("data: a\rdata: b\r\rdata: c\n\n", "[message|a\nb][message|c]");
}

static void
test_parser_refuses_floods (void)
{
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (SmeSseParser) parser = sme_sse_parser_new (on_event, heard);
  g_autofree char *line = g_strnfill (70000, 'x');

  g_assert_false (sme_sse_parser_feed (parser, line, strlen (line)));
  sme_sse_parser_reset (parser);
  g_assert_true (sme_sse_parser_feed (parser, "data: a\n\n", 9));
  g_assert_cmpstr (heard->str, ==, "[message|a]");
}

/* The stream */

typedef struct
{
  TestServer *server;
  SmeEventStream *stream;
  GString *heard;
  guint resyncs, refusals;
  const char *token;
} Fixture;

static char *
give_token (SmeAuth auth, gpointer user_data)
{
  return g_strdup (((Fixture *) user_data)->token);
}

static void
on_changed (SmeEventStream *stream, const char *kind, const char *id, Fixture *fixture)
{
  g_string_append_printf (fixture->heard, "%s/%s ", kind, id);
}

static void
count_up (gpointer counter)
{
  (*(guint *) counter)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = test_server_new ();
  fixture->heard = g_string_new (NULL);
  fixture->token = "t1";
  fixture->stream =
    sme_event_stream_new (test_server_get_url (fixture->server), give_token, fixture, NULL);
  sme_event_stream_set_timing (fixture->stream, 10000, 10, 40);
  g_signal_connect (fixture->stream, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect_swapped (fixture->stream, "resync", G_CALLBACK (count_up), &fixture->resyncs);
  g_signal_connect_swapped (fixture->stream, "unauthorized", G_CALLBACK (count_up),
                            &fixture->refusals);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sme_event_stream_stop (fixture->stream);
  test_assert_finalizes (fixture->stream);
  test_server_free (fixture->server);
  g_string_free (fixture->heard, TRUE);
}

static void
reply_stream (Fixture *fixture, const char *beginning)
{
  test_server_reply (fixture->server, EVENTS,
                     (TestReply){ 200, beginning, .kind = TEST_REPLY_STREAM });
}

static gboolean
is_connected (gpointer stream)
{
  return sme_event_stream_get_connected (stream);
}

static gboolean
is_apart (gpointer stream)
{
  return !sme_event_stream_get_connected (stream);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Heard;

static gboolean
has_heard (gpointer user_data)
{
  Heard *expected = user_data;

  return g_str_equal (expected->fixture->heard->str, expected->text);
}

static void
wait_to_hear (Fixture *fixture, const char *text)
{
  test_wait_until (has_heard, &(Heard){ fixture, text });
}

static void
test_hears_changes (Fixture *fixture, gconstpointer data)
{
  reply_stream (fixture, "data: {\"kind\":\"order\",\"id\":\"o1\"}\n\n");
  sme_event_stream_start (fixture->stream);
  wait_to_hear (fixture, "order/o1 ");
  g_assert_true (is_connected (fixture->stream));
  test_server_push (fixture->server, "event: changed\ndata: {\"kind\":\"pay");
  test_server_push (fixture->server, "ment\",\"id\":\"p1\"}\n\n: heartbeat\n\n");
  wait_to_hear (fixture, "order/o1 payment/p1 ");
  g_assert_cmpuint (fixture->resyncs, ==, 0);
  g_assert_cmpstr (
    test_request_get_header (test_server_get (fixture->server, EVENTS, 0), "Authorization"), ==,
    "Bearer t1");
  g_assert_cmpstr (test_request_get_header (test_server_get (fixture->server, EVENTS, 0), "Accept"),
                   ==, "text/event-stream");
}

static void
test_nonsense_is_skipped (Fixture *fixture, gconstpointer data)
{
  reply_stream (fixture, "data: hello\n\ndata: {\"kind\":7,\"id\":\"o1\"}\n\ndata: []\n\n"
                         "data: {\"kind\":\"order\",\"id\":\"o1\"}\n\n");
  sme_event_stream_start (fixture->stream);
  wait_to_hear (fixture, "order/o1 ");
}

static void
test_connects_again (Fixture *fixture, gconstpointer data)
{
  reply_stream (fixture, ":\n\n");
  reply_stream (fixture, ":\n\n");
  test_server_reply (fixture->server, EVENTS, (TestReply){ 503, NULL });
  test_server_reply (fixture->server, EVENTS, (TestReply){ 200, "{}" });
  test_server_reply (fixture->server, EVENTS, (TestReply){ .kind = TEST_REPLY_CUT_BEFORE });
  reply_stream (fixture, "data: {\"kind\":\"order\",\"id\":\"o1\"}\n\n");
  sme_event_stream_start (fixture->stream);
  test_wait_until (is_connected, fixture->stream);
  test_server_cut_stream (fixture->server);
  test_wait_for_requests (fixture->server, EVENTS, 2);
  test_wait_until (is_connected, fixture->stream);
  g_assert_cmpuint (fixture->resyncs, ==, 1);
  test_server_end_stream (fixture->server);
  test_wait_until (is_apart, fixture->stream);
  wait_to_hear (fixture, "order/o1 ");
  g_assert_cmpuint (fixture->resyncs, ==, 2);
  g_assert_cmpuint (test_server_count (fixture->server, EVENTS), ==, 6);
  g_assert_cmpuint (fixture->refusals, ==, 0);
}

static void
test_silence_is_a_break (Fixture *fixture, gconstpointer data)
{
  sme_event_stream_set_timing (fixture->stream, 100, 10, 40);
  reply_stream (fixture, ":\n\n");
  reply_stream (fixture, ":\n\n");
  sme_event_stream_start (fixture->stream);
  test_wait_until (is_connected, fixture->stream);
  test_wait_until (is_apart, fixture->stream);
  test_wait_until (is_connected, fixture->stream);
  g_assert_cmpuint (fixture->resyncs, ==, 1);
  sme_event_stream_stop (fixture->stream);
}

static void
test_server_that_never_answers (Fixture *fixture, gconstpointer data)
{
  sme_event_stream_set_timing (fixture->stream, 100, 10, 40);
  test_server_reply (fixture->server, EVENTS, (TestReply){ .kind = TEST_REPLY_NEVER });
  reply_stream (fixture, ":\n\n");
  sme_event_stream_start (fixture->stream);
  test_wait_until (is_connected, fixture->stream);
  sme_event_stream_stop (fixture->stream);
}

static gboolean
is_refused (gpointer fixture)
{
  return ((Fixture *) fixture)->refusals > 0;
}

static void
test_refused_token_waits (Fixture *fixture, gconstpointer data)
{
  test_server_reply (fixture->server, EVENTS, (TestReply){ 401, "{\"code\":\"no-session\"}" });
  reply_stream (fixture, ":\n\n");
  sme_event_stream_start (fixture->stream);
  test_wait_until (is_refused, fixture);
  test_let_pass (80);
  g_assert_cmpuint (test_server_count (fixture->server, EVENTS), ==, 1);
  fixture->token = "t2";
  sme_event_stream_restart (fixture->stream);
  test_wait_until (is_connected, fixture->stream);
  g_assert_cmpstr (
    test_request_get_header (test_server_get (fixture->server, EVENTS, 1), "Authorization"), ==,
    "Bearer t2");
}

static void
test_no_token_waits (Fixture *fixture, gconstpointer data)
{
  fixture->token = NULL;
  sme_event_stream_start (fixture->stream);
  g_assert_cmpuint (fixture->refusals, ==, 1);
  g_assert_cmpuint (test_server_count (fixture->server, EVENTS), ==, 0);
}

static void
test_stops (Fixture *fixture, gconstpointer data)
{
  reply_stream (fixture, ":\n\n");
  sme_event_stream_start (fixture->stream);
  test_wait_until (is_connected, fixture->stream);
  sme_event_stream_stop (fixture->stream);
  g_assert_false (is_connected (fixture->stream));
  sme_event_stream_restart (fixture->stream);
  test_let_pass (80);
  g_assert_cmpuint (test_server_count (fixture->server, EVENTS), ==, 1);
}

/* A handler may stop the stream, or start it anew. */
static void
test_stopped_from_a_handler (Fixture *fixture, gconstpointer data)
{
  g_signal_connect_swapped (fixture->stream, "changed", G_CALLBACK (sme_event_stream_stop),
                            fixture->stream);
  reply_stream (fixture,
                "data: {\"kind\":\"a\",\"id\":\"1\"}\n\ndata: {\"kind\":\"b\",\"id\":\"2\"}"
                "\n\n");
  sme_event_stream_start (fixture->stream);
  wait_to_hear (fixture, "a/1 ");
  test_let_pass (50);
  g_assert_cmpstr (fixture->heard->str, ==, "a/1 ");
}

static void
test_insecure (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sme_event_stream_new ("http://onesme.vn", give_token, NULL, &error));
  g_assert_error (error, SME_PROBLEM, SME_PROBLEM_INSECURE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sse-parser/parses-in-any-pieces", test_parses);
  g_test_add_func ("/sse-parser/parses-any-line-end", test_parses_any_line_end);
  g_test_add_func ("/sse-parser/refuses-floods", test_parser_refuses_floods);
  g_test_add_func ("/event-stream/insecure-url-is-refused", test_insecure);
  ADD ("/event-stream/hears-changes", test_hears_changes);
  ADD ("/event-stream/nonsense-is-skipped", test_nonsense_is_skipped);
  ADD ("/event-stream/connects-again", test_connects_again);
  ADD ("/event-stream/silence-is-a-break", test_silence_is_a_break);
  ADD ("/event-stream/server-that-never-answers", test_server_that_never_answers);
  ADD ("/event-stream/refused-token-waits", test_refused_token_waits);
  ADD ("/event-stream/no-token-waits", test_no_token_waits);
  ADD ("/event-stream/stops", test_stops);
  ADD ("/event-stream/stopped-from-a-handler", test_stopped_from_a_handler);
  return g_test_run ();
}
