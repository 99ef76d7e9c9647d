/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_FORGOTTEN_BUTTON (sme_forgotten_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeForgottenButton, sme_forgotten_button, SME, FORGOTTEN_BUTTON, AdwBin)

/**
 * SmeForgottenButton:
 *
 * "Forgotten password?" on a page that asks who is signed in for the password: leads to the page
 * where a new one is chosen, with the address filled in.
 */
GtkWidget *sme_forgotten_button_new (void);

G_END_DECLS
