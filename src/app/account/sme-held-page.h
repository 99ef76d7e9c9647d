/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_HELD_PAGE (sme_held_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeHeldPage, sme_held_page, SME, HELD_PAGE, SmePage)

/**
 * SmeHeldPage:
 *
 * Of one kind of what is held about the person, each single thing, newest first, and more of it on
 * demand. Routes: "held:messages" (the letters), "held:history".
 */

G_END_DECLS
