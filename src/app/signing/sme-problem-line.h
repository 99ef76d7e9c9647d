/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_PROBLEM_LINE (sme_problem_line_get_type ())
G_DECLARE_FINAL_TYPE (SmeProblemLine, sme_problem_line, SME, PROBLEM_LINE, AdwBin)

/**
 * SmeProblemLine:
 *
 * An error above the button that met it: what happened and what to do, with a button for what can
 * be done at once. To be placed in a page, whose actions sign in and call the hotline. Signal
 * "retry".
 */
GtkWidget *sme_problem_line_new (void);

/* @error: (nullable): NULL, or a cancelled call, takes the line away. */
void sme_problem_line_show (SmeProblemLine *self, const GError *error);

G_END_DECLS
