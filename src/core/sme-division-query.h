/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_DIVISION_QUERY (sme_division_query_get_type ())
SME_DECLARE_RECORD (SmeDivisionQuery, sme_division_query, DIVISION_QUERY)

/**
 * SmeDivisionQuery:
 *
 * Query of the divisions: an edition, and the parent whose children are wanted (left out:
 * provinces).
 */

G_END_DECLS
