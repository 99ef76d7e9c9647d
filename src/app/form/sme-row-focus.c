/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/sme-row-focus.h"

gboolean
sme_row_focus_inside (GtkWidget *row, GtkDirectionType direction)
{
  GtkWidget *child = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));

  if (child == NULL || !gtk_widget_child_focus (child, direction))
    return FALSE;
  /* On the way back the caption stands above what GTK brings into sight. */
  sme_row_focus_show (row);
  return TRUE;
}

/* Messages are laid out in the next frame, and what wraps may ask for another one: the row is kept
 * in sight until it has stood still for so long, but not for ever. */
#define STILL_FRAMES 4
#define MAX_FRAMES 60
#define MARGIN 12 /* CSS pixels */

typedef struct
{
  guint frames;
  guint still;
  float top, height; /* of the row, in the frame before */
  double page;
} Watch;

static void
scroll_to (GtkAdjustment *adjustment, const graphene_rect_t *bounds)
{
  double value = gtk_adjustment_get_value (adjustment);
  double above = bounds->origin.y - MARGIN;
  double below = bounds->origin.y + bounds->size.height + MARGIN;

  below -= gtk_adjustment_get_page_size (adjustment);
  /* What is taller than the page shows its beginning. */
  if (above < 0)
    gtk_adjustment_set_value (adjustment, value + above);
  else if (below > 0)
    gtk_adjustment_set_value (adjustment, value + MIN (below, above));
}

static gboolean
has_moved (Watch *watch, GtkAdjustment *adjustment, const graphene_rect_t *bounds)
{
  double page = gtk_adjustment_get_page_size (adjustment);
  gboolean moved =
    watch->top != bounds->origin.y || watch->height != bounds->size.height || watch->page != page;

  watch->top = bounds->origin.y;
  watch->height = bounds->size.height;
  watch->page = page;
  return moved;
}

static gboolean
on_tick (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  Watch *watch = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (scroller == NULL || !gtk_widget_get_mapped (row) || ++watch->frames > MAX_FRAMES ||
      !gtk_widget_compute_bounds (row, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  watch->still = has_moved (watch, adjustment, &bounds) ? 0 : watch->still + 1;
  /* The first frame has the layout of before. */
  if (watch->frames > 1)
    scroll_to (adjustment, &bounds);
  return watch->still < STILL_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
sme_row_focus_show (GtkWidget *row)
{
  gtk_widget_add_tick_callback (row, on_tick, g_new0 (Watch, 1), g_free);
}
