/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_NEWS_PAGE (sme_news_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeNewsPage, sme_news_page, SME, NEWS_PAGE, SmePage)

/**
 * SmeNewsPage:
 *
 * Routes "news" (news and promotions) and "earn" (ways to earn): what the shop has published,
 * newest first.
 */

G_END_DECLS
