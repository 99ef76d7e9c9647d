/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_BANK_TRANSFER (sme_bank_transfer_get_type ())
SME_DECLARE_RECORD (SmeBankTransfer, sme_bank_transfer, BANK_TRANSFER)

/**
 * SmeBankTransfer:
 *
 * What a bank does after a VietQR was scanned (local backend only).
 */

G_END_DECLS
