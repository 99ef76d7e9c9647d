/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-payment.h"

G_BEGIN_DECLS

/* What a payment is at and what can be done, as a sentence (acceptance A33); static, translated. */
const char *sme_payment_text_describe (SmePayment *payment);

/* Still waiting for money, by whatever method. */
gboolean sme_payment_is_open (SmePayment *payment);

/* Over without success: another one can be begun. */
gboolean sme_payment_is_over (SmePayment *payment);

/* Begins the web page of the gateway in the system's browser. */
gboolean sme_payment_is_by_gateway (SmePayment *payment);

G_END_DECLS
