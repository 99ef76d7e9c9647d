/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-list-page.h"

#include "app/catalog/sme-service-grid.h"
#include "app/sme-page-list.h"
#include "app/sme-wrap-box.h"
#include "core/sme-enums.h"
#include "core/sme-service-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 40

struct _SmeServiceListPage
{
  SmePage parent_instance;

  GtkDropDown *customer_drop_down;
  GtkDropDown *sort_drop_down;
  GtkLabel *count_label;
  SmeServiceGrid *grid;

  SmeRemoteList *services;
};

G_DEFINE_FINAL_TYPE (SmeServiceListPage, sme_service_list_page, SME_TYPE_PAGE)

/* In the order of the drop-downs of the template; the first customer type is "everybody". */
static const SmeCustomerType customer_types[] = { SME_CUSTOMER_PERSON, SME_CUSTOMER_HOUSEHOLD,
                                                  SME_CUSTOMER_ENTERPRISE };
static const SmeServiceSort sorts[] = { SME_SORT_POPULAR, SME_SORT_NAME, SME_SORT_PRICE,
                                        SME_SORT_RATING };

static SmeRecord *
make_query (SmeServiceListPage *self)
{
  SmeRecord *query = SME_RECORD (sme_service_query_new ());
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));
  guint customer = gtk_drop_down_get_selected (self->customer_drop_down);
  guint sort = gtk_drop_down_get_selected (self->sort_drop_down);

  if (sme_route_get_id (route) != NULL)
    sme_record_set_text (query, "category", sme_route_get_id (route));
  if (customer > 0 && customer <= G_N_ELEMENTS (customer_types))
    sme_record_set_int (query, "customer_type", customer_types[customer - 1]);
  if (sort < G_N_ELEMENTS (sorts))
    sme_record_set_int (query, "sort", sorts[sort]);
  sme_record_set_int (query, "limit", PAGE_SIZE);
  return query;
}

static void
on_filter_changed (SmeServiceListPage *self)
{
  g_autoptr (SmeRecord) query = NULL;

  if (self->services == NULL)
    return;
  query = make_query (self);
  sme_remote_list_set_query (self->services, query);
}

/* The filters stay usable when nothing fits them, so "nothing" is part of the content. */
static void
show_nothing_found (SmePage *page)
{
  gtk_label_set_label (SME_SERVICE_LIST_PAGE (page)->count_label,
                       _ ("No service fits. Choose other filters above."));
  sme_page_show_content (page);
}

static void
on_total_changed (SmeServiceListPage *self)
{
  gint64 total = sme_remote_list_get_total (self->services);
  g_autofree char *text = NULL;

  if (total <= 0)
    return;
  text = g_strdup_printf (ngettext ("%d service", "%d services", (gulong) total), (int) total);
  gtk_label_set_label (self->count_label, text);
}

static void
sme_service_list_page_load (SmePage *page)
{
  SmeServiceListPage *self = SME_SERVICE_LIST_PAGE (page);
  g_autoptr (SmeRecord) query = NULL;

  if (self->services != NULL)
    {
      sme_remote_list_reload (self->services);
      return;
    }
  query = make_query (self);
  self->services =
    sme_remote_list_new (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_LIST_SERVICES, NULL, query);
  g_signal_connect_object (self->services, "notify::total", G_CALLBACK (on_total_changed), self,
                           G_CONNECT_SWAPPED);
  sme_service_grid_set_model (self->grid, G_LIST_MODEL (self->services));
  sme_page_follow_list (page, self->services, show_nothing_found);
}

static void
sme_service_list_page_constructed (GObject *object)
{
  SmePage *page = SME_PAGE (object);
  const char *name = sme_route_get_param (sme_page_get_route (page), "name");

  G_OBJECT_CLASS (sme_service_list_page_parent_class)->constructed (object);
  sme_page_set_title (page, name != NULL ? name : _ ("All services"));
}

static void
sme_service_list_page_dispose (GObject *object)
{
  SmeServiceListPage *self = SME_SERVICE_LIST_PAGE (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SERVICE_LIST_PAGE);
  G_OBJECT_CLASS (sme_service_list_page_parent_class)->dispose (object);
}

static void
sme_service_list_page_class_init (SmeServiceListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_WRAP_BOX);
  g_type_ensure (SME_TYPE_SERVICE_GRID);
  object_class->constructed = sme_service_list_page_constructed;
  object_class->dispose = sme_service_list_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_service_list_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceListPage, customer_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceListPage, sort_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceListPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, SmeServiceListPage, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
sme_service_list_page_init (SmeServiceListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
