/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/sme-remote-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER_LIST (sme_dossier_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeDossierList, sme_dossier_list, SME, DOSSIER_LIST, AdwBin)

/**
 * SmeDossierList:
 *
 * The person's dossiers, recycled rows below a search. The server has no search for them: what is
 * typed sifts what is here, and the parts that have not come yet are fetched for it. Without
 * diacritics and in any case; every word must occur in the name or one of the codes.
 *
 * Signal "opened (char *id)": a dossier was chosen.
 */
GtkWidget *sme_dossier_list_new (void);

/* Holds @list (of SmeDossier); NULL lets it go and forgets the search. */
void sme_dossier_list_set_list (SmeDossierList *self, SmeRemoteList *list);

void sme_dossier_list_focus (SmeDossierList *self);

G_END_DECLS
