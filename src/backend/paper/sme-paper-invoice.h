/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-provider.h"
#include "core/sme-enums.h"
#include "core/sme-invoice.h"
#include "core/sme-order.h"

G_BEGIN_DECLS

/* The version of the template, printed on every page. */
#define SME_PAPER_INVOICE_VERSION "1"

/**
 * SmePaperInvoice:
 * @invoice: its series, number and day
 * @order: as it was when it was paid, with the payment that succeeded
 * @customer_type: whom the order is for
 * @address_line: the declared address in one line
 * @provider: (nullable): the seller; %NULL is the provider of the demonstration
 * @demonstration: every page says that it is worth nothing
 *
 * What an invoice is drawn from (Decree 254/2026/ND-CP): an organisation by name, address and tax
 * code; a person by name, address and personal number, or passport and nationality; or nobody:
 * "Bán cho người tiêu dùng".
 */
typedef struct
{
  SmeInvoice *invoice;
  SmeOrder *order;
  SmeCustomerType customer_type;
  const char *address_line;
  const SmePaperProvider *provider;
  gboolean demonstration;
} SmePaperInvoice;

/* Returns: (transfer full) (nullable): a PDF 1.4, or %NULL with an error of %SME_PAPER_ERROR */
GBytes *sme_paper_draw_invoice (const SmePaperInvoice *invoice, GError **error);

G_END_DECLS
