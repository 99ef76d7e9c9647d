/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_GUIDE_PAGE (sme_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeGuidePage, sme_guide_page, SME, GUIDE_PAGE, SmePage)

/**
 * SmeGuidePage:
 *
 * "Hướng dẫn sử dụng" (acceptance A7, A8, A80): the table of contents, and the search of the guide
 * in its place as one types. Route: guide. Needs no server.
 */

G_END_DECLS
