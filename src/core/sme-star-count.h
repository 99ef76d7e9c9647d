/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_STAR_COUNT (sme_star_count_get_type ())
SME_DECLARE_RECORD (SmeStarCount, sme_star_count, STAR_COUNT)

/**
 * SmeStarCount:
 *
 * How many reviews give so many stars.
 */

G_END_DECLS
