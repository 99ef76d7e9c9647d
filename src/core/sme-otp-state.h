/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_OTP_STATE (sme_otp_state_get_type ())
SME_DECLARE_RECORD (SmeOtpState, sme_otp_state, OTP_STATE)

/**
 * SmeOtpState:
 *
 * Where a one-time password stands; times are the server's.
 */

G_END_DECLS
