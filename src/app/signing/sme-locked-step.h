/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_LOCKED_STEP (sme_locked_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeLockedStep, sme_locked_step, SME, LOCKED_STEP, SmeSigningStep)

/**
 * SmeLockedStep:
 *
 * Three wrong codes: only the hotline can help (A44).
 */

G_END_DECLS
