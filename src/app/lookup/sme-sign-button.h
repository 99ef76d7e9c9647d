/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SIGN_BUTTON (sme_sign_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeSignButton, sme_sign_button, SME, SIGN_BUTTON, AdwBin)

/**
 * SmeSignButton:
 *
 * Leads a holder who was invited from a dossier to where it is signed; anybody else only looks, and
 * does not see it.
 */
GtkWidget *sme_sign_button_new (void);

/* Once more whenever it changed. */
void sme_sign_button_set_dossier (SmeSignButton *self, SmeDossier *dossier);

G_END_DECLS
