/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-http-try.h"

#include "client/sme-secret.h"
#include "core/sme-problem.h"

#include "config.h"

#define CHUNK (64 * 1024)

typedef struct
{
  SoupMessage *message;
  SmeHttpLimits limits;
  GCancellable *inner; /* cancelled by the caller's, or by a timer */
  gulong outer_handler;
  gboolean timed_out;
  gboolean goes_on; /* after what an earlier try has brought */
  GSource *connect_timer;
  GSource *total_timer;
  GInputStream *stream;
  GByteArray *body;
  guint8 chunk[CHUNK];
} Try;

void
sme_http_reply_free (SmeHttpReply *self)
{
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

void
sme_http_part_clear (SmeHttpPart *self)
{
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->bytes, sme_secret_array_free);
}

static void
clear_timer (GSource **timer)
{
  if (*timer == NULL)
    return;
  g_source_destroy (*timer);
  g_clear_pointer (timer, g_source_unref);
}

static void
try_free (Try *try)
{
  clear_timer (&try->connect_timer);
  clear_timer (&try->total_timer);
  g_signal_handlers_disconnect_by_data (try->message, try);
  g_clear_object (&try->message);
  g_clear_object (&try->inner);
  g_clear_object (&try->stream);
  g_clear_pointer (&try->body, sme_secret_array_free);
  explicit_bzero (try->chunk, sizeof try->chunk);
  g_free (try);
}

static gboolean
on_too_long (gpointer user_data)
{
  Try *try = user_data;

  try->timed_out = TRUE;
  g_cancellable_cancel (try->inner);
  return G_SOURCE_REMOVE;
}

static GSource *
start_timer (Try *try, guint ms)
{
  GSource *timer = g_timeout_source_new (ms);

  g_source_set_callback (timer, on_too_long, try, NULL);
  g_source_attach (timer, g_main_context_get_thread_default ());
  return timer;
}

static void
on_network_event (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, Try *try)
{
  if (event == G_SOCKET_CLIENT_RESOLVING && try->connect_timer == NULL)
    try->connect_timer = start_timer (try, try->limits.connect_ms);
  else if (event == G_SOCKET_CLIENT_COMPLETE)
    clear_timer (&try->connect_timer);
}

static void
on_outer_cancelled (GCancellable *outer, GCancellable *inner)
{
  g_cancellable_cancel (inner);
}

GError *
sme_http_problem (GError *error)
{
  SmeProblemCode code = SME_PROBLEM_UNREACHABLE;
  GError *problem = NULL;

  if (error->domain == SME_PROBLEM || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return error;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    code = SME_PROBLEM_TIMED_OUT;
  else if (error->domain == G_TLS_ERROR && error->code != G_TLS_ERROR_EOF)
    code = SME_PROBLEM_INSECURE;
  else if (g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
           g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    code = SME_PROBLEM_BAD_ANSWER;
  sme_problem_set (&problem, code, error->message);
  g_error_free (error);
  return problem;
}

static void
unlink_outer (GTask *task)
{
  Try *try = g_task_get_task_data (task);
  GCancellable *outer = g_task_get_cancellable (task);

  if (try->outer_handler != 0)
    g_cancellable_disconnect (outer, try->outer_handler);
  try->outer_handler = 0;
}

/* What can be gone on with: of a version that has a name, and that can be had in parts. */
static void
keep_part (Try *try)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (try->message);
  const char *etag = soup_message_headers_get_one (headers, "ETag");
  SmeHttpPart *part = try->limits.part;

  if (part == NULL || try->stream == NULL || try->body->len == 0 || etag == NULL ||
      g_str_has_prefix (etag, "W/") ||
      soup_message_headers_get_one (headers, "Content-Encoding") != NULL ||
      g_strcmp0 (soup_message_headers_get_one (headers, "Accept-Ranges"), "bytes") != 0)
    return;
  sme_http_part_clear (part);
  part->etag = g_strdup (etag);
  part->bytes = g_steal_pointer (&try->body);
}

static void
fail (GTask *task, GError *error)
{
  Try *try = g_task_get_task_data (task);

  unlink_outer (task);
  keep_part (try);
  if (try->stream != NULL)
    {
      /* What is left of the body is not worth reading: the connection goes. */
      g_cancellable_cancel (try->inner);
      g_input_stream_close_async (try->stream, G_PRIORITY_DEFAULT, try->inner, NULL, NULL);
    }
  if (try->timed_out && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_error_free (error);
      error = NULL;
      sme_problem_set (&error, SME_PROBLEM_TIMED_OUT, NULL);
    }
  g_task_return_error (task, sme_http_problem (error));
}

static int
read_retry_after (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Retry-After");
  guint64 seconds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, 86400, &seconds, NULL))
    return -1;
  return (int) seconds;
}

