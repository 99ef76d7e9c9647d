/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-server.h"

#include "backend/bank/sme-gateway-courier.h"
#include "backend/bank/sme-gateway-inquiry.h"
#include "backend/flow/sme-sweep.h"
#include "backend/http/sme-connections.h"
#include "backend/http/sme-event-hub.h"
#include "backend/http/sme-guard.h"
#include "backend/http/sme-workers.h"
#include "backend/outbox/sme-letter.h"
#include "core/sme-problem.h"

#include <string.h>

#define N_WORKERS 4
#define MAX_CONNECTIONS 256
#define MAX_PENDING 1024
#define SWEEP_SECONDS 5
/* Beyond the largest body of any call; a smaller limit is applied once the call is known. */
#define MAX_BODY (4 << 20)

struct _SmeServer
{
  SmeBackend *backend;
  SoupServer *soup;
  SmeConnections *connections;
  SmeWorkers *workers;
  SmeEventHub *events;
  guint port;
  guint sweep;
  GSourceFunc on_drained;
  gpointer drained_data;
};

static void
write_reply (SoupServerMessage *message, SmeReply *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, reply->status, NULL);
  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  /* Else libsoup cuts any answer by itself, and looks neither at If-Range nor at what it is. */
  soup_message_headers_remove (soup_server_message_get_request_headers (message), "Range");
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  if (reply->etag != NULL)
    {
      g_autofree char *etag = g_strdup_printf ("\"%s\"", reply->etag);
      soup_message_headers_replace (headers, "ETag", etag);
    }
  if (reply->retry_after >= 0)
    {
      g_autofree char *seconds = g_strdup_printf ("%d", reply->retry_after);
      soup_message_headers_replace (headers, "Retry-After", seconds);
    }
  if (reply->allow != NULL)
    soup_message_headers_replace (headers, "Allow", reply->allow);
  if (reply->accept_ranges)
    soup_message_headers_replace (headers, "Accept-Ranges", "bytes");
  if (reply->content_range != NULL)
    soup_message_headers_replace (headers, "Content-Range", reply->content_range);
  if (reply->location != NULL)
    soup_message_headers_replace (headers, "Location", reply->location);
  if (reply->set_cookie != NULL)
    soup_message_headers_replace (headers, "Set-Cookie", reply->set_cookie);
  if (reply->content_type != NULL && g_str_has_prefix (reply->content_type, "text/html"))
    soup_message_headers_replace (
      headers, "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
      " frame-ancestors 'none'; base-uri 'none'");
  if (reply->body != NULL)
    {
      soup_message_headers_set_content_type (headers, reply->content_type, NULL);
      soup_message_body_append_bytes (soup_server_message_get_response_body (message), reply->body);
    }
}

static const char *
read_language (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  return sme_letter_pick_language (soup_message_headers_get_list (headers, "Accept-Language"));
}

static void
write_problem (SoupServerMessage *message, const GError *error, const char *allow)
{
  g_autoptr (SmeReply) reply = sme_reply_new_problem (error, read_language (message));

  reply->allow = g_strdup (allow);
  write_reply (message, reply);
}

static void
write_code (SoupServerMessage *message, SmeProblemCode code, const char *allow)
{
  g_autoptr (GError) error = NULL;

  sme_problem_set (&error, code, NULL);
  write_problem (message, error, allow);
}

static char *
read_bearer (SoupMessageHeaders *headers)
{
  const char *text = soup_message_headers_get_one (headers, "Authorization");

  if (text == NULL || g_ascii_strncasecmp (text, "Bearer ", 7) != 0)
    return NULL;
  return g_strdup (text + 7);
}

static SmeCall *
read_call (SoupServerMessage *message, SmeOperationId operation, char *path_id)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  SmeCall *call = sme_call_new (operation);

  call->path = g_strdup (g_uri_get_path (uri));
  call->path_id = path_id;
  call->query = g_strdup (g_uri_get_query (uri));
  call->bearer = read_bearer (headers);
  call->idempotency_key = g_strdup (soup_message_headers_get_one (headers, "Idempotency-Key"));
  call->if_match = g_strdup (soup_message_headers_get_one (headers, "If-Match"));
  call->if_none_match = g_strdup (soup_message_headers_get_one (headers, "If-None-Match"));
  call->agent = g_strdup (soup_message_headers_get_one (headers, "User-Agent"));
  call->range = g_strdup (soup_message_headers_get_one (headers, "Range"));
  call->if_range = g_strdup (soup_message_headers_get_one (headers, "If-Range"));
  call->cookie = g_strdup (soup_message_headers_get_list (headers, "Cookie"));
  call->language = g_strdup (read_language (message));
  call->body_bytes = soup_message_body_flatten (soup_server_message_get_request_body (message));
  return call;
}

static void
on_answer (SmeCall *call, SmeReply *reply, gpointer tag, gpointer user_data)
{
  SmeServer *self = user_data;
  g_autoptr (SoupServerMessage) message = tag;

  for (guint i = 0; i < call->events->len; i++)
    sme_event_hub_tell (self->events, g_ptr_array_index (call->events, i));
  for (guint i = 0; i < call->ended->len; i++)
    sme_event_hub_end_family (self->events, g_ptr_array_index (call->ended, i));
  if (call->sweep_soon)
    sme_workers_push_job (self->workers, sme_sweep);
  if (call->tell_soon || call->sweep_soon)
    sme_workers_push_job (self->workers, sme_gateway_courier_run);

  if (message != NULL && call->operation == SME_OP_EVENTS && reply->status == 200)
    sme_event_hub_add (self->events, message, call->principal.account_id, call->principal.family_id,
                       call->principal.expires_at);
  else if (message != NULL)
    {
      write_reply (message, reply);
      soup_server_message_unpause (message);
    }
  if (self->on_drained != NULL && sme_workers_get_pending (self->workers) == 0)
    g_idle_add (self->on_drained, self->drained_data);
}

