/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/flow/sme-audit.h"

#include "core/sme-audit-chain.h"
#include "core/sme-audit-row.h"

static gboolean
append (SmeCall *call,
        const char *scope,
        const char *event,
        const char *from,
        const char *to,
        const char *detail,
        GError **error)
{
  g_autoptr (SmeRows) last = sme_db_query (
    call->db, error, "SELECT seq, hash FROM audit WHERE scope = :scope ORDER BY seq DESC LIMIT 1",
    "scope:s", scope, NULL);
  const char *previous;
  g_autofree char *hash = NULL;
  gint64 seq;

  if (last == NULL)
    return FALSE;
  seq = sme_rows_count (last) > 0 ? sme_rows_int (last, 0, "seq") + 1 : 1;
  previous = sme_rows_count (last) > 0 ? sme_rows_text (last, 0, "hash") : SME_AUDIT_GENESIS;
  hash = sme_audit_chain_hash (scope, seq, call->now, event, from, to, detail, previous);
  return sme_db_run (call->db, NULL, error,
                     "INSERT INTO audit (scope, seq, at, event, from_state, to_state, detail,"
                     " previous_hash, hash) VALUES (:scope, :seq, :at, :event, :from, :to, :detail,"
                     " :previous, :hash)",
                     "scope:s", scope, "seq:i", seq, "at:i", call->now, "event:s", event, "from:s",
                     from, "to:s", to, "detail:s", detail, "previous:s", previous, "hash:s", hash,
                     NULL);
}

char *
sme_audit_order_scope (const char *order_id)
{
  return g_strconcat ("order:", order_id, NULL);
}

gboolean
sme_audit_order (SmeCall *call,
                 const char *order_id,
                 const char *kind,
                 const char *event,
                 const char *from,
                 const char *to,
                 GError **error)
{
  g_autofree char *scope = sme_audit_order_scope (order_id);
  g_autofree char *name = g_strconcat (kind, ".", event, NULL);

  return append (call, scope, name, from, to, call->decision, error);
}

void
sme_audit_set_decision (SmeCall *call, const char *about, const char *outcome, gboolean has_note)
{
  g_free (call->decision);
  call->decision = g_strconcat (about, " outcome=", outcome, has_note ? " note=yes" : " note=no",
                                call->operator_name != NULL ? SME_AUDIT_OPERATOR : NULL,
                                call->operator_name, NULL);
}

gboolean
sme_audit_account (SmeCall *call,
                   const char *account_id,
                   const char *event,
                   const char *detail,
                   GError **error)
{
  g_autofree char *scope = g_strconcat ("account:", account_id, NULL);

  return append (call, scope, event, NULL, NULL, detail, error);
}

gboolean
sme_audit_operator (SmeCall *call,
                    const char *name,
                    const char *event,
                    const char *thing,
                    GError **error)
{
  g_autofree char *scope = g_strconcat ("operator:", name, NULL);
  g_autofree char *detail =
    call->decision != NULL ? g_strjoin (" ", thing, call->decision, NULL) : g_strdup (thing);

  return append (call, scope, event, NULL, NULL, detail, error);
}

static SmeRows *
query_chain (SmeCall *call, const char *scope, GError **error)
{
  return sme_db_query (call->db, error, "SELECT * FROM audit WHERE scope = :scope ORDER BY seq",
                       "scope:s", scope, NULL);
}

static SmeAuditRow *
make_row (SmeRows *rows, guint i)
{
  SmeAuditRow *row = sme_audit_row_new ();
  SmeRecord *record = SME_RECORD (row);

  sme_record_set_int (record, "seq", sme_rows_int (rows, i, "seq"));
  sme_record_set_int (record, "at", sme_rows_int (rows, i, "at"));
  sme_record_set_text (record, "event", sme_rows_text (rows, i, "event"));
  sme_record_set_text (record, "from", sme_rows_text (rows, i, "from_state"));
  sme_record_set_text (record, "to", sme_rows_text (rows, i, "to_state"));
  sme_record_set_text (record, "detail", sme_rows_text (rows, i, "detail"));
  sme_record_set_text (record, "previous_hash", sme_rows_text (rows, i, "previous_hash"));
  sme_record_set_text (record, "hash", sme_rows_text (rows, i, "hash"));
  return row;
}

GListModel *
sme_audit_list (SmeCall *call, const char *scope, GError **error)
{
  g_autoptr (SmeRows) rows = query_chain (call, scope, error);
  GListStore *list;

  if (rows == NULL)
    return NULL;
  list = g_list_store_new (SME_TYPE_AUDIT_ROW);
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeAuditRow) row = make_row (rows, i);

      g_list_store_append (list, row);
    }
  return G_LIST_MODEL (list);
}

gboolean
sme_audit_check (SmeCall *call, const char *scope, guint *n_rows, GError **error)
{
  g_autoptr (GListModel) rows = sme_audit_list (call, scope, error);

  if (rows == NULL)
    return FALSE;
  *n_rows = g_list_model_get_n_items (rows);
  return *n_rows == 0 || sme_audit_chain_check (scope, rows);
}
