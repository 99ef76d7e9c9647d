/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT_HERALD (sme_payment_herald_get_type ())
G_DECLARE_FINAL_TYPE (SmePaymentHerald, sme_payment_herald, SME, PAYMENT_HERALD, GObject)

/**
 * SmePaymentHerald:
 *
 * Says that money has arrived which came while the program was closed (acceptance A33): at sign-in
 * it asks about the orders whose payment was under way when the program was last used. A
 * notification leads on to the contract ("app.open", with the link).
 */
SmePaymentHerald *sme_payment_herald_new (GApplication *application, SmeContext *context);

/* A payment of the order is under way; or the person has seen what became of it. */
void sme_payment_herald_await (SmeContext *context, const char *order_id);
void sme_payment_herald_forget (SmeContext *context, const char *order_id);

G_END_DECLS
