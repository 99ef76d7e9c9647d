/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "viewer/sme-list-reveal.h"

#define REVEAL "sme-list-reveal"

/* Frames that a list may take to come to rest. */
#define FRAMES_MAX 60

typedef struct
{
  GtkListView *list;
  guint tick;
  guint position;
  gboolean with_focus;
  guint n_frames;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  gtk_widget_remove_tick_callback (GTK_WIDGET (reveal->list), reveal->tick);
  g_free (reveal);
}

/* Returns: (nullable): the widget of the row that is shown at @y of the list. */
static GtkWidget *
find_row (GtkListView *list, double y)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t rect;

      if (gtk_widget_get_mapped (row) &&
          gtk_widget_compute_bounds (row, GTK_WIDGET (list), &rect) && rect.origin.y <= y &&
          y <= rect.origin.y + rect.size.height)
        return row;
    }
  return NULL;
}

/* Returns: the height of a row with what is between two; 0 as long as the list has not measured
 * all the rows it has now. */
static double
get_step (GtkListView *list, GtkAdjustment *adjustment)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
  GtkWidget *row = find_row (list, gtk_adjustment_get_page_size (adjustment) / 2);
  double step = n_rows > 0 ? gtk_adjustment_get_upper (adjustment) / n_rows : 0;

  if (row == NULL)
    row = find_row (list, 1);
  return row != NULL && step >= gtk_widget_get_height (row) ? step : 0;
}

/* Returns: whether the row is in sight already; else it will be with the next frame. */
static gboolean
bring_in_sight (GtkAdjustment *adjustment, double top, double step)
{
  double value = gtk_adjustment_get_value (adjustment);
  double size = gtk_adjustment_get_page_size (adjustment);

  if (value <= top && top + step <= value + size)
    return TRUE;
  gtk_adjustment_set_value (adjustment, top - (size - step) / 2);
  return FALSE;
}

/* Returns: whether there is nothing more to do. */
static gboolean
step_on (Reveal *reveal)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reveal->list));
  double step = get_step (reveal->list, adjustment);
  double top = step * reveal->position;
  GtkWidget *row;

  if (step <= 0 || !bring_in_sight (adjustment, top, step))
    return FALSE;
  row = find_row (reveal->list, top + step / 2 - gtk_adjustment_get_value (adjustment));
  return row != NULL && (!reveal->with_focus || gtk_widget_grab_focus (row));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Reveal *reveal = user_data;

  if (!gtk_widget_get_mapped (widget) || gtk_list_view_get_model (GTK_LIST_VIEW (widget)) == NULL ||
      (!step_on (reveal) && reveal->n_frames++ < FRAMES_MAX))
    return G_SOURCE_CONTINUE;
  /* Which removes this callback. */
  g_object_set_data (G_OBJECT (widget), REVEAL, NULL);
  return G_SOURCE_CONTINUE;
}

void
sme_list_reveal_row (GtkListView *list, guint position, gboolean with_focus)
{
  Reveal *reveal, *before;

  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  before = g_object_get_data (G_OBJECT (list), REVEAL);
  reveal = g_new0 (Reveal, 1);
  reveal->list = list;
  reveal->position = position;
  reveal->with_focus = with_focus || (before != NULL && before->with_focus);
  reveal->tick = gtk_widget_add_tick_callback (GTK_WIDGET (list), on_tick, reveal, NULL);
  g_object_set_data_full (G_OBJECT (list), REVEAL, reveal, reveal_free);
}
