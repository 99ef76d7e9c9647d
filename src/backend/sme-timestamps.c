/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/sme-timestamps.h"

#include "core/sme-problem.h"
#include "seal/sme-seal-stamper.h"
#include "seal/sme-seal-timestamp-request.h"

#include <libsoup/soup.h>

#define QUERY_TYPE "application/timestamp-query"
#define REPLY_TYPE "application/timestamp-reply"
#define TIMEOUT_S 10
#define MAX_REPLY (64 * 1024)

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  return address != NULL && g_inet_address_get_is_loopback (address);
}

gboolean
sme_timestamps_may_ask (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL)
    return FALSE;
  return g_str_equal (g_uri_get_scheme (uri), "https") ||
         (g_str_equal (g_uri_get_scheme (uri), "http") && is_loopback (g_uri_get_host (uri)));
}

/* No more than an answer can be long, whatever is sent. */
static GBytes *
read_limited (GInputStream *stream, GError **error)
{
  g_autofree char *buffer = g_malloc (MAX_REPLY);
  gsize length = 0;

  if (!g_input_stream_read_all (stream, buffer, MAX_REPLY, &length, NULL, error))
    return NULL;
  if (length < MAX_REPLY)
    return g_bytes_new_take (g_steal_pointer (&buffer), length);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The answer is too long");
  return NULL;
}

static GBytes *
send_query (const char *url, GBytes *query, GError **error)
{
  g_autoptr (SoupSession) session = soup_session_new_with_options ("timeout", TIMEOUT_S, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (SOUP_METHOD_POST, url);
  g_autoptr (GInputStream) stream = NULL;
  const char *type;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_set_request_body_from_bytes (message, QUERY_TYPE, query);
  stream = soup_session_send (session, message, NULL, error);
  if (stream == NULL)
    return NULL;
  type = soup_message_headers_get_content_type (soup_message_get_response_headers (message), NULL);
  if (soup_message_get_status (message) == SOUP_STATUS_OK && g_strcmp0 (type, REPLY_TYPE) == 0)
    return read_limited (stream, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The answer was %u",
               soup_message_get_status (message));
  return NULL;
}

static GBytes *
ask (const char *url, const guint8 *digest, GError **error)
{
  g_autoptr (GBytes) query = sme_seal_timestamp_request_new (digest, error);
  g_autoptr (GBytes) reply = query != NULL ? send_query (url, query, error) : NULL;

  return reply != NULL ? sme_seal_timestamp_request_read (query, reply, error) : NULL;
}

static GBytes *
stamp_here (SmeCall *call, const guint8 *digest, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (call->now / 1000);
  SmeSealStamper stamper = { sme_keys_get_stamper (sme_backend_get_keys (call->backend)), time };

  return sme_seal_stamper_stamp (digest, &stamper, error);
}

GBytes *
sme_timestamps_stamp (const guint8 digest[SME_SEAL_DIGEST_SIZE], gpointer call, GError **error)
{
  const char *url = sme_backend_get_timestamp_url (((SmeCall *) call)->backend);
  g_autoptr (GError) local = NULL;
  GBytes *token = url != NULL ? ask (url, digest, &local) : stamp_here (call, digest, &local);

  if (token != NULL)
    return token;
  g_message ("No timestamp: %s", local->message);
  sme_problem_set (error, SME_PROBLEM_UNAVAILABLE, "timestamp");
  return NULL;
}
