/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-econtract.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER_CASE (sme_dossier_case_get_type ())
G_DECLARE_FINAL_TYPE (SmeDossierCase, sme_dossier_case, SME, DOSSIER_CASE, AdwBin)

/**
 * SmeDossierCase:
 *
 * What the support looks at for a dossier, with the number to tell the hotline; not visible while
 * there is nothing. Whoever signs without having the order finds it here (acceptance A49).
 */
GtkWidget *sme_dossier_case_new (void);

void sme_dossier_case_load (SmeDossierCase *self, SmeEcontract *econtract, const char *dossier_id);

G_END_DECLS
