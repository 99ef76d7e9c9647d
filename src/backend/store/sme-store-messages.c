/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-store-messages.h"

#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"

#define MAX_LISTED 500
#define COLUMNS \
  "id, dossier_id, author, text, attachment_name, attachment_type, attachment_sha256, LENGTH" \
  " (attachment) AS bytes, sent_at, read_at"

static SmeDossierMessage *
read_message (SmeRows *rows, guint i)
{
  SmeDossierMessage *self = sme_dossier_message_new ();
  SmeRecord *record = SME_RECORD (self);

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_text (record, "dossier_id", sme_rows_text (rows, i, "dossier_id"));
  sme_record_set_nick (record, "author", sme_rows_text (rows, i, "author"));
  sme_record_set_text (record, "text", sme_rows_text (rows, i, "text"));
  sme_record_set_int (record, "sent_at", sme_rows_int (rows, i, "sent_at"));
  if (!sme_rows_is_null (rows, i, "read_at"))
    sme_record_set_int (record, "read_at", sme_rows_int (rows, i, "read_at"));
  if (sme_rows_is_null (rows, i, "attachment_name"))
    return self;
  sme_record_set_text (record, "attachment_name", sme_rows_text (rows, i, "attachment_name"));
  sme_record_set_text (record, "attachment_type", sme_rows_text (rows, i, "attachment_type"));
  sme_record_set_text (record, "attachment_sha256", sme_rows_text (rows, i, "attachment_sha256"));
  sme_record_set_int (record, "attachment_bytes", sme_rows_int (rows, i, "bytes"));
  return self;
}

char *
sme_store_insert_dossier_message (SmeCall *call,
                                  const char *dossier_id,
                                  SmeMessageAuthor author,
                                  SmeDossierMessageInput *input,
                                  const char *type,
                                  GBytes *content,
                                  GError **error)
{
  SmeRecord *record = SME_RECORD (input);
  SmeRecord *attachment = sme_record_get_object (record, "attachment");
  g_autofree char *id = sme_id_new ();
  g_autofree char *sha256 =
    content != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content) : NULL;

  if (!sme_db_run (
        call->db, NULL, error,
        "INSERT INTO dossier_message (id, dossier_id, author, text, attachment_name,"
        " attachment_type, attachment_sha256, attachment, sent_at) VALUES (:id, :dossier, :author,"
        " :text, :name, :type, :sha256, :content, :now)",
        "id:s", id, "dossier:s", dossier_id, "author:s",
        sme_enum_nick (SME_TYPE_MESSAGE_AUTHOR, (int) author), "text:s",
        sme_record_get_text (record, "text"), "name:s",
        attachment != NULL ? sme_record_get_text (attachment, "name") : NULL, "type:s", type,
        "sha256:s", sha256, "content:b", content, "now:i", call->now, NULL))
    return NULL;
  return g_steal_pointer (&id);
}

static GListModel *
read_list (SmeRows *rows)
{
  GListStore *list = g_list_store_new (SME_TYPE_DOSSIER_MESSAGE);

  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeDossierMessage) message = read_message (rows, i);

      g_list_store_append (list, message);
    }
  return G_LIST_MODEL (list);
}

GListModel *
sme_store_list_dossier_messages (SmeCall *call, const char *dossier_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT " COLUMNS " FROM dossier_message WHERE dossier_id = :dossier"
                  " ORDER BY sent_at, id LIMIT :limit",
                  "dossier:s", dossier_id, "limit:i", (gint64) MAX_LISTED, NULL);

  return rows != NULL ? read_list (rows) : NULL;
}

GListModel *
sme_store_list_messages_of (SmeCall *call, const char *account_id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT " COLUMNS " FROM dossier_message WHERE dossier_id IN (SELECT id FROM"
                  " dossier WHERE account_id = :account) ORDER BY sent_at, id",
                  "account:s", account_id, NULL);

  return rows != NULL ? read_list (rows) : NULL;
}

SmeDossierMessage *
sme_store_find_dossier_message (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error, "SELECT " COLUMNS " FROM dossier_message WHERE id = :id", "id:s", id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return read_message (rows, 0);
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

GBytes *
sme_store_read_attachment (SmeCall *call, const char *message_id, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (
    call->db, error,
    "SELECT attachment FROM dossier_message WHERE id = :id AND attachment IS NOT NULL", "id:s",
    message_id, NULL);

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) > 0)
    return g_bytes_ref (sme_rows_bytes (rows, 0, "attachment"));
  sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
  return NULL;
}

gboolean
sme_store_read_dossier_messages (SmeCall *call,
                                 const char *dossier_id,
                                 SmeMessageAuthor author,
                                 gboolean *changed,
                                 GError **error)
{
  gint64 n = 0;

  if (!sme_db_run (call->db, &n, error,
                   "UPDATE dossier_message SET read_at = :now WHERE dossier_id = :dossier AND"
                   " author = :author AND read_at IS NULL",
                   "now:i", call->now, "dossier:s", dossier_id, "author:s",
                   sme_enum_nick (SME_TYPE_MESSAGE_AUTHOR, (int) author), NULL))
    return FALSE;
  *changed = n > 0;
  return TRUE;
}

gboolean
sme_store_count_unread (SmeCall *call, const char *dossier_id, gint64 *n, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT COUNT (*) AS n FROM dossier_message WHERE dossier_id = :dossier AND"
                  " author = 'operator' AND read_at IS NULL",
                  "dossier:s", dossier_id, NULL);

  if (rows != NULL)
    *n = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}
