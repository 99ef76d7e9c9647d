/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_REQUEST (sme_signing_request_get_type ())
SME_DECLARE_RECORD (SmeSigningRequest, sme_signing_request, SIGNING_REQUEST)

/**
 * SmeSigningRequest:
 *
 * Asks for a signing session of an order.
 */

G_END_DECLS
