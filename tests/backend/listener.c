/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "listener.h"

/* Longer than the stream is ever silent. */
#define SILENCE_SECONDS 20

struct _Listener
{
  SoupSession *session;
  GDataInputStream *lines;
};

Listener *
listener_new (Fixture *fixture, const char *token)
{
  g_autofree char *url = g_strconcat (fixture->base, "/v1/events", NULL);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", url);
  g_autoptr (SoupSession) session =
    soup_session_new_with_options ("timeout", SILENCE_SECONDS, NULL);
  g_autoptr (GInputStream) stream = NULL;
  Listener *self;

  soup_message_headers_append (soup_message_get_request_headers (message), "Authorization", bearer);
  stream = soup_session_send (session, message, NULL, NULL);
  if (stream == NULL || soup_message_get_status (message) != 200)
    return NULL;
  self = g_new0 (Listener, 1);
  self->session = g_steal_pointer (&session);
  self->lines = g_data_input_stream_new (stream);
  return self;
}

void
listener_free (Listener *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->lines);
  g_object_unref (self->session);
  g_free (self);
}

gboolean
listener_wait (Listener *self)
{
  g_autofree char *line = g_data_input_stream_read_line (self->lines, NULL, NULL, NULL);

  return line != NULL;
}
