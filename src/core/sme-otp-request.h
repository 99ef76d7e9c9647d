/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_OTP_REQUEST (sme_otp_request_get_type ())
SME_DECLARE_RECORD (SmeOtpRequest, sme_otp_request, OTP_REQUEST)

/**
 * SmeOtpRequest:
 *
 * Asks for an OTP, saying what was read; it is bound to these hashes.
 */

G_END_DECLS
