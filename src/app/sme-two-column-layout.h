/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_TWO_COLUMN_LAYOUT (sme_two_column_layout_get_type ())
G_DECLARE_FINAL_TYPE (SmeTwoColumnLayout,
                      sme_two_column_layout,
                      SME,
                      TWO_COLUMN_LAYOUT,
                      GtkLayoutManager)

/**
 * SmeTwoColumnLayout:
 *
 * Two children: the first up to "main-width" wide, the second "side-width" wide on its right; when
 * there is no room for both, the second goes below the first. The pair is centred. Widths follow
 * the text size: they are given at 96 dpi and scaled with the font resolution.
 *
 * Properties: "main-width" (640), "side-width" (280), "spacing" (24), "narrow" (read-only: whether
 * the second is below).
 */
GtkLayoutManager *sme_two_column_layout_new (void);

gboolean sme_two_column_layout_get_narrow (SmeTwoColumnLayout *self);

G_END_DECLS
