/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CHEAPER_HINT (sme_cheaper_hint_get_type ())
G_DECLARE_FINAL_TYPE (SmeCheaperHint, sme_cheaper_hint, SME, CHEAPER_HINT, AdwBin)

/**
 * SmeCheaperHint:
 *
 * "501 GB cost less than 500 GB: 5.511.000 ₫ instead of 7.000.000 ₫", with a button that takes
 * them; hidden where more does not cost less (see sme-pricing-cheaper.h). The text has role status.
 *
 * Signal "taken" (gint64 quantity): the button was pressed.
 */
GtkWidget *sme_cheaper_hint_new (SmePlan *plan);

/* How many are to be ordered now. */
void sme_cheaper_hint_set_quantity (SmeCheaperHint *self, gint64 quantity);

G_END_DECLS
