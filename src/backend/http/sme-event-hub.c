/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-event-hub.h"

#include <string.h>

#define HEARTBEAT_SECONDS 15

typedef struct
{
  SmeEventHub *hub;
  SoupServerMessage *message;
  char *account_id;
  char *family_id;
  gint64 expires_at;
} Stream;

struct _SmeEventHub
{
  SmeClock *clock;
  GPtrArray *streams;
  guint heartbeat;
};

static void
stream_free (Stream *stream)
{
  g_signal_handlers_disconnect_by_data (stream->message, stream);
  g_object_unref (stream->message);
  g_free (stream->account_id);
  g_free (stream->family_id);
  g_free (stream);
}

static void
on_stream_finished (SoupServerMessage *message, gpointer user_data)
{
  Stream *stream = user_data;

  g_ptr_array_remove_fast (stream->hub->streams, stream);
}

static void
stream_write (Stream *stream, const char *text)
{
  SoupMessageBody *body = soup_server_message_get_response_body (stream->message);

  soup_message_body_append (body, SOUP_MEMORY_COPY, text, strlen (text));
  soup_server_message_unpause (stream->message);
}

static void
stream_end (Stream *stream)
{
  soup_message_body_complete (soup_server_message_get_response_body (stream->message));
  soup_server_message_unpause (stream->message);
}

static gboolean
on_heartbeat (gpointer user_data)
{
  SmeEventHub *self = user_data;
  gint64 now = sme_clock_now (self->clock);

  for (guint i = 0; i < self->streams->len; i++)
    {
      Stream *stream = g_ptr_array_index (self->streams, i);

      if (stream->expires_at <= now)
        stream_end (stream);
      else
        stream_write (stream, ":\n\n");
    }
  return G_SOURCE_CONTINUE;
}

SmeEventHub *
sme_event_hub_new (SmeClock *clock)
{
  SmeEventHub *self = g_new0 (SmeEventHub, 1);

  self->clock = sme_clock_ref (clock);
  self->streams = g_ptr_array_new_with_free_func ((GDestroyNotify) stream_free);
  self->heartbeat = g_timeout_add_seconds (HEARTBEAT_SECONDS, on_heartbeat, self);
  return self;
}

void
sme_event_hub_free (SmeEventHub *self)
{
  g_source_remove (self->heartbeat);
  g_ptr_array_unref (self->streams);
  sme_clock_unref (self->clock);
  g_free (self);
}

void
sme_event_hub_add (SmeEventHub *self,
                   SoupServerMessage *message,
                   const char *account_id,
                   const char *family_id,
                   gint64 expires_at)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  Stream *stream = g_new0 (Stream, 1);

  *stream = (Stream){
    self, g_object_ref (message), g_strdup (account_id), g_strdup (family_id), expires_at,
  };
  g_ptr_array_add (self->streams, stream);
  g_signal_connect (message, "finished", G_CALLBACK (on_stream_finished), stream);

  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_content_type (headers, "text/event-stream", NULL);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  /* What was sent need not be kept. */
  soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
  stream_write (stream, ":\n\n");
}

void
sme_event_hub_tell (SmeEventHub *self, const SmeChange *change)
{
  g_autofree char *text = g_strdup_printf (
    "event: changed\ndata: {\"kind\":\"%s\",\"id\":\"%s\"}\n\n", change->kind, change->id);

  for (guint i = 0; i < self->streams->len; i++)
    {
      Stream *stream = g_ptr_array_index (self->streams, i);

      if (g_str_equal (stream->account_id, change->account_id))
        stream_write (stream, text);
    }
}

void
sme_event_hub_end_family (SmeEventHub *self, const char *family_id)
{
  for (guint i = 0; i < self->streams->len; i++)
    {
      Stream *stream = g_ptr_array_index (self->streams, i);

      if (g_strcmp0 (stream->family_id, family_id) == 0)
        stream_end (stream);
    }
}

guint
sme_event_hub_count (SmeEventHub *self)
{
  return self->streams->len;
}
