/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_STEPPER (sme_stepper_get_type ())
G_DECLARE_FINAL_TYPE (SmeStepper, sme_stepper, SME, STEPPER, AdwBin)

/**
 * SmeStepper:
 *
 * The numbered names of a wizard's steps: done (a tick), current, to come. Where the names don't
 * fit side by side, "Step 2 of 4: Payment" instead.
 */
GtkWidget *sme_stepper_new (void);

void sme_stepper_set_names (SmeStepper *self, const char *const *names);
void sme_stepper_set_current (SmeStepper *self, guint current);

G_END_DECLS
