/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/order/sme-invoice-page.h"

#include "app/order/sme-payment-text.h"
#include "app/sme-hotline-button.h"
#include "client/sme-caller.h"
#include "client/sme-shop.h"
#include "core/sme-problem.h"
#include "viewer/sme-document-pane.h"
#include "viewer/sme-viewer.h"

#include <glib/gi18n.h>

struct _SmeInvoicePage
{
  SmePage parent_instance;
  SmeDocumentPane *pane;
};

G_DEFINE_FINAL_TYPE (SmeInvoicePage, sme_invoice_page, SME_TYPE_PAGE)

static void
on_content_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeInvoicePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sme_caller_bytes_finish (SME_CALLER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  sme_document_pane_open_bytes (self->pane, bytes);
  sme_page_show_content (SME_PAGE (self));
}

static void
on_invoice_ready (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SmeInvoicePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SmeInvoice) invoice = sme_caller_record_finish (SME_CALLER (source), result, &error);
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (invoice == NULL)
    {
      sme_page_show_error (SME_PAGE (self), error);
      return;
    }
  name = sme_payment_text_name_invoice (invoice);
  sme_page_set_title (SME_PAGE (self), name);
  sme_document_pane_set_name (self->pane, name);
  sme_caller_send_async (SME_CALLER (source), SME_OP_GET_INVOICE_CONTENT,
                         sme_record_get_text (SME_RECORD (invoice), "id"), NULL, NULL,
                         sme_page_get_cancellable (SME_PAGE (self)), on_content_ready,
                         g_object_ref (self));
}

static void
sme_invoice_page_load (SmePage *page)
{
  const char *id = sme_route_get_id (sme_page_get_route (page));
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    {
      sme_problem_set (&error, SME_PROBLEM_NOT_FOUND, "invoice without an id");
      sme_page_show_error (page, error);
      return;
    }
  sme_caller_send_async (SME_CALLER (sme_context_get_shop (sme_page_get_context (page))),
                         SME_OP_GET_INVOICE, id, NULL, NULL, sme_page_get_cancellable (page),
                         on_invoice_ready, g_object_ref (page));
}

static void
sme_invoice_page_class_init (SmeInvoicePageClass *klass)
{
  SME_PAGE_CLASS (klass)->load = sme_invoice_page_load;
  sme_viewer_init ();
}

static void
sme_invoice_page_init (SmeInvoicePage *self)
{
  self->pane = g_object_new (SME_TYPE_DOCUMENT_PANE, "hexpand", TRUE, "vexpand", TRUE, NULL);
  sme_document_pane_add_help (self->pane, sme_hotline_button_new ());
  g_signal_connect_object (self->pane, "retry", G_CALLBACK (sme_page_reload), self,
                           G_CONNECT_SWAPPED);
  sme_page_set_content (SME_PAGE (self), GTK_WIDGET (self->pane));
  sme_page_set_title (SME_PAGE (self), C_ ("document", "Invoice"));
}
