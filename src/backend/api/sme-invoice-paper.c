/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/api/sme-invoice-paper.h"

#include "backend/paper/sme-paper-invoice.h"
#include "backend/store/sme-store-accounts.h"
#include "backend/store/sme-store-divisions.h"
#include "backend/store/sme-store-invoices.h"

static GBytes *
draw (SmeCall *call, SmeStoredInvoice *invoice, const char *account_id, GError **error)
{
  SmeRecord *profile = sme_record_get_object (SME_RECORD (invoice->order), "profile");
  g_autofree char *address = sme_store_compose_address (sme_record_get_object (profile, "address"));
  g_autoptr (SmeStoredAccount) account = sme_store_find_account (call, account_id, error);
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

GBytes *
sme_invoice_paper_draw (SmeCall *call,
                        const char *invoice_id,
                        const char *account_id,
                        GError **error)
{
  g_autoptr (SmeStoredInvoice) invoice =
    sme_store_find_invoice (call, invoice_id, account_id, error);

  if (invoice == NULL)
    return NULL;
  return invoice->content != NULL ? g_bytes_ref (invoice->content)
                                  : draw (call, invoice, account_id, error);
}

GBytes *
sme_invoice_paper_keep (SmeCall *call,
                        const char *invoice_id,
                        const char *account_id,
                        GBytes *content,
                        GError **error)
{
  g_autoptr (SmeStoredInvoice) invoice = NULL;

  if (!sme_store_keep_invoice_content (call, invoice_id, content, error))
    return NULL;
  invoice = sme_store_find_invoice (call, invoice_id, account_id, error);
  return invoice != NULL ? g_steal_pointer (&invoice->content) : NULL;
}
