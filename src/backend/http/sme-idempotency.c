/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-idempotency.h"

#include "core/sme-problem.h"

#include <string.h>

#define KEEP_FOR_MS (7 * G_TIME_SPAN_DAY / 1000)

/* Principal, method and path: the same key elsewhere is another key. */
static char *
make_scope (SmeCall *call)
{
  SmePrincipal *principal = &call->principal;

  return g_strdup_printf ("%s:%s %s %s", principal->kind != NULL ? principal->kind : "anybody",
                          principal->dossier_id != NULL   ? principal->dossier_id
                          : principal->account_id != NULL ? principal->account_id
                                                          : "",
                          sme_call_get_operation (call)->method, call->path);
}

static char *
make_body_mac (SmeCall *call)
{
  return sme_keys_mac_bytes (sme_backend_get_keys (call->backend), "idempotent-body",
                             call->body_bytes);
}

static const char *
static_content_type (const char *type)
{
  return type != NULL ? g_intern_string (type) : NULL;
}

static SmeReply *
read_reply (SmeRows *rows)
{
  SmeReply *reply = sme_reply_new ((guint) sme_rows_int (rows, 0, "status"),
                                   static_content_type (sme_rows_text (rows, 0, "content_type")),
                                   sme_rows_bytes (rows, 0, "body"));

  reply->etag = g_strdup (sme_rows_text (rows, 0, "etag"));
  return reply;
}

gboolean
sme_idempotency_find (SmeCall *call, SmeReply **reply, GError **error)
{
  g_autofree char *scope = make_scope (call);
  g_autofree char *mac = make_body_mac (call);
  g_autoptr (SmeRows) rows = NULL;

  *reply = NULL;
  if (call->idempotency_key == NULL || strlen (call->idempotency_key) < 8 ||
      strlen (call->idempotency_key) > 128)
    {
      sme_problem_set (error, SME_PROBLEM_IDEMPOTENCY_MISSING, NULL);
      return FALSE;
    }
  rows = sme_db_query (call->db, error,
                       "SELECT body_mac, status, content_type, etag, body FROM idempotency"
                       " WHERE scope = :scope AND key = :key",
                       "scope:s", scope, "key:s", call->idempotency_key, NULL);
  if (rows == NULL)
    return FALSE;
  if (sme_rows_count (rows) == 0)
    return TRUE;
  if (!sme_keys_equal (sme_rows_text (rows, 0, "body_mac"), mac))
    {
      sme_problem_set (error, SME_PROBLEM_IDEMPOTENCY_MISMATCH, NULL);
      return FALSE;
    }
  *reply = read_reply (rows);
  return TRUE;
}

gboolean
sme_idempotency_keep (SmeCall *call, SmeReply *reply, GError **error)
{
  g_autofree char *scope = make_scope (call);
  g_autofree char *mac = make_body_mac (call);

  return sme_db_run (call->db, NULL, error, "DELETE FROM idempotency WHERE created_at < :before",
                     "before:i", call->now - KEEP_FOR_MS, NULL) &&
         sme_db_run (
           call->db, NULL, error,
           "INSERT INTO idempotency (scope, key, body_mac, status, content_type, etag, body,"
           " created_at) VALUES (:scope, :key, :mac, :status, :type, :etag, :body, :now)",
           "scope:s", scope, "key:s", call->idempotency_key, "mac:s", mac, "status:i",
           (gint64) reply->status, "type:s", reply->content_type, "etag:s", reply->etag, "body:b",
           reply->body, "now:i", call->now, NULL);
}
