/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_RECEIPT (sme_receipt_get_type ())
SME_DECLARE_RECORD (SmeReceipt, sme_receipt, RECEIPT)

/**
 * SmeReceipt:
 *
 * Money that came in for a payment; "text" is that of the transfer as the bank gave it, and left
 * out where there is none (a card).
 */

G_END_DECLS
