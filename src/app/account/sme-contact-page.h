/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_CONTACT_PAGE (sme_contact_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeContactPage, sme_contact_page, SME, CONTACT_PAGE, SmePage)

/**
 * SmeContactPage:
 *
 * Routes "change-email" and "change-phone": a new address or number, which counts only when the
 * code that was sent there has been entered.
 */

G_END_DECLS
