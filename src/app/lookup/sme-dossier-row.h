/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DOSSIER_ROW (sme_dossier_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeDossierRow, sme_dossier_row, SME, DOSSIER_ROW, AdwBin)

/**
 * SmeDossierRow:
 *
 * One dossier in the list: its name, codes and date, and its state in words. Recycled: shows the
 * dossier it was given last, and follows it as it changes.
 */
GtkWidget *sme_dossier_row_new (void);

/* NULL lets it go. */
void sme_dossier_row_set_dossier (SmeDossierRow *self, SmeDossier *dossier);

G_END_DECLS
