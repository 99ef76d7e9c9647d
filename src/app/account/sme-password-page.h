/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_PASSWORD_PAGE (sme_password_page_get_type ())
G_DECLARE_FINAL_TYPE (SmePasswordPage, sme_password_page, SME, PASSWORD_PAGE, SmePage)

/**
 * SmePasswordPage:
 *
 * Route "change-password": a new password against the old one. Every other sign-in ends.
 */

G_END_DECLS
