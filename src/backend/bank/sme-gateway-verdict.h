/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/* As VNPAY is answered. */
#define SME_VERDICT_CONFIRMED "00"
#define SME_VERDICT_UNKNOWN_ORDER "01"
#define SME_VERDICT_KNOWN_ALREADY "02"
#define SME_VERDICT_WRONG_AMOUNT "04"

/* How the gateway's word came. A notice can be sent again by anybody who has seen it, and late; an
 * answer is to a question that was asked just now. */
typedef enum
{
  SME_GATEWAY_NOTICE,
  SME_GATEWAY_ANSWER,
} SmeGatewayWord;

/**
 * sme_gateway_judge:
 * @params: what the gateway says of how @payment ended, its signature checked: vnp_Amount,
 *   vnp_ResponseCode, vnp_TransactionStatus, vnp_TransactionNo, vnp_PayDate
 * @payment: as it is in this transaction
 *
 * Books it, once, whoever brought the word: the gateway's notice, or its answer to a question. What
 * was judged is kept, so that the same notice a second time, or one that was overtaken, changes
 * nothing.
 *
 * Returns: (nullable): a verdict, static; NULL with @error
 */
const char *sme_gateway_judge (SmeCall *call,
                               GHashTable *params,
                               SmeRecord *payment,
                               SmeGatewayWord word,
                               GError **error);

G_END_DECLS
