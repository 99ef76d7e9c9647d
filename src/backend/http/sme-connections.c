/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-connections.h"

#define REQUEST_SECONDS 15
#define IDLE_SECONDS 60

typedef struct
{
  SmeConnections *owner;
  GSocketConnection *stream;
  GSocket *socket;
  GSocketAddress *remote;
  gint64 deadline; /* monotonic, microseconds; 0: none while a request is answered */
} Connection;

struct _SmeConnections
{
  SoupServer *server;
  GSocketListener *listener;
  GCancellable *cancellable;
  GHashTable *open; /* remote GSocketAddress -> Connection */
  guint max_open;
  guint sweep;
};

static void
connection_free (Connection *connection)
{
  g_object_unref (connection->stream);
  g_object_unref (connection->remote);
  g_free (connection);
}

static void
set_deadline (Connection *connection, guint seconds)
{
  connection->deadline = seconds > 0 ? g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND : 0;
}

static gboolean
is_over (gpointer key, gpointer value, gpointer user_data)
{
  Connection *connection = value;

  if (g_io_stream_is_closed (G_IO_STREAM (connection->stream)) ||
      !g_socket_is_connected (connection->socket))
    return TRUE;
  if (connection->deadline == 0 || connection->deadline > g_get_monotonic_time ())
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

/* libsoup hands back the very address object it was given, but no socket that it did not accept. */
static Connection *
find (SmeConnections *self, SoupServerMessage *message)
{
  GSocketAddress *remote = soup_server_message_get_remote_address (message);

  return remote != NULL ? g_hash_table_lookup (self->open, remote) : NULL;
}

static void
on_request_read (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  Connection *connection = find (user_data, message);

  if (connection != NULL)
    set_deadline (connection, 0);
}

static void
on_request_over (SoupServer *server, SoupServerMessage *message, gpointer user_data)
{
  Connection *connection = find (user_data, message);

  if (connection != NULL)
    set_deadline (connection, IDLE_SECONDS);
}

static void accept_next (SmeConnections *self);

static void
take_over (SmeConnections *self, GSocketConnection *stream)
{
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (stream, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (stream, NULL);
  Connection *connection;

  on_sweep (self);
  if (remote == NULL || g_hash_table_size (self->open) >= self->max_open)
    {
      g_io_stream_close_async (G_IO_STREAM (stream), G_PRIORITY_DEFAULT, NULL, NULL, NULL);
      return;
    }
  connection = g_new0 (Connection, 1);
  connection->owner = self;
  connection->stream = g_object_ref (stream);
  connection->socket = g_socket_connection_get_socket (stream);
  connection->remote = g_object_ref (remote);
  set_deadline (connection, REQUEST_SECONDS);
  g_hash_table_replace (self->open, remote, connection);
  soup_server_accept_iostream (self->server, G_IO_STREAM (stream), local, remote, NULL);
}

static void
on_accepted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) stream =
    g_socket_listener_accept_finish (G_SOCKET_LISTENER (source), result, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    return;
  if (stream != NULL)
    take_over (user_data, stream);
  accept_next (user_data);
}

static void
accept_next (SmeConnections *self)
{
  g_socket_listener_accept_async (self->listener, self->cancellable, on_accepted, self);
}

SmeConnections *
sme_connections_new (SoupServer *server, GSocket *listening, guint max_open, GError **error)
{
  g_autoptr (SmeConnections) self = g_new0 (SmeConnections, 1);

  self->server = g_object_ref (server);
  self->listener = g_socket_listener_new ();
  self->cancellable = g_cancellable_new ();
  self->open = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) connection_free);
  self->max_open = max_open;
  self->sweep = g_timeout_add_seconds (1, on_sweep, self);
  g_signal_connect (server, "request-read", G_CALLBACK (on_request_read), self);
  g_signal_connect (server, "request-finished", G_CALLBACK (on_request_over), self);
  g_signal_connect (server, "request-aborted", G_CALLBACK (on_request_over), self);
  if (!g_socket_listener_add_socket (self->listener, listening, NULL, error))
    return NULL;
  accept_next (self);
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
  g_cancellable_cancel (self->cancellable);
  g_source_remove (self->sweep);
  g_socket_listener_close (self->listener);
  g_hash_table_unref (self->open);
  g_object_unref (self->listener);
  g_object_unref (self->cancellable);
  g_object_unref (self->server);
  g_free (self);
}
