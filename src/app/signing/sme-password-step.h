/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_STEP (sme_password_step_get_type ())
G_DECLARE_FINAL_TYPE (SmePasswordStep, sme_password_step, SME, PASSWORD_STEP, SmeSigningStep)

/**
 * SmePasswordStep:
 *
 * The first use of eContract: the mailed password is replaced by one's own (A41).
 */

G_END_DECLS
