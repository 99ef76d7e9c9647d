/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_PAGE (sme_signing_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSigningPage, sme_signing_page, SME, SIGNING_PAGE, SmePage)

/**
 * SmeSigningPage:
 *
 * Route "sign:ORDER" (A40 to A49): the contract of an order, and beside it the steps in which it is
 * signed. Opens at the step where the signing stands. Action "signing.save": saves a copy of the
 * contract.
 */

G_END_DECLS
