/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-row-focus.h"

gboolean
sme_row_focus_inside (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return child != NULL && gtk_widget_child_focus (child, direction);
}
