/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* As VNPAY is answered. */
#define SME_VERDICT_CONFIRMED "00"
#define SME_VERDICT_UNKNOWN_ORDER "01"
#define SME_VERDICT_KNOWN_ALREADY "02"
#define SME_VERDICT_WRONG_AMOUNT "04"

/**
 * sme_gateway_judge:
 * @params: what the gateway says of how @payment ended, its signature checked: vnp_Amount,
 *   vnp_ResponseCode, vnp_TransactionStatus, vnp_TransactionNo
 * @payment: as it is in this transaction
 *
 * Books it, once, whoever brought the word: the gateway's notice, or its answer to a question.
 *
 * Returns: (nullable): a verdict, static; NULL with @error
 */
const char *
sme_gateway_judge (SmeCall *call, GHashTable *params, SmeRecord *payment, GError **error);

G_END_DECLS
