/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-dispatch.h"

#include "backend/flow/sme-audit.h"
#include "backend/http/sme-authenticate.h"
#include "backend/http/sme-handlers.h"
#include "backend/http/sme-idempotency.h"
#include "backend/http/sme-range.h"
#include "backend/sme-fault.h"
#include "core/sme-problem.h"
#include "core/sme-record-json.h"

#include <string.h>

/* How often work outside the transaction is done again because the state moved on meanwhile. */
#define MAX_RUNS 4

static gboolean
decode_body (SmeCall *call, GError **error)
{
  const SmeOperation *operation = sme_call_get_operation (call);
  SmeDecodeFlags flags =
    (operation->flags & SME_OP_PARTIAL) != 0 ? SME_DECODE_PARTIAL : SME_DECODE_STRICT;
  g_autoptr (GPtrArray) errors = NULL;
  g_autoptr (GError) local = NULL;

  if (operation->request == NULL)
    return TRUE;
  call->request =
    sme_record_from_bytes (operation->request (), call->body_bytes, flags, &errors, &local);
  if (call->request != NULL)
    return TRUE;
  if (g_error_matches (local, SME_JSON_ERROR, SME_JSON_ERROR_SYNTAX))
    sme_problem_set (error, SME_PROBLEM_MALFORMED, local->message);
  else
    sme_problem_set_invalid (error, g_steal_pointer (&errors));
  return FALSE;
}

/* A query is read by the same rules as a body: the parameters become members of an object. */
static JsonNode *
query_to_node (SmeRecordClass *klass, GHashTable *parameters)
{
  g_autoptr (JsonObject) object = json_object_new ();
  guint n;
  const SmeField *fields = sme_record_class_list_fields (klass, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *text = g_hash_table_lookup (parameters, fields[i].name);
      gboolean is_number = fields[i].kind == SME_FIELD_INTEGER || fields[i].kind == SME_FIELD_MONEY;
      gint64 number;

      if (text == NULL)
        continue;
      if (is_number &&
          g_ascii_string_to_signed (text, 10, -SME_MAX_MONEY, SME_MAX_MONEY, &number, NULL))
        json_object_set_int_member (object, fields[i].name, number);
      else if (fields[i].kind == SME_FIELD_BOOLEAN &&
               (g_str_equal (text, "true") || g_str_equal (text, "false")))
        json_object_set_boolean_member (object, fields[i].name, g_str_equal (text, "true"));
      else
        json_object_set_string_member (object, fields[i].name, text);
    }
  return json_node_init_object (json_node_alloc (), object);
}

static gboolean
decode_query (SmeCall *call, GError **error)
{
  const SmeOperation *operation = sme_call_get_operation (call);
  g_autoptr (GHashTable) parameters = NULL;
  g_autoptr (GTypeClass) klass = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GPtrArray) errors = NULL;

  if (operation->query == NULL)
    return TRUE;
  parameters = g_uri_parse_params (call->query != NULL ? call->query : "", -1, "&",
                                   G_URI_PARAMS_WWW_FORM, NULL);
  if (parameters == NULL)
    {
      sme_problem_set (error, SME_PROBLEM_MALFORMED, NULL);
      return FALSE;
    }
  klass = g_type_class_ref (operation->query ());
  node = query_to_node (SME_RECORD_CLASS (klass), parameters);
  call->query_record = sme_record_from_node (operation->query (), node, SME_DECODE_STRICT, &errors);
  if (call->query_record == NULL)
    sme_problem_set_invalid (error, g_steal_pointer (&errors));
  return call->query_record != NULL;
}

static gboolean
check_path_id (SmeCall *call, GError **error)
{
  if (call->path_id == NULL || (strlen (call->path_id) <= 64 && g_str_is_ascii (call->path_id)))
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return FALSE;
}

static gboolean
check_precondition (SmeCall *call, GError **error)
{
  if ((sme_call_get_operation (call)->flags & SME_OP_IF_MATCH) == 0 || call->if_match != NULL)
    return TRUE;
  sme_problem_set (error, SME_PROBLEM_PRECONDITION_REQUIRED, NULL);
  return FALSE;
}

static gboolean
should_keep_answer (SmeCall *call, const SmeReply *reply)
{
  if ((sme_call_get_operation (call)->flags & SME_OP_KEY) == 0)
    return FALSE;
  return reply->status < 300 || call->keep;
}

