/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_QUERY (sme_service_query_get_type ())
SME_DECLARE_RECORD (SmeServiceQuery, sme_service_query, SERVICE_QUERY)

/**
 * SmeServiceQuery:
 *
 * Query of the catalog: every word must occur, in any order, folded.
 */

G_END_DECLS
