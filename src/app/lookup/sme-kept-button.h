/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_KEPT_BUTTON (sme_kept_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeKeptButton, sme_kept_button, SME, KEPT_BUTTON, AdwBin)

/**
 * SmeKeptButton:
 *
 * Leads to the contracts that are kept on this computer (SmeKeptPage); invisible while there are
 * none.
 */
GtkWidget *sme_kept_button_new (void);

/* Once. */
void sme_kept_button_set_context (SmeKeptButton *self, SmeContext *context);

G_END_DECLS
