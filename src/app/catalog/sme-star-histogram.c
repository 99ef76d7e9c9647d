/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-star-histogram.h"

#include <glib/gi18n.h>

struct _SmeStarHistogram
{
  AdwBin parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (SmeStarHistogram, sme_star_histogram, ADW_TYPE_BIN)

static void
sme_star_histogram_class_init (SmeStarHistogramClass *klass)
{
}

static void
sme_star_histogram_init (SmeStarHistogram *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
say (int stars, int count)
{
  g_autofree char *of = g_strdup_printf (ngettext ("%d star", "%d stars", (gulong) stars), stars);
  g_autofree char *n =
    g_strdup_printf (ngettext ("%d rating", "%d ratings", (gulong) count), count);

  return g_strdup_printf ("%s: %s", of, n);
}

static void
add_row (SmeStarHistogram *self, int row, SmeRecord *item, gint64 total)
{
  int stars = (int) sme_record_get_int (item, "stars");
  int count = (int) sme_record_get_int (item, "count");
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, (double) MAX (total, 1));
  g_autofree char *name = g_strdup_printf ("%d ★", stars);
  g_autofree char *number = g_strdup_printf ("%d", count);
  g_autofree char *spoken = say (stars, count);
  GtkWidget *count_label = gtk_label_new (number);

  /* The colours of the offsets would call few five-star reviews bad. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), (double) count);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_label_set_xalign (GTK_LABEL (count_label), 1);
  gtk_widget_add_css_class (count_label, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), gtk_label_new (name), 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), bar, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), count_label, 2, row, 1, 1);
}

GtkWidget *
sme_star_histogram_new (void)
{
  return g_object_new (SME_TYPE_STAR_HISTOGRAM, NULL);
}

static gint64
add_up (GListModel *counts)
{
  gint64 total = 0;

  for (guint i = 0; counts != NULL && i < g_list_model_get_n_items (counts); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (counts, i);

      total += sme_record_get_int (item, "count");
    }
  return total;
}

void
sme_star_histogram_set_service (SmeStarHistogram *self, SmeService *service)
{
  SmeRecord *record = SME_RECORD (service);
  GListModel *counts = sme_record_get_list (record, "star_counts");
  gint64 total = add_up (counts);

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  adw_bin_set_child (ADW_BIN (self), self->grid);
  for (guint i = 0; counts != NULL && i < g_list_model_get_n_items (counts); i++)
    {
      g_autoptr (SmeRecord) item = g_list_model_get_item (counts, i);

      add_row (self, (int) i, item, total);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), total > 0);
}
