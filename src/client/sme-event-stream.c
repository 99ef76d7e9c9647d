/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-event-stream.h"

#include "client/sme-http-try.h"
#include "client/sme-secret.h"
#include "client/sme-sse-parser.h"
#include "core/sme-event.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_CONNECTED,
  N_PROPS
};

enum
{
  CHANGED,
  RESYNC,
  UNAUTHORIZED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

struct _SmeEventStream
{
  GObject parent_instance;

  char *base_url;
  SoupSession *session;
  SmeTokenFunc token_func;
  gpointer token_data;
  SmeSseParser *parser;
  GCancellable *cancellable; /* of the connection of now */
  gboolean running;
  gboolean connected;
  gboolean ever_connected;
  guint failures; /* in a row */
  guint silence_ms, first_delay_ms, last_delay_ms;
  guint silence_id, retry_id;
};

G_DEFINE_FINAL_TYPE (SmeEventStream, sme_event_stream, G_TYPE_OBJECT)

/* One connection, from asking for it to its end. */
typedef struct
{
  SmeEventStream *self;
  GCancellable *cancellable;
  SoupMessage *message;
  GInputStream *stream;
  char buffer[4096];
} Connection;

static void connect_now (SmeEventStream *self);
static void read_more (Connection *connection);

static void
connection_free (Connection *connection)
{
  g_object_unref (connection->self);
  g_object_unref (connection->cancellable);
  g_object_unref (connection->message);
  g_clear_object (&connection->stream);
  g_free (connection);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Connection, connection_free)

static void
set_connected (SmeEventStream *self, gboolean connected)
{
  if (self->connected == connected)
    return;
  self->connected = connected;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTED]);
}

static void
disconnect (SmeEventStream *self)
{
  g_clear_handle_id (&self->silence_id, g_source_remove);
  g_clear_handle_id (&self->retry_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  set_connected (self, FALSE);
}

static gboolean
on_retry_due (gpointer user_data)
{
  SmeEventStream *self = user_data;

  self->retry_id = 0;
  connect_now (self);
  return G_SOURCE_REMOVE;
}

void
sme_event_stream_retry_later (SmeEventStream *self)
{
  guint delay;

  g_return_if_fail (SME_IS_EVENT_STREAM (self));

  disconnect (self);
  if (!self->running)
    return;
  delay = self->first_delay_ms << MIN (self->failures, 16);
  delay = MIN (delay, self->last_delay_ms);
  delay = delay / 2 + (guint) g_random_int_range (0, (gint32) (delay / 2 + 1));
  self->failures++;
  self->retry_id = g_timeout_add (delay, on_retry_due, self);
}

static gboolean
on_silence (gpointer user_data)
{
  SmeEventStream *self = user_data;

  self->silence_id = 0;
  sme_event_stream_retry_later (self);
  return G_SOURCE_REMOVE;
}

static void
expect_bytes (SmeEventStream *self)
{
  g_clear_handle_id (&self->silence_id, g_source_remove);
  self->silence_id = g_timeout_add (self->silence_ms, on_silence, self);
}

static void
on_event (const char *name, const char *data, gpointer user_data)
{
  SmeEventStream *self = user_data;
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (SmeEvent) event =
    sme_record_from_bytes (SME_TYPE_EVENT, bytes, SME_DECODE_STRICT, NULL, NULL);

  if (event != NULL && self->connected)
    g_signal_emit (self, signals[CHANGED], 0, sme_record_get_text (SME_RECORD (event), "kind"),
                   sme_record_get_text (SME_RECORD (event), "id"));
}

static gboolean
is_over (Connection *connection)
{
  return g_cancellable_is_cancelled (connection->cancellable);
}

static void
on_bytes (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Connection) connection = user_data;
  SmeEventStream *self = connection->self;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  if (is_over (connection))
    return;
  if (n <= 0 || !sme_sse_parser_feed (self->parser, connection->buffer, (gsize) n))
    {
      sme_event_stream_retry_later (self);
      return;
    }
  if (is_over (connection))
    return;
  self->failures = 0;
  expect_bytes (self);
  read_more (g_steal_pointer (&connection));
}

static void
read_more (Connection *connection)
{
  g_input_stream_read_async (connection->stream, connection->buffer, sizeof connection->buffer,
                             G_PRIORITY_DEFAULT, connection->cancellable, on_bytes, connection);
}

static gboolean
is_event_stream (SoupMessage *message)
{
  const char *type =
    soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);

  return soup_message_get_status (message) == 200 && g_strcmp0 (type, "text/event-stream") == 0;
}

