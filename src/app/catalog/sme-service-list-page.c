/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-service-list-page.h"

#include "app/catalog/sme-service-results.h"
#include "app/sme-page-list.h"
#include "core/sme-service-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 40

struct _SmeServiceListPage
{
  SmePage parent_instance;

  SmeServiceResults *results;

  SmeRemoteList *services;
};

G_DEFINE_FINAL_TYPE (SmeServiceListPage, sme_service_list_page, SME_TYPE_PAGE)

static SmeRecord *
make_query (SmeServiceListPage *self)
{
  SmeRecord *query = SME_RECORD (sme_service_query_new ());
  SmeRoute *route = sme_page_get_route (SME_PAGE (self));

  sme_service_filter_apply (sme_service_results_get_filter (self->results), query);
  if (sme_route_get_id (route) != NULL)
    sme_record_set_text (query, "category", sme_route_get_id (route));
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
show_nothing (SmePage *page)
{
  if (sme_service_results_show_nothing (SME_SERVICE_LIST_PAGE (page)->results))
    {
      sme_page_show_content (page);
      return;
    }
  sme_page_show_empty (page, "onesme-categories-symbolic", _ ("No services here yet"),
                       _ ("Services of this kind will be listed here."));
  sme_page_set_empty_action (page, _ ("All services"), "win.open::services");
}

static void
sme_service_list_page_load (SmePage *page)
{
  SmeServiceListPage *self = SME_SERVICE_LIST_PAGE (page);
  g_autoptr (SmeRecord) query = NULL;

  if (sme_route_get_id (sme_page_get_route (page)) == NULL)
    sme_service_filter_load_categories (sme_service_results_get_filter (self->results),
                                        sme_context_get_catalog (sme_page_get_context (page)),
                                        sme_page_get_cancellable (page));
  if (self->services != NULL)
    {
      sme_remote_list_reload (self->services);
      return;
    }
  query = make_query (self);
  self->services = sme_remote_list_new (sme_context_get_catalog (sme_page_get_context (page)),
                                        SME_OP_LIST_SERVICES, NULL, query);
  sme_service_results_set_services (self->results, self->services);
  sme_page_follow_list (page, self->services, show_nothing);
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

  g_type_ensure (SME_TYPE_SERVICE_RESULTS);
  object_class->constructed = sme_service_list_page_constructed;
  object_class->dispose = sme_service_list_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_service_list_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-service-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeServiceListPage, results);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
sme_service_list_page_init (SmeServiceListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
