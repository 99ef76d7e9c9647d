/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-payment-return-page.h"

#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-payment.h"
#include "core/sme-problem.h"

#include <glib/gi18n.h>

struct _SmePaymentReturnPage
{
  SmePage parent_instance;
};

G_DEFINE_FINAL_TYPE (SmePaymentReturnPage, sme_payment_return_page, SME_TYPE_PAGE)

/* Several orders are looked after on a page of their own. */
static char *
find_sequel (SmeRecord *payment)
{
  const char *const *orders = sme_record_get_texts (payment, "order_ids");

  if (orders != NULL && orders[0] != NULL && orders[1] != NULL)
    return sme_route_build ("pay-together", NULL, "payment", sme_record_get_text (payment, "id"),
                            NULL);
  return sme_route_build ("order", sme_record_get_text (payment, "order_id"), NULL);
}

static void
on_payment_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmePayment) payment = sme_caller_record_finish (SME_CALLER (source), result, &error);
  g_autofree char *route = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (payment == NULL)
    {
      sme_page_show_error (self, error);
      return;
    }
  route = find_sequel (SME_RECORD (payment));
  sme_page_replace (self, route);
}

static void
sme_payment_return_page_load (SmePage *page)
{
  const char *id = sme_route_get_id (sme_page_get_route (page));

  g_autoptr (GError) error = NULL;

  if (id == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "payment without an id");
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_GET_PAYMENT, id, NULL, NULL, sme_page_get_cancellable (page),
                         on_payment_ready, g_object_ref (page));
}

static void
sme_payment_return_page_class_init (SmePaymentReturnPageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = sme_payment_return_page_load;
}

static void
sme_payment_return_page_init (SmePaymentReturnPage *self)
{
  sme_page_set_title (SME_PAGE (self), _ ("Payment"));
}
