/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_INBOX_QUERY (sme_inbox_query_get_type ())
SME_DECLARE_RECORD (SmeInboxQuery, sme_inbox_query, INBOX_QUERY)

/**
 * SmeInboxQuery:
 *
 * Query of the local inbox: the id of the last item seen.
 */

G_END_DECLS
