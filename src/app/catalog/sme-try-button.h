/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-service.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_TRY_BUTTON (sme_try_button_get_type ())
G_DECLARE_FINAL_TYPE (SmeTryButton, sme_try_button, SME, TRY_BUTTON, GtkButton)

/**
 * SmeTryButton:
 *
 * "Try it now" of a service (acceptance A14). Leads to the page where its provider lets people try
 * it; where there is none, to the order of the plan that costs nothing, or else of the one with the
 * most trial days. Its tooltip says which. Not there where nothing can be tried.
 */
GtkWidget *sme_try_button_new (void);

void sme_try_button_set_service (SmeTryButton *self, SmeService *service);

G_END_DECLS
