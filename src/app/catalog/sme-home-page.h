/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_HOME_PAGE (sme_home_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeHomePage, sme_home_page, SME, HOME_PAGE, SmePage)

/**
 * SmeHomePage:
 *
 * Route "home": what waits for the person, each with its one next action, and featured services.
 */

G_END_DECLS
