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
 * A payment under way (acceptance A32, A33): the VietQR code and what it says to copy by hand, or
 * the gateway's page in the browser; how long it stays open and what has become of it. Follows the
 * payment, which is live.
 *
 * Signals: "again": this one is over, another is asked for; "other": it is open, but another way to
 * pay is wanted.
 */
GtkWidget *sme_payment_view_new (SmeContext *context);
void sme_payment_view_set_payment (SmePaymentView *self, SmePayment *payment);

/* The same, but says that the bank is being asked and offers nothing until
 * sme_payment_view_set_payment() brings the answer. */
void sme_payment_view_check (SmePaymentView *self, SmePayment *payment);

/* What had come for the payment whose place this one took, and goes back; 0: nothing. Until another
 * payment is set. */
void sme_payment_view_set_returned (SmePaymentView *self, gint64 came);

/* Scrolls to what is to be scanned, not to the end of what was scrolled through before, and gives
 * it the keyboard. */
void sme_payment_view_show_top (SmePaymentView *self);

/* Opens the gateway's page in the system's browser, if the payment has one. */
void sme_payment_view_open_page (SmePaymentView *self);

G_END_DECLS
