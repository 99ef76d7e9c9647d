/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_LIST_PAGE (sme_service_list_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceListPage, sme_service_list_page, SME, SERVICE_LIST_PAGE, SmePage)

/**
 * SmeServiceListPage:
 *
 * Routes "services" (all) and "category:ID[?name=]": services in a grid, for whom and in which
 * order to be chosen above it.
 */

G_END_DECLS
