/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_INVOICE_DATA (sme_invoice_data_get_type ())
SME_DECLARE_RECORD (SmeInvoiceData, sme_invoice_data, INVOICE_DATA)

/**
 * SmeInvoiceData:
 *
 * Whom the invoice is made out to.
 */

G_END_DECLS
