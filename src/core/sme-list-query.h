/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_LIST_QUERY (sme_list_query_get_type ())
SME_DECLARE_RECORD (SmeListQuery, sme_list_query, LIST_QUERY)

/**
 * SmeListQuery:
 *
 * Query of a list: page size and where to go on.
 */

G_END_DECLS
