/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-guard.h"

#include <string.h>

static gboolean
is_own_authority (const char *authority, guint port)
{
  static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };

  for (guint i = 0; authority != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *own = g_strdup_printf ("%s:%u", names[i], port);
      if (g_ascii_strcasecmp (authority, own) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_own_origin (const char *origin, guint port)
{
  return g_str_has_prefix (origin, "http://") &&
         is_own_authority (origin + strlen ("http://"), port);
}

static gboolean
is_form_post (SoupServerMessage *message, const char *type)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  return g_str_has_prefix (path, "/local/bank/") &&
         g_str_equal (type, "application/x-www-form-urlencoded");
}

static gboolean
has_fitting_body (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  gboolean empty = soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CHUNKED &&
                   soup_message_headers_get_content_length (headers) == 0;

  if (type == NULL)
    return empty;
  return g_ascii_strcasecmp (type, "application/json") == 0 || is_form_post (message, type);
}

gboolean
sme_guard_check (SoupServerMessage *message, guint port, GError **error)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *origin = soup_message_headers_get_one (headers, "Origin");

  if (!is_own_authority (soup_message_headers_get_one (headers, "Host"), port))
    sme_problem_set (error, SME_PROBLEM_MISDIRECTED, NULL);
  else if (origin != NULL && !is_own_origin (origin, port))
    sme_problem_set (error, SME_PROBLEM_FORBIDDEN, NULL);
  else if (!has_fitting_body (message))
    sme_problem_set (error, SME_PROBLEM_UNSUPPORTED_MEDIA, NULL);
  else
    return TRUE;
  return FALSE;
}
