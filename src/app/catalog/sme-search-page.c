/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-search-page.h"

#include "app/catalog/sme-service-results.h"
#include "app/sme-page-list.h"
#include "core/sme-service-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 40
#define MAX_QUERY_CHARACTERS 200

struct _SmeSearchPage
{
  SmePage parent_instance;

  SmeServiceResults *results;

  SmeRemoteList *services;
};

G_DEFINE_FINAL_TYPE (SmeSearchPage, sme_search_page, SME_TYPE_PAGE)

/* What was typed, cut to what the server takes; NULL when there is nothing to look for. */
static char *
get_words (SmeSearchPage *self)
{
  const char *typed = sme_route_get_param (sme_page_get_route (SME_PAGE (self)), "q");
  g_autofree char *words = g_strstrip (g_strdup (typed != NULL ? typed : ""));

  if (*words == '\0')
    return NULL;
  return g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), MAX_QUERY_CHARACTERS));
}

static void
show_nothing (SmePage *page)
{
  SmeSearchPage *self = SME_SEARCH_PAGE (page);
  g_autofree char *words = get_words (self);

  /* The filters must stay within reach. */
  if (words != NULL && sme_service_results_show_nothing (self->results))
    {
      sme_page_show_content (page);
      return;
    }
  if (words == NULL)
    sme_page_show_empty (page, "system-search-symbolic", _ ("Search services"),
                         _ ("Type a name or what the service does. Marks may be left out: "
                            "“ky so” finds “Ký số”."));
  else
    sme_page_show_empty (page, "system-search-symbolic", _ ("Nothing found"),
                         _ ("Try fewer or other words, or look through all services."));
  sme_page_set_empty_action (page, _ ("All services"), "win.open::services");
}

static SmeRecord *
make_query (SmeSearchPage *self, const char *words)
{
  SmeRecord *query = SME_RECORD (sme_service_query_new ());

  sme_record_set_text (query, "query", words);
  sme_service_filter_apply (sme_service_results_get_filter (self->results), query);
  sme_record_set_int (query, "limit", PAGE_SIZE);
  return query;
}

static void
drop_results (SmeSearchPage *self)
{
  sme_service_results_set_services (self->results, NULL);
  if (self->services != NULL)
    g_signal_handlers_disconnect_by_data (self->services, self);
  g_clear_object (&self->services);
}

static void
search (SmeSearchPage *self)
{
  SmePage *page = SME_PAGE (self);
  g_autofree char *words = get_words (self);
  g_autoptr (SmeRecord) query = words != NULL ? make_query (self, words) : NULL;

  if (words == NULL)
    {
      drop_results (self);
      show_nothing (page);
    }
  else if (self->services != NULL)
    sme_remote_list_set_query (self->services, query);
  else
    {
      self->services = sme_remote_list_new (sme_context_get_catalog (sme_page_get_context (page)),
                                            SME_OP_LIST_SERVICES, NULL, query);
      sme_service_results_set_services (self->results, self->services);
      sme_page_follow_list (page, self->services, show_nothing);
    }
}

static void
on_filter_changed (SmeSearchPage *self)
{
  search (self);
}

static void
sme_search_page_load (SmePage *page)
{
  SmeSearchPage *self = SME_SEARCH_PAGE (page);

  sme_service_filter_load_categories (sme_service_results_get_filter (self->results),
                                      sme_context_get_catalog (sme_page_get_context (page)),
                                      sme_page_get_cancellable (page));
  search (self);
}

static void
sme_search_page_set_route (SmePage *page, SmeRoute *route)
{
  SME_PAGE_CLASS (sme_search_page_parent_class)->set_route (page, route);
  search (SME_SEARCH_PAGE (page));
}

static gboolean
sme_search_page_grab_first_focus (SmePage *page)
{
  return sme_service_results_focus_first (SME_SEARCH_PAGE (page)->results);
}

static void
sme_search_page_dispose (GObject *object)
{
  SmeSearchPage *self = SME_SEARCH_PAGE (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_SEARCH_PAGE);
  G_OBJECT_CLASS (sme_search_page_parent_class)->dispose (object);
}

static void
sme_search_page_class_init (SmeSearchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  g_type_ensure (SME_TYPE_SERVICE_RESULTS);
  G_OBJECT_CLASS (klass)->dispose = sme_search_page_dispose;
  page_class->load = sme_search_page_load;
  page_class->set_route = sme_search_page_set_route;
  page_class->grab_first_focus = sme_search_page_grab_first_focus;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-search-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeSearchPage, results);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
}

static void
sme_search_page_init (SmeSearchPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_service_filter_set_typed (sme_service_results_get_filter (self->results), TRUE);
  sme_page_set_title (SME_PAGE (self), _ ("Search"));
}
