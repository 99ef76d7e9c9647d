/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/signing/sme-continue-page.h"

#include "app/sme-waiting-item.h"
#include "client/sme-caller.h"
#include "core/sme-order-query.h"

#include <glib/gi18n.h>

/* Orders that were not finished are among the newest. */
#define MOST_ORDERS 100

struct _SmeContinuePage
{
  SmePage parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeContinuePage, sme_continue_page, SME_TYPE_PAGE)

static char *
find_signing (GListModel *orders)
{
  for (guint i = 0; i < g_list_model_get_n_items (orders); i++)
    {
      g_autoptr (SmeOrder) order = g_list_model_get_item (orders, i);
      g_autoptr (SmeWaitingItem) item = sme_waiting_item_new_for_order (order);
      const char *route = item != NULL ? sme_waiting_item_get_route (item) : "";

      if (g_str_has_prefix (route, "sign:"))
        return g_strdup (route);
    }
  return NULL;
}

static void
show_none (SmePage *page)
{
  sme_page_show_empty (page, "onesme-sign-symbolic", _ ("Nothing is waiting to be signed"),
                       _ ("A code is sent when a contract is opened for signing, which is possible "
                          "once its order is paid. Each order says what comes next."));
  sme_page_set_empty_action (page, _ ("My orders"), "win.open::orders");
}

static void
on_orders_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePage) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) orders =
    sme_caller_list_finish (SME_CALLER (source), result, NULL, NULL, &error);
  g_autofree char *route = orders != NULL ? find_signing (orders) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (orders == NULL)
    sme_page_show_error (page, error);
  else if (route == NULL)
    show_none (page);
  else
    sme_page_replace (page, route);
}

static void
sme_continue_page_load (SmePage *page)
{
  SmeShop *shop = sme_context_get_shop (sme_page_get_context (page));
  g_autoptr (SmeRecord) query = SME_RECORD (sme_order_query_new ());

  sme_record_set_int (query, "limit", MOST_ORDERS);
  sme_caller_send_async (SME_CALLER (shop), SME_OP_LIST_ORDERS, NULL, query, NULL,
                         sme_page_get_cancellable (page), on_orders_ready, g_object_ref (page));
}

static void
sme_continue_page_class_init (SmeContinuePageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = sme_continue_page_load;
}

static void
sme_continue_page_init (SmeContinuePage *self)
{
  sme_page_set_title (SME_PAGE (self), _ ("Continue signing"));
}
