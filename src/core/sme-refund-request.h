/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_REFUND_REQUEST (sme_refund_request_get_type ())
SME_DECLARE_RECORD (SmeRefundRequest, sme_refund_request, REFUND_REQUEST)

/**
 * SmeRefundRequest:
 *
 * What a customer asks back of a paid order, and what became of it. Sent with its ground and, if
 * one likes, a text; everything else is the backend's.
 */

G_END_DECLS
