/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_INVOICE_PAGE (sme_invoice_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeInvoicePage, sme_invoice_page, SME, INVOICE_PAGE, SmePage)

/**
 * SmeInvoicePage:
 *
 * An invoice to read, save and print (route "invoice:ID").
 */

G_END_DECLS
