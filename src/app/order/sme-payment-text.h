/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"
#include "core/sme-invoice.h"
#include "core/sme-order.h"
#include "core/sme-payment.h"
#include "core/sme-receipt.h"
#include "core/sme-refund-request.h"
#include "core/sme-refund.h"

G_BEGIN_DECLS

/* What a payment is at and what can be done, as a sentence (acceptance A33); static, translated. */
const char *sme_payment_text_describe (SmePayment *payment);

/* "50.000 ₫ has arrived, 126.000 ₫ is still missing"; (transfer full) (nullable): NULL unless part
 * of the money has come and the rest is waited for. */
char *sme_payment_text_describe_sums (SmePayment *payment);

/* What has come for the payments of @orders (of #SmeOrder) that still wait for the rest; a joint
 * payment counts once. */
gint64 sme_payment_text_sum_parts (GPtrArray *orders);

/* What becomes of such parts: before another payment takes the place of theirs, and after. Both
 * (transfer full) (nullable): NULL where nothing has come. */
char *sme_payment_text_describe_parts (gint64 came);
char *sme_payment_text_describe_parts_returned (gint64 came);

/* What became of money that came for @payment; static, translated. */
const char *sme_payment_text_describe_receipt (SmeReceipt *receipt, SmePayment *payment);

/* "Invoice 1C26TOS-00000012"; (transfer full) */
char *sme_payment_text_name_invoice (SmeInvoice *invoice);

/* Both static, translated. */
const char *sme_payment_text_name_method (SmePaymentMethod method);
const char *sme_payment_text_describe_refund (SmeRefund *refund);

/* Where a request for the money back stands; static, translated. */
const char *sme_payment_text_describe_request (SmeRefundRequest *request);

/* Still waiting for money, by whatever method. */
gboolean sme_payment_is_open (SmePayment *payment);

/* Over without success: another one can be begun. */
gboolean sme_payment_is_over (SmePayment *payment);

/**
 * sme_order_find_current_payment:
 *
 * Returns: (transfer full) (nullable): the payment that counts now, so that nobody pays twice: one
 * that goes on, also where late money made an older one count again, else the newest that nothing
 * took the place of. Edited anew, an order has none.
 */
SmePayment *sme_order_find_current_payment (SmeOrder *order);

/* Paid on the gateway's web page. */
gboolean sme_payment_is_by_gateway (SmePayment *payment);

G_END_DECLS
