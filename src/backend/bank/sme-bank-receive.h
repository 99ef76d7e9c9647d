/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "backend/store/sme-store-receipts.h"
#include "core/sme-receipt.h"

G_BEGIN_DECLS

/*
 * Books money that came in. Whatever it is - right, too little, too much, late, a second time, for
 * nobody - it becomes a receipt, and what is not kept becomes a refund: the sum of receipts is the
 * sum kept plus the sum of refunds. It is judged by what the orders cost when it arrives, whatever
 * they cost when the payment was begun.
 */

/**
 * sme_bank_receive:
 * @payload: what the payer scanned
 * @amount: what came, in đồng
 *
 * Returns: (transfer full): the receipt
 */
SmeReceipt *sme_bank_receive (SmeCall *call, const char *payload, gint64 amount, GError **error);

/**
 * sme_bank_receive_text:
 * @text: of the transfer, as the payer or a bank changed it
 *
 * Returns: (transfer full): the receipt; unmatched when @text names no payment, nor can only be
 *   meant for one (sme_transfer_match_find())
 */
SmeReceipt *sme_bank_receive_text (SmeCall *call, const char *text, gint64 amount, GError **error);

/**
 * sme_bank_assign:
 * @receipt: money that was nobody's, and has not gone back
 *
 * It is for @payment_id after all, and judged as if it came now.
 *
 * Returns: (transfer full): the receipt as it is by now
 */
SmeReceipt *sme_bank_assign (SmeCall *call,
                             const SmeUnassigned *receipt,
                             const char *payment_id,
                             GError **error);

/**
 * sme_bank_receive_from_gateway:
 * @number: the gateway's number of the transaction, which is not booked yet
 *
 * What the gateway was asked to take has come in.
 */
SmeReceipt *sme_bank_receive_from_gateway (SmeCall *call,
                                           const char *payment_id,
                                           const char *number,
                                           GError **error);

G_END_DECLS
