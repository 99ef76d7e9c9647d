/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/http/sme-handlers.h"
#include "backend/paper/sme-paper-invoice.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-divisions.h"
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

static SmeStoredInvoice *
find_own (SmeCall *call, GError **error)
{
  return sme_store_find_invoice (call, call->path_id, call->principal.account_id, error);
}

SmeReply *
sme_handle_get_invoice (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredInvoice) invoice = find_own (call, error);

  return invoice != NULL ? sme_reply_new_record (200, SME_RECORD (invoice->record)) : NULL;
}

static GBytes *
draw (SmeCall *call, SmeStoredInvoice *invoice, GError **error)
{
  SmeRecord *profile = sme_record_get_object (SME_RECORD (invoice->order), "profile");
  g_autofree char *address = sme_store_compose_address (sme_record_get_object (profile, "address"));
  g_autoptr (SmeStoredAccount) account =
    sme_store_find_account (call, call->principal.account_id, error);
  SmePaperInvoice input = {
    .invoice = invoice->record,
    .order = invoice->order,
    .address_line = address,
    .demonstration = sme_backend_is_local (call->backend),
  };

  if (account == NULL)
    return NULL;
  input.customer_type = account->customer_type;
  return sme_paper_draw_invoice (&input, error);
}

/* Drawn once and kept: the bytes never change. */
gboolean
sme_prepare_get_invoice_content (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredInvoice) invoice = find_own (call, error);
  GBytes *content;

  if (invoice == NULL)
    return FALSE;
  content = invoice->content != NULL ? g_bytes_ref (invoice->content) : draw (call, invoice, error);
  if (content == NULL)
    return FALSE;
  sme_call_set_prepared (call, content, (GDestroyNotify) g_bytes_unref);
  return TRUE;
}

SmeReply *
sme_handle_get_invoice_content (SmeCall *call, GError **error)
{
  g_autoptr (SmeStoredInvoice) invoice = NULL;

  if (!sme_store_keep_invoice_content (call, call->path_id, call->prepared, error))
    return NULL;
  invoice = find_own (call, error);
  return invoice != NULL ? sme_reply_new (200, "application/pdf", invoice->content) : NULL;
}
