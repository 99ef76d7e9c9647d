/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_DONE_STEP (sme_done_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeDoneStep, sme_done_step, SME, DONE_STEP, SmeSigningStep)

/**
 * SmeDoneStep:
 *
 * What happened and what comes next (A46).
 */

G_END_DECLS
