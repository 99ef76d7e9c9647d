/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-row-focus.h"

gboolean
sme_row_focus_inside (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  return child != NULL && gtk_widget_child_focus (child, direction);
}

/* The frame that lays the messages out, and the next one. */
#define FRAMES 2
#define MARGIN 6

static void
scroll_to (GtkWidget *row, GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment), above, below;
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (scroller), &bounds))
    return;
  above = bounds.origin.y - MARGIN;
  below = bounds.origin.y + bounds.size.height + MARGIN - page;
  /* What is taller than the page shows its beginning. */
  if (above < 0)
    gtk_adjustment_set_value (adjustment, value + above);
  else if (below > 0)
    gtk_adjustment_set_value (adjustment, value + MIN (below, above));
}

static gboolean
on_tick (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);

  if (++*frames < FRAMES)
    return G_SOURCE_CONTINUE;
  if (scroller != NULL && gtk_widget_get_mapped (row))
    scroll_to (row, GTK_SCROLLED_WINDOW (scroller));
  return G_SOURCE_REMOVE;
}

void
sme_row_focus_show (GtkWidget *row)
{
  gtk_widget_add_tick_callback (row, on_tick, g_new0 (guint, 1), g_free);
}
