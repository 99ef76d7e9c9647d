/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_FINISH_STEP (sme_finish_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeFinishStep, sme_finish_step, SME, FINISH_STEP, SmeSigningStep)

/**
 * SmeFinishStep:
 *
 * The signature is saved and shown once more; "Finish" signs the contract (A46).
 */

G_END_DECLS
