/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_READ_STEP (sme_read_step_get_type ())
G_DECLARE_FINAL_TYPE (SmeReadStep, sme_read_step, SME, READ_STEP, SmeSigningStep)

/**
 * SmeReadStep:
 *
 * The contract is read before anything is asked for (A40). Goes on once its last page was shown or
 * the person says that it was read.
 */
/* Whether the last page was shown. */
void sme_read_step_set_seen (SmeReadStep *self, gboolean seen);
/* Whether there is room for what can be pressed only: the contract comes first. */
void sme_read_step_set_compact (SmeReadStep *self, gboolean compact);

G_END_DECLS
