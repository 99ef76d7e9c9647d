/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_ENDED_STEP (sme_ended_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeEndedStep, sme_ended_step, SME, ENDED_STEP, SmeSigningStep)

/**
 * SmeEndedStep:
 *
 * The session is over; "Agree" opens another one and goes on with a new code (A48).
 */

G_END_DECLS
