/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_GUIDE_PAGE (sme_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeGuidePage, sme_guide_page, SME, GUIDE_PAGE, SmePage)

/**
 * SmeGuidePage:
 *
 * Route "guide": the four steps from choosing a plan to the signed contract, each leading to the
 * page that it speaks of; common problems; words; the law (acceptance A8, A80).
 */

G_END_DECLS
