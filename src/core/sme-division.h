/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DIVISION (sme_division_get_type ())
SME_DECLARE_RECORD (SmeDivision, sme_division, DIVISION)

/**
 * SmeDivision:
 *
 * An administrative division of Vietnam (Decision 19/2025/QD-TTg, or the list before 2025-07-01).
 */

G_END_DECLS
