/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-enums.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT_METHODS (sme_payment_methods_get_type ())
G_DECLARE_FINAL_TYPE (SmePaymentMethods,
                      sme_payment_methods,
                      SME,
                      PAYMENT_METHODS,
                      AdwPreferencesGroup)

/**
 * SmePaymentMethods:
 *
 * The ways to pay, one of which is chosen (acceptance A32). What costs nothing has one way only.
 */
GtkWidget *sme_payment_methods_new (gint64 total);
SmePaymentMethod sme_payment_methods_get (SmePaymentMethods *self);
/* Does nothing for a way that isn't offered. */
void sme_payment_methods_set (SmePaymentMethods *self, SmePaymentMethod method);

G_END_DECLS
