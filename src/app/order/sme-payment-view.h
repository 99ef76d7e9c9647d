/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"
#include "core/sme-payment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT_VIEW (sme_payment_view_get_type ())
G_DECLARE_FINAL_TYPE (SmePaymentView, sme_payment_view, SME, PAYMENT_VIEW, GtkWidget)

/**
 * SmePaymentView:
 *
 * A VietQR payment under way (acceptance A32, A33): the code, what it says to copy by hand, how
 * long it stays open and what has come in. Follows the payment, which is live.
 *
 * Signals: "again": a new code is asked for, the old one ran out.
 */
GtkWidget *sme_payment_view_new (SmeContext *context);
void sme_payment_view_set_payment (SmePaymentView *self, SmePayment *payment);

/* What the payment is at, as a sentence; static, translated. */
const char *sme_payment_view_describe (SmePayment *payment);

G_END_DECLS
