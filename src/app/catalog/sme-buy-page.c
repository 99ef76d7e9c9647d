/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/catalog/sme-buy-page.h"

#include "client/sme-caller.h"
#include "core/sme-order-request.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

#define MAX_MONTHS 36

struct _SmeBuyPage
{
  SmePage parent_instance;
};

G_DEFINE_FINAL_TYPE (SmeBuyPage, sme_buy_page, SME_TYPE_PAGE)

static void
on_order_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePage) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeRecord) order = sme_caller_record_finish (SME_CALLER (source), result, &error);
  g_autofree char *route = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (order == NULL)
    {
      sme_page_show_error (page, error);
      return;
    }
  route = sme_route_build ("order", sme_record_get_text (order, "id"), NULL);
  sme_page_replace (page, route);
}

/* NULL if the route is not that of a purchase (a link made by hand). */
static SmeRecord *
make_request (SmeRoute *route)
{
  const char *text = sme_route_get_param (route, "months");
  guint64 months = 0;
  SmeRecord *request;

  if (sme_route_get_id (route) == NULL || text == NULL ||
      !g_ascii_string_to_unsigned (text, 10, 1, MAX_MONTHS, &months, NULL))
    return NULL;
  request = SME_RECORD (sme_order_request_new ());
  sme_record_set_text (request, "plan_id", sme_route_get_id (route));
  sme_record_set_int (request, "cycle_months", (gint64) months);
  return request;
}

static void
sme_buy_page_load (SmePage *page)
{
  g_autoptr (SmeRecord) request = make_request (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (request == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, NULL);
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_CREATE_ORDER, NULL, NULL, request, sme_page_get_cancellable (page),
                         on_order_ready, g_object_ref (page));
}

static void
sme_buy_page_class_init (SmeBuyPageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = sme_buy_page_load;
}

static void
sme_buy_page_init (SmeBuyPage *self)
{
  sme_page_set_title (SME_PAGE (self), C_ ("page", "New order"));
}
