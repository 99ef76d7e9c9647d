/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_CATEGORIES_PAGE (sme_categories_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeCategoriesPage, sme_categories_page, SME, CATEGORIES_PAGE, SmePage)

/**
 * SmeCategoriesPage:
 *
 * Route "categories": every category with the number of its services.
 */

G_END_DECLS
