/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ACCOUNT_PAGE (sme_account_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeAccountPage, sme_account_page, SME, ACCOUNT_PAGE, SmePage)

/**
 * SmeAccountPage:
 *
 * "account": who is signed in, and everywhere the account is signed in. Each other sign-in can be
 * ended, or all of them, the one here too.
 */

G_END_DECLS
