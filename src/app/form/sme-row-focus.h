/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GtkWidgetClass.focus for a row of a list that is nothing by itself, only what is in it: the
 * keyboard goes through that and on to the next row, both ways. GtkListBoxRow's own takes the
 * keyboard itself on the way back, and a row that hands it on to its entry would never let go. */
gboolean sme_row_focus_inside (GtkWidget *row, GtkDirectionType direction);

/* Scrolls so that all of @row is in sight, name and message too, as soon as it has the size that it
 * gets now. GTK alone brings the entry into sight, from where it stood before the messages came. */
void sme_row_focus_show (GtkWidget *row);

G_END_DECLS
