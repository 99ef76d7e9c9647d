/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT (sme_payment_get_type ())
SME_DECLARE_RECORD (SmePayment, sme_payment, PAYMENT)

/**
 * SmePayment:
 *
 * A payment of an order.
 */

G_END_DECLS
