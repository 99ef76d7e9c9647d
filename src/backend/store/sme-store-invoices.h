/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* An invoice, with what only the backend knows of it. */
typedef struct
{
  SmeInvoice *record;
  SmeOrder *order; /* as it was when it was paid */
  GBytes *content; /* NULL while nobody has asked for it */
} SmeStoredInvoice;

void sme_stored_invoice_free (SmeStoredInvoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeStoredInvoice, sme_stored_invoice_free)

/* Only one of the account is found. */
SmeStoredInvoice *
sme_store_find_invoice (SmeCall *call, const char *id, const char *account_id, GError **error);

/* Newest first; @order_id: (nullable): of that order only */
GListModel *sme_store_list_invoices (SmeCall *call,
                                     const char *account_id,
                                     const char *order_id,
                                     guint limit,
                                     const char *after,
                                     gint64 *total,
                                     char **next,
                                     GError **error);

/**
 * sme_store_issue_invoice:
 * @order: has just been paid
 * @invoice: (out) (transfer full): NULL for what costs nothing
 *
 * Takes the next number of the year's series. A payment of an order has one invoice, however often
 * this is asked for.
 */
gboolean sme_store_issue_invoice (SmeCall *call,
                                  SmeStoredOrder *order,
                                  SmeInvoice **invoice,
                                  GError **error);

gboolean
sme_store_keep_invoice_content (SmeCall *call, const char *id, GBytes *content, GError **error);

G_END_DECLS
