/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-server.h"

#include <string.h>

#define PATIENCE_MS 20000

struct _TestServer
{
  SoupServer *server;
  char *url;
  GHashTable *replies; /* what -> GQueue of TestReply */
  GHashTable *always;  /* what -> TestReply */
  GPtrArray *requests;
  SoupServerMessage *stream;
  GPtrArray *silent; /* messages that are never answered */
};

static void
request_free (TestRequest *request)
{
  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  g_free (request->body);
  soup_message_headers_unref (request->headers);
  g_free (request);
}

static void
copy_header (const char *name, const char *value, gpointer user_data)
{
  soup_message_headers_append (user_data, name, value);
}

static void
keep_request (TestServer *self, SoupServerMessage *message)
{
  TestRequest *request = g_new0 (TestRequest, 1);
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (uri));
  request->query = g_strdup (g_uri_get_query (uri));
  request->body = g_strndup (body->data != NULL ? body->data : "", (gsize) body->length);
  request->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), copy_header,
                                request->headers);
  g_ptr_array_add (self->requests, request);
}

static void
cut (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static void
set_body (SoupServerMessage *message, const TestReply *reply)
{
  g_autoptr (GString) body = g_string_new (NULL);
  const char *type = reply->type;

  if (type == NULL)
    type = reply->status >= 400 ? "application/problem+json" : "application/json";
  for (gsize i = 0; i < reply->padding; i++)
    g_string_append_c (body, ' ');
  if (reply->body != NULL)
    g_string_append (body, reply->body);
  if (reply->body != NULL)
    soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body->str, body->len);
}

static void
begin_stream (TestServer *self, SoupServerMessage *message, const TestReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  soup_message_headers_set_content_type (headers, "text/event-stream", NULL);
  soup_message_body_set_accumulate (body, FALSE);
  soup_message_body_append (body, SOUP_MEMORY_COPY, reply->body, strlen (reply->body));
  g_set_object (&self->stream, message);
}

static void
send_reply (TestServer *self, SoupServerMessage *message, const TestReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, reply->status, NULL);
  if (reply->header != NULL)
    soup_message_headers_replace (headers, reply->header, reply->value);
  if (reply->ranges != NULL)
    soup_message_headers_replace (headers, "Accept-Ranges", reply->ranges);
  if (reply->content_range != NULL)
    soup_message_headers_replace (headers, "Content-Range", reply->content_range);
  /* The answer is cut by nobody but the test. */
  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
  if (reply->kind == TEST_REPLY_STREAM)
    begin_stream (self, message, reply);
  else
    set_body (message, reply);
  if (reply->kind == TEST_REPLY_CUT_WITHIN)
    {
      soup_message_headers_set_content_length (headers, 100000);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (cut), NULL);
      g_signal_connect (message, "wrote-body", G_CALLBACK (cut), NULL);
    }
}

typedef struct
{
  TestServer *self;
  SoupServerMessage *message;
  TestReply reply;
} Delayed;

static void
delayed_free (gpointer user_data)
{
  Delayed *delayed = user_data;

  g_object_unref (delayed->message);
  g_free (delayed);
}

static gboolean
on_delay_over (gpointer user_data)
{
  Delayed *delayed = user_data;

  send_reply (delayed->self, delayed->message, &delayed->reply);
  soup_server_message_unpause (delayed->message);
  return G_SOURCE_REMOVE;
}

static void
on_request (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  TestServer *self = user_data;
  g_autofree char *what = g_strdup_printf ("%s %s", soup_server_message_get_method (message), path);
  GQueue *queue = g_hash_table_lookup (self->replies, what);
  g_autofree TestReply *own = queue != NULL ? g_queue_pop_head (queue) : NULL;
  const TestReply *reply = own != NULL ? own : g_hash_table_lookup (self->always, what);

  keep_request (self, message);
  if (reply == NULL)
    g_error ("Nobody told the server to answer %s", what);
  if (reply->kind == TEST_REPLY_CUT_BEFORE)
    cut (message);
  else if (reply->kind == TEST_REPLY_NEVER)
    {
      soup_server_message_pause (message);
      g_ptr_array_add (self->silent, g_object_ref (message));
    }
  else if (reply->delay_ms > 0)
    {
      Delayed *delayed = g_new0 (Delayed, 1);

      delayed->self = self;
      delayed->message = g_object_ref (message);
      delayed->reply = *reply;
      soup_server_message_pause (message);
      g_timeout_add_full (G_PRIORITY_DEFAULT, reply->delay_ms, on_delay_over, delayed,
                          delayed_free);
    }
  else
    send_reply (self, message, reply);
}

