/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_REGISTER_PAGE (sme_register_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeRegisterPage, sme_register_page, SME, REGISTER_PAGE, SmePage)

/**
 * SmeRegisterPage:
 *
 * "register": a new account (acceptance A17): customer type, the fields of that type, a password,
 * the consents that the server asks for. Goes on to "activate".
 */

G_END_DECLS
