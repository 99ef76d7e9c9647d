/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_NEWS_ITEM (sme_news_item_get_type ())
SME_DECLARE_RECORD (SmeNewsItem, sme_news_item, NEWS_ITEM)

/**
 * SmeNewsItem:
 *
 * An item of the news, promotion or earning pages.
 */

G_END_DECLS
