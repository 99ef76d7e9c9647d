/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNER_PAGE (sme_signer_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSignerPage, sme_signer_page, SME, SIGNER_PAGE, SmePage)

/**
 * SmeSignerPage:
 *
 * "signer:ORDER": the buyer has the declared holder sign with an own eContract sign-in, so that
 * nobody passes an OTP on. Shows how far the holder is, sends the invitation again and takes it
 * back; the user name, the password and the codes go to the holder alone.
 */

G_END_DECLS
