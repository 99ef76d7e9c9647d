/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_WRAP_LAYOUT (sme_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SmeWrapLayout, sme_wrap_layout, SME, WRAP_LAYOUT, GtkLayoutManager)

/**
 * SmeWrapLayout:
 *
 * Children side by side at their natural width, in as many rows as they need; a row of buttons that
 * is whole at any width. (GtkFlowBox keeps columns, which spreads buttons out.) A child whose own
 * "hexpand" is set takes what its row has left, so that the others stand at the end.
 *
 * Properties: "spacing" (6) between children and between rows.
 */
GtkLayoutManager *sme_wrap_layout_new (void);

G_END_DECLS
