/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-flow.h"
#include "app/sme-step.h"
#include "app/support/sme-case-dialog.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_STEP (sme_signing_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (SmeSigningStep, sme_signing_step, SME, SIGNING_STEP, SmeStep)

/**
 * SmeSigningStep:
 *
 * What the panel shows in one state of the flow: a step with the flow at hand (property "flow",
 * construct-only). A primary label of "" means that there is nothing to press.
 */
struct _SmeSigningStepClass
{
  SmeStepClass parent_class;
};

SmeSigningFlow *sme_signing_step_get_flow (SmeSigningStep *self);

/* The words for what is signed: @contract, or @record for an acceptance record. */
const char *sme_signing_step_pick (SmeSigningStep *self, const char *contract, const char *record);

/* Where a case of what is signed is told. */
SmeCasePlace sme_signing_step_get_case_place (SmeSigningStep *self);

/* What to say of the hotline: in the demonstration, first that nobody there knows this order. */
char *sme_signing_step_make_hotline_text (SmeSigningStep *self, const char *text);

G_END_DECLS
