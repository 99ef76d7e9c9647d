/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-categories-page.h"

#include "app/catalog/sme-logo-tile.h"
#include "app/sme-page-list.h"
#include "core/sme-category.h"

#include <glib/gi18n.h>

struct _SmeCategoriesPage
{
  SmePage parent_instance;

  GtkFlowBox *flow_box;

  SmeRemoteList *categories;
};

G_DEFINE_FINAL_TYPE (SmeCategoriesPage, sme_categories_page, SME_TYPE_PAGE)

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_card (const char *name, const char *count)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *tile = sme_logo_tile_new ();

  sme_logo_tile_set_text (SME_LOGO_TILE (tile), name);
  gtk_box_append (GTK_BOX (texts), make_label (name, "heading"));
  gtk_box_append (GTK_BOX (texts), make_label (count, "dim-label"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (card), tile);
  gtk_box_append (GTK_BOX (card), texts);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "sme-service-card");
  gtk_widget_set_size_request (card, 240, -1);
  return card;
}

static GtkWidget *
make_child (gpointer item, gpointer data)
{
  SmeRecord *category = item;
  const char *name = sme_record_get_text (category, "name");
  int services = (int) sme_record_get_int (category, "services");
  g_autofree char *count =
    g_strdup_printf (ngettext ("%d service", "%d services", (gulong) services), services);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, count);
  GtkWidget *child = gtk_flow_box_child_new ();
  char *route =
    sme_route_build ("category", sme_record_get_text (category, "id"), "name", name, NULL);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), make_card (name, count));
  g_object_set_data_full (G_OBJECT (child), "route", route, g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return child;
}

static void
on_child_activated (SmeCategoriesPage *self, GtkFlowBoxChild *child)
{
  sme_page_open (SME_PAGE (self), g_object_get_data (G_OBJECT (child), "route"));
}

static void
show_nothing (SmePage *page)
{
  sme_page_show_empty (page, "onesme-categories-symbolic", _ ("No categories"),
                       _ ("The shop has not put its services in order yet."));
  sme_page_set_empty_action (page, _ ("All services"), "win.open::services");
}

static void
sme_categories_page_load (SmePage *page)
{
  SmeCategoriesPage *self = SME_CATEGORIES_PAGE (page);

  if (self->categories != NULL)
    {
      sme_remote_list_reload (self->categories);
      return;
    }
  self->categories = sme_remote_list_new (sme_context_get_catalog (sme_page_get_context (page)),
                                          SME_OP_LIST_CATEGORIES, NULL, NULL);
  gtk_flow_box_bind_model (self->flow_box, G_LIST_MODEL (self->categories), make_child, NULL, NULL);
  sme_page_follow_list (page, self->categories, show_nothing);
}

static void
sme_categories_page_dispose (GObject *object)
{
  SmeCategoriesPage *self = SME_CATEGORIES_PAGE (object);

  g_clear_object (&self->categories);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_CATEGORIES_PAGE);
  G_OBJECT_CLASS (sme_categories_page_parent_class)->dispose (object);
}

static void
sme_categories_page_class_init (SmeCategoriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sme_categories_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_categories_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-categories-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeCategoriesPage, flow_box);
  gtk_widget_class_bind_template_callback (widget_class, on_child_activated);
}

static void
sme_categories_page_init (SmeCategoriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("All categories"));
}
