/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_DRAW_STEP (sme_draw_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeDrawStep, sme_draw_step, SME, DRAW_STEP, SmeSigningStep)

/**
 * SmeDrawStep:
 *
 * The signature is drawn in the box, or a name is typed instead (A45); what is no signature is
 * refused with a reason.
 */

G_END_DECLS
