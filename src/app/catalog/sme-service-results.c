/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-results.h"

#include "app/catalog/sme-service-grid.h"

#include <glib/gi18n.h>

struct _SmeServiceResults
{
  AdwBin parent_instance;

  SmeServiceFilter *filter;
  GtkStack *stack;
  SmeServiceGrid *grid;

  SmeRemoteList *services;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SmeServiceResults, sme_service_results, ADW_TYPE_BIN)

static void
on_filter_changed (SmeServiceResults *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_widen_clicked (SmeServiceResults *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->filter), GTK_DIR_TAB_FORWARD);
  sme_service_filter_clear (self->filter);
}

static void
on_total_changed (SmeServiceResults *self)
{
  gint64 total = sme_remote_list_get_total (self->services);
  g_autofree char *text = NULL;

  if (total < 0)
    return;
  text = g_strdup_printf (ngettext ("%d result", "%d results", (gulong) total), (int) total);
  sme_service_filter_set_count_text (self->filter, text);
}

static void
on_items_changed (SmeServiceResults *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->services)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "results");
}

static void
sme_service_results_dispose (GObject *object)
{
  sme_service_results_set_services (SME_SERVICE_RESULTS (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SME_TYPE_SERVICE_RESULTS);
  G_OBJECT_CLASS (sme_service_results_parent_class)->dispose (object);
}

static void
sme_service_results_class_init (SmeServiceResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_SERVICE_FILTER);
  g_type_ensure (SME_TYPE_SERVICE_GRID);
  G_OBJECT_CLASS (klass)->dispose = sme_service_results_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-results.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceResults, filter);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceResults, stack);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceResults, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_widen_clicked);
}

static void
sme_service_results_init (SmeServiceResults *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sme_service_results_new (void)
{
  return g_object_new (SME_TYPE_SERVICE_RESULTS, NULL);
}

SmeServiceFilter *
sme_service_results_get_filter (SmeServiceResults *self)
{
  g_return_val_if_fail (SME_IS_SERVICE_RESULTS (self), NULL);

  return self->filter;
}

void
sme_service_results_set_services (SmeServiceResults *self, SmeRemoteList *services)
{
  g_return_if_fail (SME_IS_SERVICE_RESULTS (self));

  if (self->services == services)
    return;
  if (self->services != NULL)
    g_signal_handlers_disconnect_by_data (self->services, self);
  g_set_object (&self->services, services);
  if (self->grid != NULL)
    sme_service_grid_set_model (self->grid, (GListModel *) services);
  if (services == NULL)
    return;
  g_signal_connect_object (services, "notify::total", G_CALLBACK (on_total_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (services, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  on_total_changed (self);
  on_items_changed (self);
}

gboolean
sme_service_results_show_nothing (SmeServiceResults *self)
{
  g_return_val_if_fail (SME_IS_SERVICE_RESULTS (self), FALSE);

  if (!sme_service_filter_is_narrowing (self->filter))
    return FALSE;
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  return TRUE;
}

gboolean
sme_service_results_focus_first (SmeServiceResults *self)
{
  g_return_val_if_fail (SME_IS_SERVICE_RESULTS (self), FALSE);

  return sme_service_grid_focus_first (self->grid);
}
