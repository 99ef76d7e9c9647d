/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-personal.h"

#include "backend/flow/sme-audit.h"
#include "core/sme-record-json.h"

#include <string.h>

#define OWN " WHERE account_id = :account"
#define OF_OWN_SCOPES \
  " WHERE scope = 'account:' || :account OR scope IN (SELECT 'order:' || id FROM orders" OWN ")"

GListModel *
sme_store_list_history (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_HISTORY_ITEM);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT a.*, o.number FROM audit a LEFT JOIN orders o ON a.scope = 'order:' || o.id WHERE"
    " a.scope = 'account:' || :account OR o.account_id = :account ORDER BY a.at, a.scope, a.seq",
    "account:s", account_id, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeHistoryItem) item = sme_history_item_new ();
      SmeRecord *record = SME_RECORD (item);

      sme_record_set_int (record, "at", sme_rows_int (rows, i, "at"));
      sme_record_set_text (record, "event", sme_rows_text (rows, i, "event"));
      sme_record_set_text (record, "order_number", sme_rows_text (rows, i, "number"));
      sme_record_set_text (record, "from_state", sme_rows_text (rows, i, "from_state"));
      sme_record_set_text (record, "to_state", sme_rows_text (rows, i, "to_state"));
      sme_record_set_text (record, "detail", sme_rows_text (rows, i, "detail"));
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

gboolean
sme_store_check_history (SmeCall *call, const char *account_id, gboolean *intact, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, "SELECT DISTINCT scope FROM audit" OF_OWN_SCOPES, "account:s",
                  account_id, NULL);
  guint n_rows;

  *intact = rows != NULL;
  for (guint i = 0; *intact && i < sme_rows_count (rows); i++)
    *intact = sme_audit_check (call, sme_rows_text (rows, i, "scope"), &n_rows, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return rows != NULL && local == NULL;
}

GStrv
sme_store_list_likes (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT service_id FROM service_like" OWN " ORDER BY created_at, service_id",
    "account:s", account_id, NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    g_strv_builder_add (ids, sme_rows_text (rows, i, "service_id"));
  return rows != NULL ? g_strv_builder_end (ids) : NULL;
}

GListModel *
sme_store_list_messages (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_INBOX_ITEM);
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT * FROM message" OWN " ORDER BY seq", "account:s", account_id, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeInboxItem) item = sme_inbox_item_new ();
      SmeRecord *record = SME_RECORD (item);

      sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
      sme_record_set_nick (record, "kind", sme_rows_text (rows, i, "kind"));
      sme_record_set_text (record, "to", sme_rows_text (rows, i, "recipient"));
      sme_record_set_text (record, "subject", sme_rows_text (rows, i, "subject"));
      /* A secret in an old letter may still open something; who has the letter has it anyway. */
      sme_record_set_text (record, "body",
                           sme_rows_is_null (rows, i, "code") ? sme_rows_text (rows, i, "body")
                                                              : "***");
      sme_record_set_int (record, "sent_at", sme_rows_int (rows, i, "sent_at"));
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

static SmeExportedDraft *
read_draft (SmeRows *rows, guint i, GError **error)
{
  g_autoptr (SmeExportedDraft) item = sme_exported_draft_new ();
  const char *json = sme_rows_text (rows, i, "draft");
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (SmeProfile) draft =
    sme_record_from_bytes (SME_TYPE_PROFILE, bytes, SME_DECODE_PARTIAL, NULL, error);

  if (draft == NULL)
    return NULL;
  sme_record_set_text (SME_RECORD (item), "order_id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (SME_RECORD (item), "order_number", sme_rows_text (rows, i, "number"));
  sme_record_set_object (SME_RECORD (item), "draft", draft);
  return g_steal_pointer (&item);
}

GListModel *
sme_store_list_drafts (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (GListStore) list = g_list_store_new (SME_TYPE_EXPORTED_DRAFT);
  g_autoptr (SmeRows) rows = sme_db_query (call->db, error,
                                           "SELECT id, number, draft FROM orders" OWN
                                           " AND draft IS NOT NULL ORDER BY created_at, id",
                                           "account:s", account_id, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeExportedDraft) item = read_draft (rows, i, error);

      if (item == NULL)
        return NULL;
      g_list_store_append (list, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}
