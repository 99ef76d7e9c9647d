/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"
#include "core/sme-records.h"

G_BEGIN_DECLS

/* How long a payment stays open, in milliseconds. */
#define SME_PAYMENT_LIFE (15 * 60 * 1000)

/* With receipts, refunds and, for a VietQR, what the code says. NULL account: the backend itself.
 */
SmePayment *
sme_store_find_payment (SmeCall *call, const char *id, const char *account_id, GError **error);
GListModel *sme_store_list_payments (SmeCall *call, const char *order_id, GError **error);

/* The id of the payment with this transfer text, or NULL without error. */
char *sme_store_find_payment_by_reference (SmeCall *call, const char *reference, GError **error);

/* The receipt of the gateway's transaction, or NULL without error. */
char *sme_store_find_gateway_receipt (SmeCall *call, const char *number, GError **error);

/* The orders that it is for, the first one first. */
GStrv sme_store_list_orders_of_payment (SmeCall *call, const char *payment_id, GError **error);

/**
 * sme_store_insert_payment:
 * @orders: (element-type SmeStoredOrder): all of one account
 * @expires_at: 0 for never
 *
 * Returns: (transfer full): its id
 */
char *sme_store_insert_payment (SmeCall *call,
                                GPtrArray *orders,
                                SmePaymentMethod method,
                                gint64 expires_at,
                                GError **error);

/* @payment_id: (nullable): for money that fits no payment; @number: (nullable): the gateway's */
typedef struct
{
  const char *payment_id;
  gint64 amount;
  SmeReceiptState state;
  const char *reference;
  const char *number;
} SmeNewReceipt;

char *sme_store_insert_receipt (SmeCall *call, const SmeNewReceipt *receipt, GError **error);

/* @request_id: (nullable): of the customer */
typedef struct
{
  const char *payment_id;
  const char *receipt_id;
  gint64 amount;
  SmeRefundReason reason;
  const char *request_id;
} SmeNewRefund;

gboolean sme_store_insert_refund (SmeCall *call, const SmeNewRefund *refund, GError **error);
gboolean
sme_store_add_received (SmeCall *call, const char *payment_id, gint64 amount, GError **error);

/* Whatever is kept of the payment goes back where it came from. */
gboolean sme_store_return_received (SmeCall *call, const char *payment_id, GError **error);

gboolean sme_store_set_failure (SmeCall *call,
                                const char *payment_id,
                                SmePaymentFailure failure,
                                GError **error);

G_END_DECLS
