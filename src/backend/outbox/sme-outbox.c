/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox.h"

#include "backend/store/sme-ids.h"
#include "core/sme-inbox-item.h"

gboolean
sme_outbox_add (SmeCall *call, const SmeOutgoing *message, GError **error)
{
  g_autofree char *id = sme_id_new ();

  if (!sme_db_run (
        call->db, NULL, error,
        "INSERT INTO message (id, account_id, kind, recipient, subject, body, code, link,"
        " sent_at) VALUES (:id, :account, :kind, :recipient, :subject, :body, :code, :link,"
        " :now)",
        "id:s", id, "account:s", message->account_id, "kind:s",
        sme_enum_nick (SME_TYPE_MESSAGE_KIND, (int) message->kind), "recipient:s",
        message->recipient, "subject:s", message->subject, "body:s", message->body, "code:s",
        message->code, "link:s", message->link, "now:i", call->now, NULL))
    return FALSE;
  if (message->account_id != NULL && sme_backend_is_local (call->backend))
    sme_call_changed (call, message->account_id, "message", id);
  return TRUE;
}

static SmeInboxItem *
read_item (SmeRows *rows, guint i)
{
  SmeInboxItem *item = sme_inbox_item_new ();
  SmeRecord *record = SME_RECORD (item);

  sme_record_set_text (record, "id", sme_rows_text (rows, i, "id"));
  sme_record_set_nick (record, "kind", sme_rows_text (rows, i, "kind"));
  sme_record_set_text (record, "to", sme_rows_text (rows, i, "recipient"));
  sme_record_set_text (record, "subject", sme_rows_text (rows, i, "subject"));
  sme_record_set_text (record, "body", sme_rows_text (rows, i, "body"));
  sme_record_set_text (record, "code", sme_rows_text (rows, i, "code"));
  sme_record_set_text (record, "link", sme_rows_text (rows, i, "link"));
  sme_record_set_int (record, "sent_at", sme_rows_int (rows, i, "sent_at"));
  return item;
}

GListModel *
sme_outbox_list (SmeCall *call, const char *after, GError **error)
{
  g_autoptr (GListStore) items = g_list_store_new (SME_TYPE_INBOX_ITEM);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  "SELECT * FROM message WHERE seq > COALESCE ((SELECT seq FROM message WHERE id ="
                  " :after), 0) ORDER BY seq",
                  "after:s", after, NULL);

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < sme_rows_count (rows); i++)
    {
      g_autoptr (SmeInboxItem) item = read_item (rows, i);
      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&items));
}
