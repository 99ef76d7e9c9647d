/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-news-item.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_news_kind_get_type },
  { "title", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "body", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 8000, .format = SME_TEXT_MULTILINE },
  { "published_on", SME_FIELD_DATE },
  { "demonstration", SME_FIELD_BOOLEAN },
};

SME_DEFINE_RECORD (SmeNewsItem, sme_news_item, fields)
