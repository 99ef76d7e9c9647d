/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT (sme_payment_get_type ())
SME_DECLARE_RECORD (SmePayment, sme_payment, PAYMENT)

/**
 * SmePayment:
 *
 * A payment of an order, or of several: @order_ids are all of them, @order_id the first. A gateway
 * payment that is open has the signed address where it is paid (@redirect_url), one that failed
 * the reason (@failure).
 */

G_END_DECLS
