/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER_PAGE (sme_dossier_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeDossierPage, sme_dossier_page, SME, DOSSIER_PAGE, SmePage)

/**
 * SmeDossierPage:
 *
 * "dossier:ID": one dossier of eContract (acceptance A61, A62): what it is about, and its documents
 * to view and download, one, several or all of them. Needs a lookup session; without one it says
 * so and leads to the sign-in.
 */

G_END_DECLS
