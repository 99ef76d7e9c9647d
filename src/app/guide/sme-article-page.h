/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ARTICLE_PAGE (sme_article_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeArticlePage, sme_article_page, SME, ARTICLE_PAGE, SmePage)

/**
 * SmeArticlePage:
 *
 * One article of the guide (acceptance A8): what it says, the buttons to the pages that it speaks
 * of, the hotline where it names it, and what to read next. Route: article:ID. Needs no server.
 */

G_END_DECLS
