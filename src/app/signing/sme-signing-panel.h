/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/signing/sme-signing-flow.h"
#include "app/signing/sme-signing-step.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_PANEL (sme_signing_panel_get_type ())
G_DECLARE_FINAL_TYPE (SmeSigningPanel, sme_signing_panel, SME, SIGNING_PANEL, AdwBin)

/**
 * SmeSigningPanel:
 *
 * Walks the person through a signing: the steps with their states, the step that the flow is at,
 * and a foot with the one primary button, which never scrolls away and says why it is off.
 *
 * Properties: "narrow" (the steps in one line, and a switch to the contract), "contract-shown"
 * (where it is narrow: the person wants to see the contract). Action "panel.next".
 */
GtkWidget *sme_signing_panel_new (SmeContext *context, SmeSigningFlow *flow);

void sme_signing_panel_set_narrow (SmeSigningPanel *self, gboolean narrow);
gboolean sme_signing_panel_get_contract_shown (SmeSigningPanel *self);

/* The step that @state shows; for what the page has to tell it. */
SmeSigningStep *sme_signing_panel_get_step (SmeSigningPanel *self, SmeSigningState state);

/* Puts the keyboard where the current step begins. */
gboolean sme_signing_panel_grab_first_focus (SmeSigningPanel *self);
/* As pressing the primary button. */
void sme_signing_panel_next (SmeSigningPanel *self);

G_END_DECLS
