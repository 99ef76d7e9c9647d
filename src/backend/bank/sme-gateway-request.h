/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

#define SME_GATEWAY_PAGE_PATH "/local/bank/gateway"
#define SME_GATEWAY_QUERY_PATH "/local/bank/gateway/transaction"
#define SME_GATEWAY_RETURN_PATH "/v1/payments/gateway/return"
#define SME_GATEWAY_NOTICE_PATH "/v1/payments/gateway/ipn"

/**
 * sme_gateway_make_url:
 * @payment: its amount, created_at and expires_at are what is asked for
 * @reference: unique per payment (vnp_TxnRef)
 *
 * Returns: (transfer full): the signed address where the payment is made (VNPAY 2.1.0, "pay"), in
 * the caller's language
 */
char *sme_gateway_make_url (SmeCall *call, SmeRecord *payment, const char *reference);

/* "20261123093000", as it is in Vietnam. */
char *sme_gateway_format_time (gint64 ms);

/* đồng from what the wire has in hundredths; -1 for what is no amount. */
gint64 sme_gateway_read_amount (const char *text);

/* Strings that own themselves, to be filled and signed. */
GHashTable *sme_gateway_params_new (void);
void sme_gateway_params_set (GHashTable *params, const char *name, const char *value);

G_END_DECLS