static void
queue_free (gpointer queue)
{
  g_queue_free_full (queue, g_free);
}

TestServer *
test_server_new (void)
{
  TestServer *self = g_new0 (TestServer, 1);
  GSList *uris;
  GError *error = NULL;

  self->server = soup_server_new ("server-header", "test", NULL);
  self->replies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, queue_free);
  self->always = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->silent = g_ptr_array_new_with_free_func (g_object_unref);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) request_free);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  soup_server_add_handler (self->server, NULL, on_request, self, NULL);
  return self;
}

void
test_server_free (TestServer *self)
{
  if (self->stream != NULL)
    test_server_end_stream (self);
  g_clear_object (&self->stream);
  for (guint i = 0; i < self->silent->len; i++)
    soup_server_message_unpause (g_ptr_array_index (self->silent, i));
  g_ptr_array_unref (self->silent);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_hash_table_unref (self->replies);
  g_hash_table_unref (self->always);
  g_ptr_array_unref (self->requests);
  g_free (self->url);
  g_free (self);
}

const char *
test_server_get_url (TestServer *self)
{
  return self->url;
}

void
test_server_reply (TestServer *self, const char *what, TestReply reply)
{
  GQueue *queue = g_hash_table_lookup (self->replies, what);

  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (self->replies, g_strdup (what), queue);
    }
  g_queue_push_tail (queue, g_memdup2 (&reply, sizeof reply));
}

void
test_server_reply_always (TestServer *self, const char *what, TestReply reply)
{
  g_hash_table_replace (self->always, g_strdup (what), g_memdup2 (&reply, sizeof reply));
}

static gboolean
is_what (TestRequest *request, const char *what)
{
  g_autofree char *text = g_strdup_printf ("%s %s", request->method, request->path);

  return g_str_equal (text, what);
}

guint
test_server_count (TestServer *self, const char *what)
{
  guint n = 0;

  for (guint i = 0; i < self->requests->len; i++)
    n += is_what (g_ptr_array_index (self->requests, i), what) ? 1 : 0;
  return n;
}

TestRequest *
test_server_get (TestServer *self, const char *what, guint i)
{
  for (guint k = 0; k < self->requests->len; k++)
    {
      TestRequest *request = g_ptr_array_index (self->requests, k);

      if (is_what (request, what) && i-- == 0)
        return request;
    }
  g_error ("There was no such request: %s", what);
  return NULL;
}

const char *
test_request_get_header (TestRequest *self, const char *name)
{
  return soup_message_headers_get_one (self->headers, name);
}

void
test_server_push (TestServer *self, const char *text)
{
  SoupMessageBody *body = soup_server_message_get_response_body (self->stream);

  soup_message_body_append (body, SOUP_MEMORY_COPY, text, strlen (text));
  soup_server_message_unpause (self->stream);
}

void
test_server_end_stream (TestServer *self)
{
  soup_message_body_complete (soup_server_message_get_response_body (self->stream));
  soup_server_message_unpause (self->stream);
}

void
test_server_cut_stream (TestServer *self)
{
  cut (self->stream);
}

static gboolean
on_impatient (gpointer user_data)
{
  g_error ("Waited for too long");
  return G_SOURCE_REMOVE;
}

void
test_wait_until (TestCondition condition, gpointer user_data)
{
  guint id = g_timeout_add (PATIENCE_MS, on_impatient, NULL);

  while (!condition (user_data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
}

typedef struct
{
  TestServer *self;
  const char *what;
  guint n;
} Expected;

static gboolean
has_requests (gpointer user_data)
{
  Expected *expected = user_data;

  return test_server_count (expected->self, expected->what) >= expected->n;
}

void
test_wait_for_requests (TestServer *self, const char *what, guint n)
{
  Expected expected = { self, what, n };

  test_wait_until (has_requests, &expected);
}

static gboolean
on_passed (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

void
test_let_pass (guint ms)
{
  gboolean passed = FALSE;

  g_timeout_add (ms, on_passed, &passed);
  test_wait_until (is_true, &passed);
}

void
test_on_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TestCall *call = user_data;

  g_assert_null (call->result);
  call->result = g_object_ref (result);
}

static gboolean
is_ready (gpointer user_data)
{
  return ((TestCall *) user_data)->result != NULL;
}

GAsyncResult *
test_await (TestCall *call)
{
  test_wait_until (is_ready, call);
  return call->result;
}

void
test_call_clear (TestCall *call)
{
  g_clear_object (&call->result);
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

void
test_assert_finalizes (gpointer object)
{
  gpointer watched = object;

  g_object_add_weak_pointer (object, &watched);
  g_object_unref (object);
  test_wait_until (is_null, &watched);
}
