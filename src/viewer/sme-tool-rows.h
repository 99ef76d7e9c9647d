/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_TOOL_ROWS (sme_tool_rows_get_type ())
G_DECLARE_FINAL_TYPE (SmeToolRows, sme_tool_rows, SME, TOOL_ROWS, GtkWidget)

/**
 * SmeToolRows:
 *
 * Its children side by side as long as their least widths fit, else in as many rows as they need:
 * no child is ever hidden or cut. In a row each child grows to its natural width, and what is left
 * goes to those that expand, or to the last one.
 *
 * Property: "spacing" (6) between children and between rows.
 */
GtkWidget *sme_tool_rows_new (void);

G_END_DECLS
