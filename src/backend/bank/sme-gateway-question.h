/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * sme_gateway_question_ask:
 * @reference: of the payment
 * @created_at: when it was begun
 * @reached: (out): whether anybody answered at all
 *
 * Asks the gateway what became of a payment (VNPAY 2.1.0, "querydr") and waits for the answer a few
 * seconds at the most, holding no lock.
 *
 * Returns: (transfer full) (nullable): what it says about this very payment, if it is the gateway
 *   that says it
 */
GHashTable *sme_gateway_question_ask (SmeCall *call,
                                      const char *reference,
                                      gint64 created_at,
                                      gboolean *reached);

/* Whether it has no transaction for the payment. */
gboolean sme_gateway_question_is_unknown (GHashTable *answer);

/* The code of a notice that would say the same: that of the answer is about the question. NULL
 * where nothing is decided yet. */
const char *sme_gateway_question_find_code (GHashTable *answer);

G_END_DECLS
