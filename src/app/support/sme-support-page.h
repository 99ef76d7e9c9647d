/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SUPPORT_PAGE (sme_support_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSupportPage, sme_support_page, SME, SUPPORT_PAGE, SmePage)

/**
 * SmeSupportPage:
 *
 * "support:ORDER": the cases of an order with their numbers, what can be reported, and the hotline
 * (acceptance A6, A49, A50). Follows what the server says by itself.
 */

G_END_DECLS
