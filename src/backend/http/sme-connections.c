/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-connections.h"

#include <sys/socket.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#define REQUEST_SECONDS 15
#define IDLE_SECONDS 60

typedef struct
{
  GSocket *socket;
  gint64 deadline; /* monotonic, microseconds; 0: none while a request is answered */
} Connection;

struct _SmeConnections
{
  SoupServer *server;
  GHashTable *open; /* GSocket -> Connection */
  guint max_open;
  guint sweep;
};

static void
connection_free (Connection *connection)
{
  g_object_unref (connection->socket);
  g_free (connection);
}

static void
set_deadline (Connection *connection, guint seconds)
{
  connection->deadline = seconds > 0 ? g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND : 0;
}

/* libsoup takes note of the end of the stream, but does not let go of the connection. */
static gboolean
has_hung_up (Connection *connection)
{
  char byte;

  return recv (g_socket_get_fd (connection->socket), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

static gboolean
is_over (gpointer key, gpointer value, gpointer user_data)
{
  Connection *connection = value;

  if (g_socket_is_closed (connection->socket))
    return TRUE;
  if (connection->deadline == 0)
    return FALSE;
  if (has_hung_up (connection))
    {
      g_socket_close (connection->socket, NULL);
      return TRUE;
    }
  if (connection->deadline > g_get_monotonic_time ())
    return FALSE;
  /* libsoup sees the end of the stream and lets go of it. */
  g_socket_shutdown (connection->socket, TRUE, TRUE, NULL);
  return TRUE;
}

static gboolean
on_sweep (gpointer user_data)
{
  SmeConnections *self = user_data;

  g_hash_table_foreach_remove (self->open, is_over, NULL);
  return G_SOURCE_CONTINUE;
}

static Connection *
find (SmeConnections *self, SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  return socket != NULL ? g_hash_table_lookup (self->open, socket) : NULL;
}

/* libsoup 3.2 loses the socket of each connection. Said here, the leak checker needs no whole
 * stacks (which make a sanitized backend three times as slow) to know these from leaks of ours. */
static void
note_lost (GSocket *socket)
{
#ifdef __SANITIZE_ADDRESS__
  __lsan_ignore_object (socket);
#endif
}

static void
add (SmeConnections *self, GSocket *socket)
{
  Connection *connection;

  note_lost (socket);
  if (g_hash_table_size (self->open) >= self->max_open)
    on_sweep (self);
  if (g_hash_table_size (self->open) >= self->max_open)
    {
      g_socket_shutdown (socket, TRUE, TRUE, NULL);
      return;
    }
  connection = g_new0 (Connection, 1);
  connection->socket = g_object_ref (socket);
  set_deadline (connection, REQUEST_SECONDS);
  g_hash_table_replace (self->open, socket, connection);
}

/* Also emitted when a connection begins to wait for its next request. */
static void
on_request_started (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  Connection *connection = find (user_data, message);
  GSocket *socket = soup_server_message_get_socket (message);

  if (connection != NULL)
    set_deadline (connection, IDLE_SECONDS);
  else if (socket != NULL)
    add (user_data, socket);
}

static void
on_request_read (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  Connection *connection = find (user_data, message);

  if (connection != NULL)
    set_deadline (connection, 0);
}

/* Answered, it waits for the next request or for the end. */
static void
on_request_finished (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  Connection *connection = find (user_data, message);

  if (connection != NULL)
    set_deadline (connection, IDLE_SECONDS);
}

SmeConnections *
sme_connections_new (SoupServer *server, GSocket *listening, guint max_open, GError **error)
{
  g_autoptr (SmeConnections) self = g_new0 (SmeConnections, 1);

  self->server = g_object_ref (server);
  self->open = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) connection_free);
  self->max_open = max_open;
  self->sweep = g_timeout_add_seconds (1, on_sweep, self);
  g_signal_connect (server, "request-started", G_CALLBACK (on_request_started), self);
  g_signal_connect (server, "request-read", G_CALLBACK (on_request_read), self);
  g_signal_connect (server, "request-finished", G_CALLBACK (on_request_finished), self);
  /* Listening by itself, libsoup keeps connections open between requests. */
  if (!soup_server_listen_socket (server, listening, 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

guint
sme_connections_count (SmeConnections *self)
{
  return g_hash_table_size (self->open);
}

void
sme_connections_free (SmeConnections *self)
{
  g_signal_handlers_disconnect_by_data (self->server, self);
  g_source_remove (self->sweep);
  g_hash_table_unref (self->open);
  g_object_unref (self->server);
  g_free (self);
}
