/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_SIGNING_DESK (sme_signing_desk_get_type ())
G_DECLARE_FINAL_TYPE (SmeSigningDesk, sme_signing_desk, SME, SIGNING_DESK, GtkWidget)

/**
 * SmeSigningDesk:
 *
 * A document with a panel beside it. The document takes the room; when both don't fit side by side
 * the panel lies below it, as high as it needs and at most half, or, "folded", alone.
 *
 * Properties: "document" and "panel" (widgets), "roomy" (the panel has work that needs width),
 * "folded" (where it is narrow, only the panel is seen), "narrow" (read-only).
 */
GtkWidget *sme_signing_desk_new (void);

void sme_signing_desk_set_document (SmeSigningDesk *self, GtkWidget *document);
void sme_signing_desk_set_panel (SmeSigningDesk *self, GtkWidget *panel);
void sme_signing_desk_set_roomy (SmeSigningDesk *self, gboolean roomy);
void sme_signing_desk_set_folded (SmeSigningDesk *self, gboolean folded);
gboolean sme_signing_desk_get_narrow (SmeSigningDesk *self);

G_END_DECLS
