/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/* How long a VietQR stays open, in milliseconds. */
#define SME_PAYMENT_LIFE (15 * 60 * 1000)

/* With receipts, refunds and, for a VietQR, what the code says. NULL account: the backend itself.
 */
SmePayment *
sme_store_find_payment (SmeCall *call, const char *id, const char *account_id, GError **error);
GListModel *sme_store_list_payments (SmeCall *call, const char *order_id, GError **error);

/* The id of the payment with this transfer text, or NULL without error. */
char *sme_store_find_payment_by_reference (SmeCall *call, const char *reference, GError **error);

/* @expires_at: 0 for none. */
char *sme_store_insert_payment (SmeCall *call,
                                const char *order_id,
                                const char *account_id,
                                SmePaymentMethod method,
                                gint64 amount,
                                const char *order_number,
                                gint64 expires_at,
                                GError **error);

/* @payment_id: (nullable): for money that fits no payment */
char *sme_store_insert_receipt (SmeCall *call,
                                const char *payment_id,
                                gint64 amount,
                                SmeReceiptState state,
                                const char *reference,
                                GError **error);
gboolean sme_store_insert_refund (SmeCall *call,
                                  const char *payment_id,
                                  const char *receipt_id,
                                  gint64 amount,
                                  GError **error);
gboolean
sme_store_add_received (SmeCall *call, const char *payment_id, gint64 amount, GError **error);

G_END_DECLS
