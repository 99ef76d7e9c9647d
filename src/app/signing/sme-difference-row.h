/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-contract-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DIFFERENCE_ROW (sme_difference_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeDifferenceRow, sme_difference_row, SME, DIFFERENCE_ROW, AdwPreferencesRow)

/**
 * SmeDifferenceRow:
 *
 * One field of a contract: what was declared, and beside it what the contract says.
 */

/* @difference: read now, and not kept */
GtkWidget *sme_difference_row_new (const SmeContractDifference *difference);

G_END_DECLS
