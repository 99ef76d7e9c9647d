/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeNotice:
 *
 * What the gateway says of a payment.
 *
 * @number: of its transaction; "" where it names none
 * @code: vnp_ResponseCode
 * @status: vnp_TransactionStatus
 * @paid_at: vnp_PayDate; "" where it has none
 */
typedef struct
{
  const char *number;
  const char *code;
  const char *status;
  const char *paid_at;
} SmeNotice;

/* The bank has the money and looks at it once more; every other code ends the transaction. */
#define SME_NOTICE_SUSPECTED "07"

/**
 * sme_store_is_old_notice:
 * @old: whether the very same was judged before; or something newer: of a later time; the end of
 *   the transaction that it speaks of; the suspicion against another one, which still stands while
 *   the payment is @checking
 */
gboolean sme_store_is_old_notice (SmeCall *call,
                                  const char *payment_id,
                                  const SmeNotice *notice,
                                  gboolean checking,
                                  gboolean *old,
                                  GError **error);

/* It is judged: from now on it is old. */
gboolean sme_store_keep_notice (SmeCall *call,
                                const char *payment_id,
                                const SmeNotice *notice,
                                GError **error);

G_END_DECLS
