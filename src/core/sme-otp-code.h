/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_OTP_CODE (sme_otp_code_get_type ())
SME_DECLARE_RECORD (SmeOtpCode, sme_otp_code, OTP_CODE)

/**
 * SmeOtpCode:
 *
 * The code that came by SMS: six digits.
 */

G_END_DECLS
