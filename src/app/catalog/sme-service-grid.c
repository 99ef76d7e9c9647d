/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-grid.h"

#include "app/catalog/sme-service-card.h"
#include "app/catalog/sme-service-text.h"
#include "app/sme-route.h"

#define MAX_COLUMNS 4

struct _SmeServiceGrid
{
  AdwBin parent_instance;

  GtkGridView *view;
};

G_DEFINE_FINAL_TYPE (SmeServiceGrid, sme_service_grid, ADW_TYPE_BIN)

static void
on_activated (SmeServiceGrid *self, guint position, GtkGridView *view)
{
  g_autoptr (SmeRecord) service =
    g_list_model_get_item (G_LIST_MODEL (gtk_grid_view_get_model (view)), position);
  g_autofree char *route = NULL;

  if (service == NULL)
    return;
  route = sme_route_build ("service", sme_record_get_text (service, "id"), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", route);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_list_item_set_child (item, sme_service_card_new ());
}

/* The focus is on the cell, so the cell is what a screen reader reads. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *card = gtk_list_item_get_child (item);
  SmeService *service = gtk_list_item_get_item (item);
  g_autofree char *spoken = sme_service_text_spoken (service);

  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  sme_service_card_set_service (SME_SERVICE_CARD (gtk_list_item_get_child (item)), NULL);
}

static void
sme_service_grid_class_init (SmeServiceGridClass *klass)
{
}

static void
sme_service_grid_init (SmeServiceGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  self->view = GTK_GRID_VIEW (gtk_grid_view_new (NULL, factory));
  gtk_grid_view_set_max_columns (self->view, MAX_COLUMNS);
  gtk_grid_view_set_single_click_activate (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "sme-service-grid");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
sme_service_grid_new (void)
{
  return g_object_new (SME_TYPE_SERVICE_GRID, NULL);
}

void
sme_service_grid_set_model (SmeServiceGrid *self, GListModel *model)
{
  g_autoptr (GtkNoSelection) selection =
    gtk_no_selection_new (model != NULL ? g_object_ref (model) : NULL);

  gtk_grid_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

gboolean
sme_service_grid_focus_first (SmeServiceGrid *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}
