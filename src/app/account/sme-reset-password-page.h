/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_RESET_PASSWORD_PAGE (sme_reset_password_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeResetPasswordPage,
                      sme_reset_password_page,
                      SME,
                      RESET_PASSWORD_PAGE,
                      SmePage)

/**
 * SmeResetPasswordPage:
 *
 * "reset-password": for who forgot the password (acceptance A17). An e-mail address is asked for, a
 * code is sent there, and with it a new password is chosen; then on to "sign-in". Whether an
 * account has the address is never said: the page does the same for one that nobody has.
 * "reset-econtract" (its id: the user name, as far as it is known) does the same for eContract
 * (A60), and then goes back to where one signs in there.
 */

G_END_DECLS
