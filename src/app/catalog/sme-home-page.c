/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-home-page.h"

#include "app/catalog/sme-home-extras.h"
#include "app/catalog/sme-service-card.h"
#include "app/catalog/sme-service-text.h"
#include "app/catalog/sme-waiting-strip.h"
#include "app/sme-page-list.h"
#include "app/sme-wrap-box.h"
#include "core/sme-enums.h"
#include "core/sme-service-query.h"

#include <glib/gi18n.h>

#define FEATURED 8

struct _SmeHomePage
{
  SmePage parent_instance;

  SmeWaitingStrip *waiting_strip;
  GtkFlowBox *flow_box;
  SmeHomeExtras *extras;

  SmeRemoteList *services;
};

G_DEFINE_FINAL_TYPE (SmeHomePage, sme_home_page, SME_TYPE_PAGE)

static GtkWidget *
make_child (gpointer service, gpointer data)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *card = sme_service_card_new ();
  g_autofree char *spoken = sme_service_text_spoken (service);

  sme_service_card_set_service (SME_SERVICE_CARD (card), service);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  return child;
}

static void
on_child_activated (SmeHomePage *self, GtkFlowBoxChild *child)
{
  SmeServiceCard *card = SME_SERVICE_CARD (gtk_flow_box_child_get_child (child));
  SmeRecord *service = SME_RECORD (sme_service_card_get_service (card));
  g_autofree char *route = sme_route_build ("service", sme_record_get_text (service, "id"), NULL);

  sme_page_open (SME_PAGE (self), route);
}

static void
show_nothing (SmePage *page)
{
  sme_page_show_empty (page, "onesme-home-symbolic", _ ("No services yet"),
                       _ ("The services of the shop appear here."));
}

static void
load_extras (SmeHomePage *self)
{
  SmePage *page = SME_PAGE (self);

  sme_home_extras_load (self->extras, sme_context_get_catalog (sme_page_get_context (page)),
                        sme_page_get_cancellable (page));
}

static void
sme_home_page_load (SmePage *page)
{
  SmeHomePage *self = SME_HOME_PAGE (page);
  g_autoptr (SmeRecord) query = NULL;

  if (self->services != NULL)
    {
      sme_remote_list_reload (self->services);
      load_extras (self);
      return;
    }
  query = SME_RECORD (sme_service_query_new ());
  sme_record_set_int (query, "sort", SME_SORT_POPULAR);
  sme_record_set_int (query, "limit", FEATURED);
  self->services = sme_remote_list_new (sme_context_get_catalog (sme_page_get_context (page)),
                                        SME_OP_LIST_SERVICES, NULL, query);
  sme_remote_list_set_auto_load (self->services, FALSE);
  gtk_flow_box_bind_model (self->flow_box, G_LIST_MODEL (self->services), make_child, NULL, NULL);
  sme_page_follow_list (page, self->services, show_nothing);
  load_extras (self);
}

static void
sme_home_page_constructed (GObject *object)
{
  SmeHomePage *self = SME_HOME_PAGE (object);
  SmeContext *context = sme_page_get_context (SME_PAGE (object));

  G_OBJECT_CLASS (sme_home_page_parent_class)->constructed (object);
  sme_waiting_strip_set_waiting (self->waiting_strip, sme_context_get_waiting (context));
}

static void
sme_home_page_dispose (GObject *object)
{
  SmeHomePage *self = SME_HOME_PAGE (object);

  g_clear_object (&self->services);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_HOME_PAGE);
  G_OBJECT_CLASS (sme_home_page_parent_class)->dispose (object);
}

static void
sme_home_page_class_init (SmeHomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SME_TYPE_WRAP_BOX);
  g_type_ensure (SME_TYPE_HOME_EXTRAS);
  g_type_ensure (SME_TYPE_WAITING_STRIP);
  object_class->constructed = sme_home_page_constructed;
  object_class->dispose = sme_home_page_dispose;
  SME_PAGE_CLASS (klass)->load = sme_home_page_load;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeHomePage, waiting_strip);
  gtk_widget_class_bind_template_child (widget_class, SmeHomePage, flow_box);
  gtk_widget_class_bind_template_child (widget_class, SmeHomePage, extras);
  gtk_widget_class_bind_template_callback (widget_class, on_child_activated);
}

static void
sme_home_page_init (SmeHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sme_page_set_title (SME_PAGE (self), _ ("Home"));
}
