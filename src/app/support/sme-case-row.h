/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-case.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_CASE_ROW (sme_case_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeCaseRow, sme_case_row, SME, CASE_ROW, AdwExpanderRow)

/**
 * SmeCaseRow:
 *
 * A case with its number, what it is about and where it stands; below, what was told. In the
 * demonstration an open one has the operator's two decisions there: the signal "resolve (int
 * outcome)" (#SmeCaseOutcome).
 */
GtkWidget *sme_case_row_new (SmeCase *support_case, gboolean demonstration);

SmeCase *sme_case_row_get_case (SmeCaseRow *self);

G_END_DECLS
