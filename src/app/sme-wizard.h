/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-step.h"

G_BEGIN_DECLS

#define SME_TYPE_WIZARD (sme_wizard_get_type ())
G_DECLARE_FINAL_TYPE (SmeWizard, sme_wizard, SME, WIZARD, GtkWidget)

/**
 * SmeWizard:
 *
 * The desk on which an order is worked through: a stepper with the names of the steps, the step,
 * beside it (below it when narrow) a summary, and a bar that never scrolls away with Back on the
 * left and the one primary button on the right; where that is off, the step's hint says why. The
 * content of a page such as "order:ID".
 *
 * Signals:
 * - "applied" (SmeStep *step): the step did its work; the wizard then goes to the next one, unless
 *   the handler already moved it.
 * - "finished": the last step was applied.
 * - "back-out": Back was pressed on the first step.
 *
 * Actions: "wizard.next", "wizard.back" (Alt+Right; Alt+Left stays the window's).
 */
GtkWidget *sme_wizard_new (void);

/* The steps in order; titles name them in the stepper. */
void sme_wizard_append (SmeWizard *self, SmeStep *step);
guint sme_wizard_get_n_steps (SmeWizard *self);
SmeStep *sme_wizard_get_step (SmeWizard *self, guint index);

guint sme_wizard_get_current (SmeWizard *self);
/* Steps before @index are shown as done. Does not apply anything. */
void sme_wizard_set_current (SmeWizard *self, guint index);
/* How far back Back goes: steps before @index can't be returned to (a paid order). Default 0. */
void sme_wizard_set_first_open (SmeWizard *self, guint index);

/* What comes after the last step, on pages of its own, so that the stepper names it too. */
void sme_wizard_append_sequel (SmeWizard *self, const char *name);
void sme_wizard_set_summary (SmeWizard *self, GtkWidget *summary);

/* Applies the current step; nothing when it is not complete or is applying. */
void sme_wizard_next (SmeWizard *self);
void sme_wizard_back (SmeWizard *self);

G_END_DECLS
