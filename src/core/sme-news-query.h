/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_NEWS_QUERY (sme_news_query_get_type ())
SME_DECLARE_RECORD (SmeNewsQuery, sme_news_query, NEWS_QUERY)

/**
 * SmeNewsQuery:
 *
 * Query of the news pages.
 */

G_END_DECLS
