/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/catalog/sme-service-grid.h"

#include "app/catalog/sme-service-card.h"
#include "app/catalog/sme-service-text.h"
#include "app/sme-route.h"

#define MAX_COLUMNS 4
/* The view makes cells for thirty rows, far more than are in sight, and text is dear: so many cards
 * are written at once, which is what one reads first, and the others a row with each frame. */
#define AT_ONCE 8
#define WITH_EACH_FRAME 4
#define USUAL_WIDTH 240
#define USUAL_HEIGHT 260

struct _SmeServiceGrid
{
  AdwBin parent_instance;

  GtkGridView *view;
  GQueue blank;    /* GtkListItem, in the order in which they were bound */
  guint n_written; /* since the last frame */
  int height;      /* of a card that was shown */
  guint tick_id;
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

static void
write_card (SmeServiceGrid *self, GtkListItem *item)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  gtk_widget_set_size_request (card, USUAL_WIDTH, -1);
  gtk_widget_set_opacity (card, 1);
  sme_service_card_set_service (SME_SERVICE_CARD (card), gtk_list_item_get_item (item));
  self->n_written++;
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SmeServiceGrid *self = SME_SERVICE_GRID (widget);
  guint n = self->n_written < AT_ONCE ? WITH_EACH_FRAME : 0;
  GtkListItem *item;

  self->n_written = 0;
  while (n-- > 0 && (item = g_queue_pop_head (&self->blank)) != NULL)
    write_card (self, item);
  if (!g_queue_is_empty (&self->blank) || self->n_written > 0)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* Keeps the room that the card will take; what it said of another service is not seen. */
static void
leave_blank (SmeServiceGrid *self, GtkListItem *item)
{
  GtkWidget *card = gtk_list_item_get_child (item);

  gtk_widget_set_size_request (card, USUAL_WIDTH, self->height > 0 ? self->height : USUAL_HEIGHT);
  gtk_widget_set_opacity (card, 0);
  g_queue_push_tail (&self->blank, item);
}

/* The focus is on the cell, so the cell is what a screen reader reads. */
static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  SmeServiceGrid *self = data;
  GtkWidget *card = gtk_list_item_get_child (item);
  g_autofree char *spoken = sme_service_text_spoken (gtk_list_item_get_item (item));

  if (self->n_written < AT_ONCE)
    write_card (self, item);
  else
    leave_blank (self, item);
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (card)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  SmeServiceGrid *self = data;
  GtkWidget *card = gtk_list_item_get_child (item);

  g_queue_remove (&self->blank, item);
  if (gtk_widget_get_height (card) > 0)
    self->height = gtk_widget_get_height (card);
  sme_service_card_set_service (SME_SERVICE_CARD (card), NULL);
}

static void
sme_service_grid_dispose (GObject *object)
{
  SmeServiceGrid *self = SME_SERVICE_GRID (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  G_OBJECT_CLASS (sme_service_grid_parent_class)->dispose (object);
  g_queue_clear (&self->blank);
}

static void
sme_service_grid_class_init (SmeServiceGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sme_service_grid_dispose;
}

static void
sme_service_grid_init (SmeServiceGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_queue_init (&self->blank);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
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
