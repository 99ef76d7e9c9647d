/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_ORDER_REQUEST (sme_order_request_get_type ())
SME_DECLARE_RECORD (SmeOrderRequest, sme_order_request, ORDER_REQUEST)

/**
 * SmeOrderRequest:
 *
 * What to order: the body of a quote and of a new order.
 */

G_END_DECLS
