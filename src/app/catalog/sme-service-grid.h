/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SERVICE_GRID (sme_service_grid_get_type ())
G_DECLARE_FINAL_TYPE (SmeServiceGrid, sme_service_grid, SME, SERVICE_GRID, AdwBin)

/**
 * SmeServiceGrid:
 *
 * Cards in one to four columns, made only for what is in sight, so that a catalog of any length
 * scrolls well. Choosing a card opens its service.
 */
GtkWidget *sme_service_grid_new (void);

/* Of #SmeService; takes a reference. */
void sme_service_grid_set_model (SmeServiceGrid *self, GListModel *model);

/* Puts the keyboard on the first card. */
gboolean sme_service_grid_focus_first (SmeServiceGrid *self);

G_END_DECLS
