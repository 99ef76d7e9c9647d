/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT_RETURN_PAGE (sme_payment_return_page_get_type ())
G_DECLARE_FINAL_TYPE (SmePaymentReturnPage,
                      sme_payment_return_page,
                      SME,
                      PAYMENT_RETURN_PAGE,
                      SmePage)

/**
 * SmePaymentReturnPage:
 *
 * Where "onesme://payment-return" of the gateway's last page leads: asks what the payment has come
 * to and goes on to its order. The link itself proves nothing.
 */

G_END_DECLS
