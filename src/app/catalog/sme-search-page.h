/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SEARCH_PAGE (sme_search_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSearchPage, sme_search_page, SME, SEARCH_PAGE, SmePage)

/**
 * SmeSearchPage:
 *
 * Route "search?q=WORDS": services that have every word, in any order, with or without diacritics.
 * The window changes the route as the person types; the results of before stay until the new ones
 * are there.
 */

G_END_DECLS
