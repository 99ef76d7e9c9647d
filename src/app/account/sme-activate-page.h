/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_ACTIVATE_PAGE (sme_activate_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeActivatePage, sme_activate_page, SME, ACTIVATE_PAGE, SmePage)

/**
 * SmeActivatePage:
 *
 * "activate[:TOKEN][?sent=1]": makes a registered account usable (acceptance A17). With the token
 * of the link in the mail by itself, else with the code pasted from the mail; and has the mail sent
 * again, once a minute. `sent`: a mail has just gone out. Then on to "sign-in".
 */

G_END_DECLS
