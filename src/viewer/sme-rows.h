/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_ROWS (sme_rows_get_type ())
G_DECLARE_FINAL_TYPE (SmeRows, sme_rows, SME, ROWS, GtkWidget)

/**
 * SmeRows:
 *
 * Its children side by side as long as their least widths fit, else in as many rows as they need:
 * no child is ever hidden or cut. In a row each child grows to its natural width, and what is left
 * goes to those that expand, or to the last one. Where there are several rows, those whose children
 * expand share the height that is left.
 *
 * Properties: "spacing" (6) between children and between rows; "break-at" (0): narrower than this,
 * each child has a row of its own.
 */
GtkWidget *sme_rows_new (void);

G_END_DECLS
