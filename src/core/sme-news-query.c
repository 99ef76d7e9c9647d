/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-news-query.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_ENUM, .type = sme_news_kind_get_type },
  { "limit", SME_FIELD_INTEGER, .min = 1, .max = 100 },
  { "after", SME_FIELD_TEXT, .max = 200 },
};

SME_DEFINE_RECORD (SmeNewsQuery, sme_news_query, fields)
