/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_QUANTITY_ROW (sme_quantity_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeQuantityRow, sme_quantity_row, SME, QUANTITY_ROW, AdwActionRow)

/**
 * SmeQuantityRow:
 *
 * How many are ordered of a plan that takes more than one. What is typed beyond the plan's limit is
 * set to the limit, and the row says so until another number is chosen.
 *
 * Signals: "changed": there is another number. "corrected": what was typed was not possible; before
 * "changed", if there is one.
 */
GtkWidget *sme_quantity_row_new (SmePlan *plan);

gint64 sme_quantity_row_get_quantity (SmeQuantityRow *self);
/* Within what the plan takes. */
void sme_quantity_row_set_quantity (SmeQuantityRow *self, gint64 quantity);

G_END_DECLS
