/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_CONTINUE_PAGE (sme_continue_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeContinuePage, sme_continue_page, SME, CONTINUE_PAGE, SmePage)

/**
 * SmeContinuePage:
 *
 * Route "continue-signing": for those who know that something waits to be signed but not where,
 * such as readers of the guide. Makes way for the signing page of the newest order that may be
 * signed; where there is none, says so.
 */

G_END_DECLS
