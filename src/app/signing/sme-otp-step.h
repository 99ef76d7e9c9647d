/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_OTP_STEP (sme_otp_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeOtpStep, sme_otp_step, SME, OTP_STEP, SmeSigningStep)

/**
 * SmeOtpStep:
 *
 * A code is sent when the step is reached, and entered (A42 to A44): how long it is valid and how
 * many tries are left is always in sight; six digits go on by themselves.
 */

G_END_DECLS
