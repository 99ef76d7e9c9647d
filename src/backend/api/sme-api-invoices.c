/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-invoice-paper.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-invoices.h"

SmeReply *
sme_handle_list_invoices (SmeCall *call, GError **error)
{
  SmeRecord *query = call->query_record;
  guint limit = sme_record_has (query, "limit") ? (guint) sme_record_get_int (query, "limit") : 50;
  gint64 total = 0;
  g_autofree char *next = NULL;
  g_autoptr (GListModel) list = sme_store_list_invoices (
    call, call->principal.account_id, sme_record_get_text (query, "order_id"), limit,
    sme_record_get_text (query, "after"), &total, &next, error);

  return list != NULL ? sme_reply_new_list (list, total, next) : NULL;
}

SmeReply *
sme_handle_get_invoice (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredInvoice) invoice =
    sme_store_find_invoice (call, call->path_id, call->principal.account_id, error);

  return invoice != NULL ? sme_reply_new_record (200, SME_RECORD (invoice->record)) : NULL;
}

gboolean
sme_prepare_get_invoice_content (SmeCall *call, GError **error)
{
  GBytes *content = sme_invoice_paper_draw (call, call->path_id, call->principal.account_id, error);

  if (content == NULL)
    return FALSE;
  sme_call_set_prepared (call, content, (GDestroyNotify) g_bytes_unref);
  return TRUE;
}

SmeReply *
sme_handle_get_invoice_content (SmeCall *call, GError **error)
{
  g_autoptr (GBytes) content =
    sme_invoice_paper_keep (call, call->path_id, call->principal.account_id, call->prepared, error);

  return content != NULL ? sme_reply_new (200, "application/pdf", content) : NULL;
}
