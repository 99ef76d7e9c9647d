/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_NAME_PAGE (sme_name_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeNamePage, sme_name_page, SME, NAME_PAGE, SmePage)

/**
 * SmeNamePage:
 *
 * Route "change-name": the name of the person and, of a business, what it is called and registered
 * under.
 */

G_END_DECLS