static void
open_stream (Connection *connection)
{
  g_autoptr (SmeEventStream) self = g_object_ref (connection->self);
  g_autoptr (GCancellable) cancellable = g_object_ref (connection->cancellable);
  gboolean again = self->ever_connected;

  self->ever_connected = TRUE;
  sme_sse_parser_reset (self->parser);
  expect_bytes (self);
  read_more (connection);
  set_connected (self, TRUE);
  if (again && !g_cancellable_is_cancelled (cancellable))
    g_signal_emit (self, signals[RESYNC], 0);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Connection) connection = user_data;
  SmeEventStream *self = connection->self;

  connection->stream = soup_session_send_finish (SOUP_SESSION (source), result, NULL);
  if (is_over (connection))
    return;
  if (connection->stream != NULL && is_event_stream (connection->message))
    {
      open_stream (g_steal_pointer (&connection));
      return;
    }
  if (connection->stream == NULL || soup_message_get_status (connection->message) != 401)
    {
      sme_event_stream_retry_later (self);
      return;
    }
  disconnect (self);
  g_signal_emit (self, signals[UNAUTHORIZED], 0);
}

static SoupMessage *
build_message (SmeEventStream *self, const char *token)
{
  g_autofree char *path = sme_operation_build_path (SME_OP_EVENTS, NULL);
  g_autofree char *url = g_strconcat (self->base_url, path, NULL);
  SoupMessage *message = soup_message_new ("GET", url);
  char *value = g_strconcat ("Bearer ", token, NULL);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_NEW_CONNECTION);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept",
                                "text/event-stream");
  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
  sme_secret_free (value);
  return message;
}

static void
connect_now (SmeEventStream *self)
{
  char *token = self->token_func (SME_AUTH_ACCESS, self->token_data);
  Connection *connection;

  disconnect (self);
  if (token == NULL)
    {
      g_signal_emit (self, signals[UNAUTHORIZED], 0);
      return;
    }
  connection = g_new0 (Connection, 1);
  connection->self = g_object_ref (self);
  connection->message = build_message (self, token);
  sme_secret_free (token);
  self->cancellable = g_cancellable_new ();
  connection->cancellable = g_object_ref (self->cancellable);
  expect_bytes (self);
  soup_session_send_async (self->session, connection->message, G_PRIORITY_DEFAULT,
                           connection->cancellable, on_answer, connection);
}

static void
sme_event_stream_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CONNECTED)
    g_value_set_boolean (value, SME_EVENT_STREAM (object)->connected);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
sme_event_stream_dispose (GObject *object)
{
  SmeEventStream *self = SME_EVENT_STREAM (object);

  self->running = FALSE;
  disconnect (self);
  G_OBJECT_CLASS (sme_event_stream_parent_class)->dispose (object);
}

static void
sme_event_stream_finalize (GObject *object)
{
  SmeEventStream *self = SME_EVENT_STREAM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->parser, sme_sse_parser_free);
  g_clear_pointer (&self->base_url, g_free);
  G_OBJECT_CLASS (sme_event_stream_parent_class)->finalize (object);
}

static void
sme_event_stream_class_init (SmeEventStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sme_event_stream_get_property;
  object_class->dispose = sme_event_stream_dispose;
  object_class->finalize = sme_event_stream_finalize;

  props[PROP_CONNECTED] =
    g_param_spec_boolean ("connected", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[RESYNC] = g_signal_new ("resync", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[UNAUTHORIZED] = g_signal_new ("unauthorized", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sme_event_stream_init (SmeEventStream *self)
{
  self->parser = sme_sse_parser_new (on_event, self);
  self->silence_ms = 45000;
  self->first_delay_ms = 500;
  self->last_delay_ms = 30000;
}

SmeEventStream *
sme_event_stream_new (const char *base_url,
                      SmeTokenFunc token_func,
                      gpointer user_data,
                      GError **error)
{
  SmeEventStream *self;
  gboolean loopback;

  if (!sme_http_check_base_url (base_url, &loopback))
    {
      sme_problem_set (error, SME_PROBLEM_INSECURE, NULL);
      return NULL;
    }
  self = g_object_new (SME_TYPE_EVENT_STREAM, NULL);
  self->base_url = g_strdup (base_url);
  self->token_func = token_func;
  self->token_data = user_data;
  /* Silence is ours to measure: a stream may well be quiet for longer than an answer takes. */
  self->session = sme_http_session_new (loopback, 0);
  return self;
}

gboolean
sme_event_stream_get_connected (SmeEventStream *self)
{
  g_return_val_if_fail (SME_IS_EVENT_STREAM (self), FALSE);

  return self->connected;
}

void
sme_event_stream_start (SmeEventStream *self)
{
  g_return_if_fail (SME_IS_EVENT_STREAM (self));

  if (self->running)
    return;
  self->running = TRUE;
  self->failures = 0;
  connect_now (self);
}

void
sme_event_stream_restart (SmeEventStream *self)
{
  g_return_if_fail (SME_IS_EVENT_STREAM (self));

  if (self->running)
    connect_now (self);
}

void
sme_event_stream_stop (SmeEventStream *self)
{
  g_return_if_fail (SME_IS_EVENT_STREAM (self));

  self->running = FALSE;
  disconnect (self);
}

void
sme_event_stream_set_timing (SmeEventStream *self,
                             guint silence_ms,
                             guint first_delay_ms,
                             guint last_delay_ms)
{
  g_return_if_fail (SME_IS_EVENT_STREAM (self));

  self->silence_ms = silence_ms;
  self->first_delay_ms = first_delay_ms;
  self->last_delay_ms = last_delay_ms;
}
