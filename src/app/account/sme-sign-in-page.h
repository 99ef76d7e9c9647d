/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGN_IN_PAGE (sme_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSignInPage, sme_sign_in_page, SME, SIGN_IN_PAGE, SmePage)

/**
 * SmeSignInPage:
 *
 * "sign-in": e-mail address and password (acceptance A16). When somebody is signed in the page is
 * finished and the window goes on where it was.
 */

G_END_DECLS