/* Inside the transaction. An error that was kept on purpose comes back as a reply. */
static SmeReply *
answer (SmeCall *call, GError **error)
{
  const SmeOperation *operation = sme_call_get_operation (call);
  g_autoptr (SmeReply) reply = NULL;
  g_autoptr (GError) local = NULL;

  if ((operation->flags & SME_OP_KEY) != 0 && !sme_idempotency_find (call, &reply, error))
    return NULL;
  if (reply != NULL)
    return g_steal_pointer (&reply);
  if (!check_precondition (call, error))
    return NULL;
  reply = sme_handlers_get (call->operation)->handle (call, &local);
  if (reply == NULL && call->keep)
    reply = sme_reply_new_problem (local, call->language);
  if (reply == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* Who decided is known as surely as what was decided. */
  if (call->operator_name != NULL && reply->status < 300 &&
      !sme_audit_operator (call, call->operator_name, operation->name, call->path_id, error))
    return NULL;
  if (should_keep_answer (call, reply) && !sme_idempotency_keep (call, reply, error))
    return NULL;
  return g_steal_pointer (&reply);
}

static SmeReply *
run_transaction (SmeCall *call, GError **error)
{
  gboolean write = (sme_call_get_operation (call)->flags & SME_OP_WRITE) != 0;
  const char *name = sme_call_get_operation (call)->name;
  g_autoptr (SmeReply) reply = NULL;

  sme_fault_reach (name, "before");
  if (write)
    sme_backend_lock_writer (call->backend);
  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  if (sme_db_begin (call->db, write, error))
    {
      reply = answer (call, error);
      sme_fault_reach (name, "inside");
      if (reply == NULL)
        sme_db_rollback (call->db);
      else if (!sme_db_commit (call->db, error))
        g_clear_pointer (&reply, sme_reply_free);
    }
  sme_fault_reach (name, "after");
  if (write)
    sme_backend_unlock_writer (call->backend);
  if (reply == NULL)
    sme_call_forget_news (call);
  return g_steal_pointer (&reply);
}

static gboolean
run_prepare (SmeCall *call, GError **error)
{
  const SmeHandler *handler = sme_handlers_get (call->operation);

  sme_call_set_prepared (call, NULL, NULL);
  return handler->prepare == NULL || handler->prepare (call, error);
}

static SmeReply *
run (SmeCall *call, GError **error)
{
  call->now = sme_clock_now (sme_backend_get_clock (call->backend));
  if (!sme_authenticate (call, error) || !check_path_id (call, error) ||
      !decode_query (call, error) || !decode_body (call, error))
    return NULL;

  for (guint i = 0; i < MAX_RUNS; i++)
    {
      g_autoptr (GError) local = NULL;
      SmeReply *reply = run_prepare (call, &local) ? run_transaction (call, &local) : NULL;

      if (reply != NULL || !sme_handler_is_stale (local))
        {
          if (local != NULL)
            g_propagate_error (error, g_steal_pointer (&local));
          return reply;
        }
    }
  sme_problem_set_limits (error, SME_PROBLEM_UNAVAILABLE, -1, 1);
  return NULL;
}

static void
add_etag (SmeCall *call, SmeReply *reply)
{
  if ((sme_call_get_operation (call)->flags & SME_OP_ETAG) == 0 || reply->status >= 300 ||
      reply->etag != NULL || reply->body == NULL)
    return;
  reply->etag = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, reply->body);
}

static gboolean
is_unchanged (SmeCall *call, SmeReply *reply)
{
  g_autofree char *quoted = NULL;

  if (call->if_none_match == NULL || reply->etag == NULL || reply->status != 200 ||
      !g_str_equal (sme_call_get_operation (call)->method, "GET"))
    return FALSE;
  quoted = g_strdup_printf ("\"%s\"", reply->etag);
  return g_str_equal (quoted, call->if_none_match);
}

SmeReply *
sme_dispatch (SmeCall *call)
{
  g_autoptr (GError) error = NULL;
  SmeReply *reply = run (call, &error);

  if (reply == NULL)
    {
      if (error->domain != SME_PROBLEM)
        g_warning ("%s failed: %s", sme_call_get_operation (call)->name, error->message);
      return sme_reply_new_problem (error, call->language);
    }
  add_etag (call, reply);
  if (is_unchanged (call, reply))
    {
      reply->status = 304;
      g_clear_pointer (&reply->body, g_bytes_unref);
    }
  return sme_range_apply (call, reply);
}
