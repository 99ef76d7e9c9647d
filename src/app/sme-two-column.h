/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_TWO_COLUMN (sme_two_column_get_type ())
G_DECLARE_FINAL_TYPE (SmeTwoColumn, sme_two_column, SME, TWO_COLUMN, GtkWidget)

/**
 * SmeTwoColumn:
 *
 * The container for #SmeTwoColumnLayout: properties "main" and "side", both widgets and nullable.
 */
GtkWidget *sme_two_column_new (void);

void sme_two_column_set_main (SmeTwoColumn *self, GtkWidget *child);
void sme_two_column_set_side (SmeTwoColumn *self, GtkWidget *child);

G_END_DECLS
