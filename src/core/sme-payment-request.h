/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_PAYMENT_REQUEST (sme_payment_request_get_type ())
SME_DECLARE_RECORD (SmePaymentRequest, sme_payment_request, PAYMENT_REQUEST)

/**
 * SmePaymentRequest:
 *
 * Starts a payment; the terms agreed to are recorded with it.
 */

G_END_DECLS
