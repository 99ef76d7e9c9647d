/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_LOGO_TILE (sme_logo_tile_get_type ())
G_DECLARE_FINAL_TYPE (SmeLogoTile, sme_logo_tile, SME, LOGO_TILE, AdwBin)

/**
 * SmeLogoTile:
 *
 * Stands for the logo of a service that has none: its initials on a colour from a fixed palette
 * (style.css), always the same one for the same name. A decoration: the name stands beside it.
 *
 * Properties: "text" (the name), "size" (pixels, 48).
 */
GtkWidget *sme_logo_tile_new (void);

void sme_logo_tile_set_text (SmeLogoTile *self, const char *text);

/* Two capitals at most ("KS" of "Ký số từ xa"); for tests. */
char *sme_logo_tile_make_initials (const char *text);

G_END_DECLS
