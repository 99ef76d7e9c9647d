/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_OFFLINE_LINE (sme_offline_line_get_type ())
G_DECLARE_FINAL_TYPE (SmeOfflineLine, sme_offline_line, SME, OFFLINE_LINE, AdwBin)

/**
 * SmeOfflineLine:
 *
 * While no server answers: says so, and how old the catalog is that is shown instead. Hidden
 * otherwise. Role of its label: status, so it is read out when it changes.
 */
GtkWidget *sme_offline_line_new (void);

/* Once. */
void sme_offline_line_set_context (SmeOfflineLine *self, SmeContext *context);

G_END_DECLS