static void
answer_later (SmeServer *self, SoupServerMessage *message, SmeCall *call)
{
  if (sme_workers_get_pending (self->workers) >= MAX_PENDING || self->on_drained != NULL)
    {
      write_code (message, SME_PROBLEM_UNAVAILABLE, NULL);
      sme_call_free (call);
      return;
    }
  soup_server_message_pause (message);
  sme_workers_push (self->workers, call, g_object_ref (message));
}

static gboolean
is_too_large (SoupServerMessage *message, gsize max)
{
  return g_object_get_data (G_OBJECT (message), "sme-too-large") != NULL ||
         soup_server_message_get_request_body (message)->length > (goffset) max;
}

static void
on_request (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  SmeServer *self = user_data;
  g_autofree char *path_id = NULL, *allowed = NULL;
  g_autoptr (GError) error = NULL;
  SmeOperationId operation;

  if (!sme_guard_check (message, self->port, &error))
    {
      write_problem (message, error, NULL);
      return;
    }
  operation =
    sme_operation_find (soup_server_message_get_method (message), path, &path_id, &allowed);
  if (operation == SME_N_OPERATIONS)
    write_code (message, allowed != NULL ? SME_PROBLEM_METHOD_NOT_ALLOWED : SME_PROBLEM_NOT_FOUND,
                allowed);
  else if ((sme_operation_get (operation)->flags & SME_OP_LOCAL_ONLY) != 0 &&
           !sme_backend_is_local (self->backend))
    write_code (message, SME_PROBLEM_NOT_FOUND, NULL);
  else if (is_too_large (message, sme_operation_max_body (operation)))
    write_code (message, SME_PROBLEM_TOO_LARGE, NULL);
  else
    answer_later (self, message, read_call (message, operation, g_steal_pointer (&path_id)));
}

static void
mark_too_large (SoupServerMessage *message)
{
  /* The rest is read and thrown away, so that the client gets to see the answer. */
  g_object_set_data (G_OBJECT (message), "sme-too-large", GINT_TO_POINTER (TRUE));
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  soup_message_body_truncate (soup_server_message_get_request_body (message));
}

static void
on_got_chunk (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  if (soup_server_message_get_request_body (message)->length > MAX_BODY)
    mark_too_large (message);
}

static void
on_headers (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_content_length (headers) > MAX_BODY)
    mark_too_large (message);
  else
    g_signal_connect (message, "got-chunk", G_CALLBACK (on_got_chunk), NULL);
}

static gboolean
on_sweep (gpointer user_data)
{
  SmeServer *self = user_data;

  if (sme_workers_get_pending (self->workers) > 0)
    return G_SOURCE_CONTINUE;
  sme_workers_push_job (self->workers, sme_sweep);
  sme_workers_push_job (self->workers, sme_gateway_courier_run);
  sme_workers_push_job (self->workers, sme_gateway_inquiry_run);
  return G_SOURCE_CONTINUE;
}

static guint
read_port (GSocket *socket)
{
  g_autoptr (GSocketAddress) address = g_socket_get_local_address (socket, NULL);

  return G_IS_INET_SOCKET_ADDRESS (address)
           ? g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address))
           : 0;
}

SmeServer *
sme_server_new (SmeBackend *backend, GSocket *socket, GError **error)
{
  g_autoptr (SmeServer) self = g_new0 (SmeServer, 1);
  g_autofree char *url = NULL;

  self->backend = backend;
  self->port = read_port (socket);
  url = g_strdup_printf ("http://127.0.0.1:%u", self->port);
  sme_backend_set_url (backend, url);
  self->soup = soup_server_new ("server-header", "onesme-backend", NULL);
  soup_server_add_early_handler (self->soup, NULL, on_headers, self, NULL);
  soup_server_add_handler (self->soup, NULL, on_request, self, NULL);
  self->events = sme_event_hub_new (sme_backend_get_clock (backend));
  self->workers = sme_workers_new (backend, N_WORKERS, on_answer, self, error);
  if (self->workers == NULL)
    return NULL;
  self->connections = sme_connections_new (self->soup, socket, MAX_CONNECTIONS, error);
  if (self->connections == NULL)
    return NULL;
  self->sweep = g_timeout_add_seconds (SWEEP_SECONDS, on_sweep, self);
  /* What ran out while nobody looked. */
  sme_workers_push_job (self->workers, sme_sweep);
  sme_workers_push_job (self->workers, sme_gateway_courier_run);
  return g_steal_pointer (&self);
}

guint
sme_server_get_port (SmeServer *self)
{
  return self->port;
}

void
sme_server_drain (SmeServer *self, GSourceFunc on_drained, gpointer user_data)
{
  self->on_drained = on_drained;
  self->drained_data = user_data;
  if (sme_workers_get_pending (self->workers) == 0)
    g_idle_add (on_drained, user_data);
}

void
sme_server_free (SmeServer *self)
{
  if (self->sweep != 0)
    g_source_remove (self->sweep);
  g_clear_pointer (&self->workers, sme_workers_free);
  g_clear_pointer (&self->connections, sme_connections_free);
  soup_server_disconnect (self->soup);
  g_clear_pointer (&self->events, sme_event_hub_free);
  g_object_unref (self->soup);
  g_free (self);
}
