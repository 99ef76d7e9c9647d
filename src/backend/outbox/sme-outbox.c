/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-outbox.h"

#include "backend/store/sme-ids.h"
#include "core/sme-problem.h"

/* The invoice that goes with a mail, if one does, gives its file the name. */
#define MESSAGES \
  "SELECT m.*, i.series, i.number FROM message m LEFT JOIN invoice i ON i.id = m.invoice_id"

gboolean
sme_outbox_add (SmeCall *call, const SmeOutgoing *message, GError **error)
{
  g_autofree char *id = sme_id_new ();

  if (!sme_db_run (
        call->db, NULL, error,
        "INSERT INTO message (id, account_id, kind, recipient, subject, body, code, link,"
        " invoice_id, sent_at) VALUES (:id, :account, :kind, :recipient, :subject, :body, :code,"
        " :link, :invoice, :now)",
        "id:s", id, "account:s", message->account_id, "kind:s",
        sme_enum_nick (SME_TYPE_MESSAGE_KIND, (int) message->kind), "recipient:s",
        message->recipient, "subject:s", message->subject, "body:s", message->body, "code:s",
        message->code, "link:s", message->link, "invoice:s", message->invoice_id, "now:i",
        call->now, NULL))
    return FALSE;
  if (message->account_id != NULL && sme_backend_is_local (call->backend))
    sme_call_changed (call, message->account_id, "message", id);
  return TRUE;
}

static void
read_attachment (SmeRecord *record, SmeRows *rows, guint i)
{
  g_autofree char *name =
    g_strdup_printf ("%s-%08" G_GINT64_FORMAT ".pdf", sme_rows_text (rows, i, "series"),
                     sme_rows_int (rows, i, "number"));

  sme_record_set_text (record, "attachment_name", name);
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
  if (!sme_rows_is_null (rows, i, "series"))
    read_attachment (record, rows, i);
  return item;
}

GListModel *
sme_outbox_list (SmeCall *call, const char *after, GError **error)
{
  g_autoptr (GListStore) items = g_list_store_new (SME_TYPE_INBOX_ITEM);
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error,
                  MESSAGES " WHERE m.seq > COALESCE ((SELECT seq FROM message WHERE id = :after),"
                           " 0) ORDER BY m.seq",
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

void
sme_posted_free (SmePosted *self)
{
  g_clear_object (&self->record);
  g_free (self->account_id);
  g_free (self->invoice_id);
  g_free (self);
}

SmePosted *
sme_outbox_find (SmeCall *call, const char *id, GError **error)
{
  g_autoptr (SmeRows) rows =
    sme_db_query (call->db, error, MESSAGES " WHERE m.id = :id", "id:s", id, NULL);
  SmePosted *self;

  if (rows == NULL)
    return NULL;
  if (sme_rows_count (rows) == 0)
    {
      sme_problem_set (error, SME_PROBLEM_NOT_FOUND, NULL);
      return NULL;
    }
  self = g_new0 (SmePosted, 1);
  self->record = read_item (rows, 0);
  self->account_id = g_strdup (sme_rows_text (rows, 0, "account_id"));
  self->invoice_id = g_strdup (sme_rows_text (rows, 0, "invoice_id"));
  return self;
}
