/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_LOOKUP_PAGE (sme_lookup_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeLookupPage, sme_lookup_page, SME, LOOKUP_PAGE, SmePage)

/**
 * SmeLookupPage:
 *
 * "lookup": the contracts kept in eContract (acceptance A60, A61): a sign-in of its own, then the
 * list of dossiers. "lookup:DOSSIER" (the link in the mail) signs in if need be and goes on to that
 * dossier.
 */

G_END_DECLS