static void
succeed (GTask *task)
{
  Try *try = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (try->message);
  SmeHttpReply *reply = g_new0 (SmeHttpReply, 1);
  gsize size = try->body->len;

  unlink_outer (task);
  /* Who asked for the whole has the whole. */
  reply->status = try->goes_on ? SOUP_STATUS_OK : soup_message_get_status (try->message);
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->etag = g_strdup (soup_message_headers_get_one (headers, "ETag"));
  reply->retry_after = read_retry_after (headers);
  reply->body =
    sme_secret_bytes_new_take (g_byte_array_free (g_steal_pointer (&try->body), FALSE), size);
  g_input_stream_close_async (try->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
  g_task_return_pointer (task, reply, (GDestroyNotify) sme_http_reply_free);
}

static void
refuse_size (GTask *task)
{
  GError *error = NULL;

  sme_problem_set (&error, SME_PROBLEM_BAD_ANSWER, "larger than any answer may be");
  fail (task, error);
}

static void read_chunk (GTask *task);

static void
on_chunk_ready (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Try *try = g_task_get_task_data (task);
  GError *error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n < 0)
    fail (task, error);
  else if (n == 0)
    succeed (task);
  else if ((gsize) n > try->limits.max_bytes - try->body->len)
    refuse_size (task);
  else
    {
      g_byte_array_append (try->body, try->chunk, (guint) n);
      read_chunk (g_steal_pointer (&task));
    }
}

static void
read_chunk (GTask *task)
{
  Try *try = g_task_get_task_data (task);

  g_input_stream_read_async (try->stream, try->chunk, CHUNK, G_PRIORITY_DEFAULT, try->inner,
                             on_chunk_ready, task);
}

static void
ask_for_the_rest (Try *try)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (try->message);
  SmeHttpPart *part = try->limits.part;

  if (part == NULL || part->etag == NULL)
    return;
  soup_message_headers_set_range (headers, part->bytes->len, -1);
  soup_message_headers_replace (headers, "If-Range", part->etag);
}

/* Whether @try goes on exactly where @part ends, in the same version. */
static gboolean
fits (Try *try, SmeHttpPart *part)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (try->message);
  goffset start, end;

  return soup_message_get_status (try->message) == SOUP_STATUS_PARTIAL_CONTENT &&
         g_strcmp0 (soup_message_headers_get_one (headers, "ETag"), part->etag) == 0 &&
         soup_message_headers_get_content_range (headers, &start, &end, NULL) &&
         start == (goffset) part->bytes->len;
}

static void
take_part (Try *try)
{
  SmeHttpPart *part = try->limits.part;

  if (part == NULL || part->etag == NULL)
    return;
  if (fits (try, part))
    {
      g_clear_pointer (&try->body, sme_secret_array_free);
      try->body = g_steal_pointer (&part->bytes);
      try->goes_on = TRUE;
    }
  sme_http_part_clear (part);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Try *try = g_task_get_task_data (task);
  GError *error = NULL;

  clear_timer (&try->connect_timer);
  try->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (try->stream == NULL)
    fail (task, error);
  else
    {
      take_part (try);
      read_chunk (g_steal_pointer (&task));
    }
}

void
sme_http_try_async (SoupSession *session,
                    SoupMessage *message,
                    const SmeHttpLimits *limits,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  GTask *task = g_task_new (session, cancellable, callback, user_data);
  Try *try = g_new0 (Try, 1);

  g_task_set_source_tag (task, sme_http_try_async);
  g_task_set_task_data (task, try, (GDestroyNotify) try_free);
  try->message = g_object_ref (message);
  try->limits = *limits;
  try->inner = g_cancellable_new ();
  try->body = g_byte_array_new ();
  if (cancellable != NULL)
    try->outer_handler = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled),
                                                g_object_ref (try->inner), g_object_unref);
  try->total_timer = start_timer (try, limits->total_ms);
  g_signal_connect (message, "network-event", G_CALLBACK (on_network_event), try);
  ask_for_the_rest (try);
  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, try->inner, on_sent, task);
}

SmeHttpReply *
sme_http_try_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address)
                         : g_ascii_strcasecmp (host, "localhost") == 0;
}

gboolean
sme_http_check_base_url (const char *url, gboolean *loopback)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  *loopback = FALSE;
  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0' ||
      g_uri_get_userinfo (uri) != NULL || g_uri_get_query (uri) != NULL ||
      g_uri_get_fragment (uri) != NULL ||
      (*g_uri_get_path (uri) != '\0' && g_strcmp0 (g_uri_get_path (uri), "/") != 0))
    return FALSE;
  *loopback = is_loopback (g_uri_get_host (uri));
  return g_str_equal (g_uri_get_scheme (uri), "https") ||
         (g_str_equal (g_uri_get_scheme (uri), "http") && *loopback);
}

SoupSession *
sme_http_session_new (gboolean loopback, guint idle_s)
{
  SoupSession *session =
    soup_session_new_with_options ("user-agent", "onesme/" SME_VERSION, "timeout", idle_s,
                                   "idle-timeout", 20, "max-conns-per-host", 6, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
  soup_session_set_accept_language_auto (session, TRUE);
  if (loopback)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
}
