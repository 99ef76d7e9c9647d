/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-invoice.h"

#include "backend/paper/sme-paper-buyer.h"
#include "backend/paper/sme-paper-document.h"
#include "backend/paper/sme-paper-order.h"

#define TEMPLATE "invoice-" SME_PAPER_INVOICE_VERSION ".txt"
#define TITLE "Hóa đơn giá trị gia tăng"

static void
describe_buyer (SmeRecord *data, SmePaperValues *values)
{
  static const char *const fields[] = { "name",    "tax_code",    "personal_number",
                                        "address", "nationality", "passport_number" };
  gboolean consumer = sme_record_get_int (data, "kind") == SME_INVOICE_CONSUMER;

  sme_paper_values_set (values, "is_consumer", consumer ? "1" : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *name = g_strconcat ("buyer_", fields[i], NULL);

      sme_paper_values_set (values, name, consumer ? NULL : sme_record_get_text (data, fields[i]));
    }
}

GBytes *
sme_paper_draw_invoice (const SmePaperInvoice *input, GError **error)
{
  g_autoptr (SmePaperValues) values = sme_paper_values_new ();
  g_autoptr (SmeBilling) buyer = NULL;
  SmeRecord *invoice = SME_RECORD (input->invoice);
  gint64 issued_at = sme_record_get_int (invoice, "issued_at");
  const SmePaperProvider *provider =
    input->provider != NULL ? input->provider : sme_paper_provider_get_demonstration ();
  g_autofree char *number = NULL, *subject = NULL, *footer = NULL;

  if (!sme_paper_order_describe (input->order, input->customer_type, input->address_line, values,
                                 error))
    return NULL;
  buyer = sme_paper_buyer_find (input->order, input->customer_type, input->address_line);
  describe_buyer (sme_record_get_object (SME_RECORD (buyer), "invoice"), values);
  sme_paper_provider_describe (provider, values);
  number = g_strdup_printf ("%08" G_GINT64_FORMAT, sme_record_get_int (invoice, "number"));
  sme_paper_values_set (values, "invoice_series", sme_record_get_text (invoice, "series"));
  sme_paper_values_set (values, "invoice_number", number);
  sme_paper_values_take (values, "issued_on", sme_paper_date_in_words (issued_at));
  subject = g_strdup_printf ("%s %s", sme_record_get_text (invoice, "series"), number);
  footer = g_strdup_printf ("Hóa đơn %s - Mẫu phiên bản %s", subject, SME_PAPER_INVOICE_VERSION);
  return sme_paper_document_draw (&(SmePaperDocument){ .template = TEMPLATE,
                                                       .values = values,
                                                       .title = TITLE,
                                                       .author = provider->name,
                                                       .subject = subject,
                                                       .footer = footer,
                                                       .drawn_at = issued_at,
                                                       .demonstration = input->demonstration },
                                  NULL, error);
}
