/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-transport.h"
#include "core/sme-records.h"
#include "test-certificate.h"
#include "test-server.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * A server that speaks as little HTTP/2 (RFC 9113) as it takes to refuse a request that was read in
 * full: "not processed, ask again", as servers do that are about to end a connection. libsoup asks
 * again by itself, whatever the method, and has thrown the body away by then.
 */

#define PREFACE_SIZE 24
#define ORDER \
  "{\"id\":\"o1\",\"number\":\"1\",\"state\":\"draft\",\"created_at\":\"2026-11-22T00:00:00Z\"}"

enum
{
  FRAME_DATA = 0,
  FRAME_HEADERS = 1,
  FRAME_RST_STREAM = 3,
  FRAME_SETTINGS = 4,
};

enum
{
  FLAG_END_STREAM = 1,
  FLAG_ACK = 1,
  FLAG_END_HEADERS = 4,
};

typedef struct
{
  GSocketService *service;
  GTlsCertificate *certificate;
  GMutex mutex;
  GPtrArray *bodies; /* of the requests, in order */
  char *url;
} Refuser;

typedef struct
{
  guint8 type, flags;
  guint32 stream;
  gsize length;
  guint8 payload[1 << 14];
} Frame;

static void
write_frame (GIOStream *stream,
             guint8 type,
             guint8 flags,
             guint32 id,
             const void *payload,
             gsize size)
{
  guint8 head[9] = { 0, (guint8) (size >> 8), (guint8) size, type, flags, 0, 0, 0, (guint8) id };
  GOutputStream *out = g_io_stream_get_output_stream (stream);

  g_assert_cmpuint (id, <, 256);
  g_output_stream_write_all (out, head, sizeof head, NULL, NULL, NULL);
  if (size > 0)
    g_output_stream_write_all (out, payload, size, NULL, NULL, NULL);
}

static gboolean
read_exactly (GIOStream *stream, void *buffer, gsize size)
{
  gsize n = 0;

  return g_input_stream_read_all (g_io_stream_get_input_stream (stream), buffer, size, &n, NULL,
                                  NULL) &&
         n == size;
}

static gboolean
read_frame (GIOStream *stream, Frame *frame)
{
  guint8 head[9];

  if (!read_exactly (stream, head, sizeof head))
    return FALSE;
  frame->length = (gsize) head[0] << 16 | (gsize) head[1] << 8 | head[2];
  frame->type = head[3];
  frame->flags = head[4];
  frame->stream = (guint32) head[7] << 8 | head[8];
  g_assert_cmpuint (frame->length, <=, sizeof frame->payload);
  return read_exactly (stream, frame->payload, frame->length);
}

static void
answer (GIOStream *stream, guint32 id)
{
  /* :status 201 and content-type application/json, as literals with indexed names (RFC 7541) */
  static const char head[] = "\x08\x03"
                             "201"
                             "\x0f\x10\x10"
                             "application/json";

  write_frame (stream, FRAME_HEADERS, FLAG_END_HEADERS, id, head, sizeof head - 1);
  write_frame (stream, FRAME_DATA, FLAG_END_STREAM, id, ORDER, strlen (ORDER));
}

/* The first request is refused, all others are answered. */
static void
on_whole_request (Refuser *self, GIOStream *stream, guint32 id, GString *body)
{
  static const guint8 refused_stream[4] = { 0, 0, 0, 7 };
  gboolean first;

  g_mutex_lock (&self->mutex);
  first = self->bodies->len == 0;
  g_ptr_array_add (self->bodies, g_strdup (body->str));
  g_mutex_unlock (&self->mutex);
  g_string_truncate (body, 0);
  if (first)
    write_frame (stream, FRAME_RST_STREAM, 0, id, refused_stream, sizeof refused_stream);
  else
    answer (stream, id);
}

static gboolean
on_connection (GThreadedSocketService *service,
               GSocketConnection *connection,
               GObject *source,
               gpointer user_data)
{
  Refuser *self = user_data;
  static const char *const protocols[] = { "h2", NULL };
  g_autoptr (GIOStream) tls =
    g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree Frame *frame = g_new (Frame, 1);

  g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (tls),
                                             (const char *const *) protocols);
  if (!read_exactly (tls, frame->payload, PREFACE_SIZE))
    return TRUE;
  write_frame (tls, FRAME_SETTINGS, 0, 0, NULL, 0);
  while (read_frame (tls, frame))
    {
      if (frame->type == FRAME_SETTINGS && (frame->flags & FLAG_ACK) == 0)
        write_frame (tls, FRAME_SETTINGS, FLAG_ACK, 0, NULL, 0);
      if (frame->type == FRAME_DATA)
        g_string_append_len (body, (const char *) frame->payload, (gssize) frame->length);
      if (frame->type <= FRAME_HEADERS && (frame->flags & FLAG_END_STREAM) != 0)
        on_whole_request (self, tls, frame->stream, body);
    }
  return TRUE;
}

static Refuser *
refuser_new (void)
{
  Refuser *self = g_new0 (Refuser, 1);
  guint16 port;

  g_mutex_init (&self->mutex);
  self->bodies = g_ptr_array_new_with_free_func (g_free);
  self->certificate = test_certificate_new ();
  self->service = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  self->url = g_strdup_printf ("https://localhost:%u", port);
  g_signal_connect (self->service, "run", G_CALLBACK (on_connection), self);
  return self;
}

/* The threads of connections may outlive the test by a moment: what they use stays until the
 * transport has closed its connections, which they see. */
static void
refuser_stop (Refuser *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
}

/* As if an authority of this machine had vouched for @certificate. Returns: the file that says so,
 * which is read late. */
static char *
trust (GTlsCertificate *certificate)
{
  g_autofree char *pem = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("onesme-test-XXXXXX.pem", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_object_get (certificate, "certificate-pem", &pem, NULL);
  g_file_set_contents (path, pem, -1, &error);
  g_assert_no_error (error);
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
  return g_steal_pointer (&path);
}

static void
test_body_is_sent_again (void)
{
  Refuser *server = refuser_new ();
  g_autoptr (SmeTransport) transport = sme_transport_new (server->url, NULL);
  g_autoptr (SmeRecord) request = SME_RECORD (sme_order_request_new ());
  g_autoptr (SmeAnswer) reply = NULL;
  g_autofree char *authorities = trust (server->certificate);
  g_auto (TestCall) call = { 0 };
  g_autoptr (GError) error = NULL;

  sme_transport_set_retries (transport, 1, 10, 1000);
  sme_record_set_text (request, "plan_id", "smartca-ps");
  sme_record_set_int (request, "cycle_months", 12);
  sme_caller_send_async (SME_CALLER (transport), SME_OP_CREATE_ORDER, NULL, NULL, request, NULL,
                         test_on_ready, &call);
  reply = sme_caller_send_finish (SME_CALLER (transport), test_await (&call), &error);
  g_mutex_lock (&server->mutex);
  g_assert_cmpuint (server->bodies->len, ==, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (server->bodies, 0), "smartca-ps"));
  g_assert_cmpstr (g_ptr_array_index (server->bodies, 1), ==,
                   g_ptr_array_index (server->bodies, 0));
  g_mutex_unlock (&server->mutex);
  g_assert_no_error (error);
  g_assert_nonnull (reply);
  refuser_stop (server);
  g_unlink (authorities);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restart/body-is-sent-again", test_body_is_sent_again);
  return g_test_run ();
}
