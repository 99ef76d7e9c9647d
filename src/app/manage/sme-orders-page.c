/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/manage/sme-orders-page.h"

#include "app/manage/sme-list-foot.h"
#include "app/manage/sme-list-refresh.h"
#include "app/manage/sme-next-step.h"
#include "app/manage/sme-order-row.h"
#include "app/sme-page-list.h"
#include "core/sme-list-query.h"

#include <glib/gi18n.h>

#define PAGE_SIZE 20

struct _SmeOrdersPage
{
  SmePage parent_instance;

  GtkListBox *list_box;
  SmeListFoot *foot;
  GtkButton *together_button;

  SmeRemoteList *orders;
  SmeListRefresh *refresh;
};

G_DEFINE_FINAL_TYPE (SmeOrdersPage, sme_orders_page, SME_TYPE_PAGE)

static GtkWidget *
make_row (gpointer order, gpointer data)
{
  return sme_order_row_new (order);
}

static void
on_row_activated (SmeOrdersPage *self, GtkListBoxRow *row)
{
  g_autofree char *route = sme_order_row_build_route (SME_ORDER_ROW (row));

  sme_page_open (SME_PAGE (self), route);
}

/* One payment for several makes sense from two on. */
static void
on_orders_changed (SmeOrdersPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->orders)), payable = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SmeRecord) order = g_list_model_get_item (G_LIST_MODEL (self->orders), i);

      payable += sme_next_step_allows (order, SME_NEXT_PAY) ? 1 : 0;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->together_button), payable >= 2);
}

static void
show_nothing (SmePage *page)
{
  sme_page_show_empty (page, "onesme-orders-symbolic", _ ("No orders yet"),
                       _ ("What you order appears here, with what is to be done next."));
  sme_page_set_empty_action (page, _ ("Look at the services"), "win.open::categories");
}

static void
sme_orders_page_load (SmePage *page)
{
  SmeOrdersPage *self = SME_ORDERS_PAGE (page);
  SmeShop *shop = sme_context_get_shop (sme_page_get_context (page));
  g_autoptr (SmeRecord) query = NULL;

  if (self->orders != NULL)
    {
      sme_remote_list_reload (self->orders);
      return;
    }
  query = SME_RECORD (sme_list_query_new ());
  sme_record_set_int (query, "limit", PAGE_SIZE);
  self->orders = sme_remote_list_new (SME_CALLER (shop), SME_OP_LIST_ORDERS, NULL, query);
  sme_remote_list_set_auto_load (self->orders, FALSE);
  self->refresh = sme_list_refresh_new (shop, self->orders, "id");
  g_signal_connect_object (self->orders, "items-changed", G_CALLBACK (on_orders_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->orders), make_row, NULL, NULL);
  sme_list_foot_set_list (self->foot, self->orders);
  sme_page_follow_list (page, self->orders, show_nothing);
}

static void
sme_orders_page_shown (SmePage *page)
{
  sme_list_refresh_set_active (SME_ORDERS_PAGE (page)->refresh, TRUE);
}

static void
sme_orders_page_hidden (SmePage *page)
{
  sme_list_refresh_set_active (SME_ORDERS_PAGE (page)->refresh, FALSE);
}

static void
sme_orders_page_dispose (GObject *object)
{
  SmeOrdersPage *self = SME_ORDERS_PAGE (object);

  if (self->list_box != NULL)
    gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->refresh);
  /* What is under way holds the list. */
  if (self->orders != NULL)
    g_object_run_dispose (G_OBJECT (self->orders));
  g_clear_object (&self->orders);
  gtk_widget_dispose_template (GTK_WIDGET (self), SME_TYPE_ORDERS_PAGE);
  G_OBJECT_CLASS (sme_orders_page_parent_class)->dispose (object);
}

static void
sme_orders_page_class_init (SmeOrdersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SmePageClass *page_class = SME_PAGE_CLASS (klass);

  g_type_ensure (SME_TYPE_LIST_FOOT);
  G_OBJECT_CLASS (klass)->dispose = sme_orders_page_dispose;
  page_class->load = sme_orders_page_load;
  page_class->shown = sme_orders_page_shown;
  page_class->hidden = sme_orders_page_hidden;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/vn/onesme/Desktop/ui/sme-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, foot);
  gtk_widget_class_bind_template_child (widget_class, SmeOrdersPage, together_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
sme_orders_page_init (SmeOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->together_button)), TRUE);
  sme_page_set_title (SME_PAGE (self), C_ ("section", "Orders"));
}
