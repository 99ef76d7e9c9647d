/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * SmeHttpPart:
 * @etag: (nullable): of which version these are the first bytes; %NULL: there are none
 * @bytes: what came before the connection broke
 *
 * What several tries have brought of one body. The next try goes on after it, if the server still
 * has the same version, and begins anew if not.
 */
typedef struct
{
  char *etag;
  GByteArray *bytes;
} SmeHttpPart;

void sme_http_part_clear (SmeHttpPart *self);

/**
 * SmeHttpLimits:
 * @connect_ms: until there is a connection, TLS included
 * @total_ms: until the last byte
 * @max_bytes: of the body, decompressed
 * @part: (nullable): where to keep what came before a connection broke, and what to go on after;
 *   has to live as long as the try
 */
typedef struct
{
  guint connect_ms;
  guint total_ms;
  gsize max_bytes;
  SmeHttpPart *part;
} SmeHttpLimits;

/* What came: @content_type is without parameters, @retry_after -1 where there is none. */
typedef struct
{
  guint status;
  char *content_type;
  char *etag;
  int retry_after;
  GBytes *body;
} SmeHttpReply;

void sme_http_reply_free (SmeHttpReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeHttpReply, sme_http_reply_free)

/**
 * sme_http_try_async:
 *
 * One request, once. Any status is a success here; errors are those of %SME_PROBLEM that a client
 * meets by itself (unreachable, timed out, insecure, bad answer) and %G_IO_ERROR_CANCELLED.
 */
void sme_http_try_async (SoupSession *session,
                         SoupMessage *message,
                         const SmeHttpLimits *limits,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
SmeHttpReply *sme_http_try_finish (GAsyncResult *result, GError **error);

/* The error of a connection as the app knows it; takes @error over. */
GError *sme_http_problem (GError *error);

/* Whether @url may be talked to: https, or http on a loopback address; no path, user or query. */
gboolean sme_http_check_base_url (const char *url, gboolean *loopback);

/* A session without cache, cookies and password dialogs; for loopback without a proxy. */
SoupSession *sme_http_session_new (gboolean loopback, guint idle_s);

G_END_DECLS
