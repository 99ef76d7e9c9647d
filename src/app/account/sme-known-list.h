/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_KNOWN_LIST (sme_known_list_get_type ())
G_DECLARE_FINAL_TYPE (SmeKnownList, sme_known_list, SME, KNOWN_LIST, AdwBin)

/**
 * SmeKnownList:
 *
 * The accounts that are known on this computer, each a row that goes over to it ("win.switch-to");
 * hidden while there is none.
 */
GtkWidget *sme_known_list_new (void);

/* Once. */
void sme_known_list_set_context (SmeKnownList *self, SmeContext *context);

G_END_DECLS
