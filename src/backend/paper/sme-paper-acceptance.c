/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-acceptance.h"

#include "backend/paper/sme-paper-document.h"
#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-order.h"
#include "base/sme-format.h"
#include "base/sme-time.h"

#define TEMPLATE "acceptance-" SME_PAPER_ACCEPTANCE_VERSION ".txt"
#define TITLE "Biên bản nghiệm thu dịch vụ chứng thực chữ ký số (VNPT SmartCA)"

static char *
format_day (gint64 ms)
{
  return sme_format_date (sme_date_from_time (ms));
}

static gboolean
describe_certificate (SmeCertificate *certificate, SmePaperValues *values, GError **error)
{
  static const char *const times[] = { "activated_at", "ekyc_at", "issued_at" };
  static const char *const dates[] = { "valid_from", "valid_until" };
  SmeRecord *record = SME_RECORD (certificate);

  if (sme_record_get_int (record, "state") != SME_CERTIFICATE_ISSUED)
    {
      g_set_error_literal (error, SME_PAPER_ERROR, SME_PAPER_ERROR_INCOMPLETE,
                           "The certificate is not issued");
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    sme_paper_values_take (values, times[i], format_day (sme_record_get_int (record, times[i])));
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    sme_paper_values_take (values, dates[i],
                           sme_format_date ((int) sme_record_get_int (record, dates[i])));
  sme_paper_values_set (values, "serial_number", sme_record_get_text (record, "serial_number"));
  return TRUE;
}

static void
describe_times (const SmePaperAcceptance *acceptance, SmePaperValues *values)
{
  sme_paper_values_take (values, "drawn_on", sme_paper_date_in_words (acceptance->drawn_at));
  sme_paper_values_take (values, "contract_signed_on", format_day (acceptance->contract_signed_at));
}

GBytes *
sme_paper_draw_acceptance (const SmePaperAcceptance *acceptance,
                           SmePaperField *field,
                           GError **error)
{
  g_autoptr (SmePaperValues) values = sme_paper_values_new ();
  g_autofree char *subject = NULL, *footer = NULL;
  const SmePaperProvider *provider;
  const char *number;

  g_return_val_if_fail (acceptance != NULL && SME_IS_ORDER (acceptance->order), NULL);
  g_return_val_if_fail (SME_IS_CERTIFICATE (acceptance->certificate), NULL);

  if (!sme_paper_order_describe (acceptance->order, acceptance->customer_type,
                                 acceptance->address_line, values, error) ||
      !describe_certificate (acceptance->certificate, values, error))
    return NULL;

  provider =
    acceptance->provider != NULL ? acceptance->provider : sme_paper_provider_get_demonstration ();
  sme_paper_provider_describe (provider, values);
  describe_times (acceptance, values);

  number = sme_paper_values_get (values, "order_number");
  subject = g_strdup_printf ("Đơn hàng %s", number);
  footer = g_strdup_printf ("Đơn hàng %s - Mẫu biên bản nghiệm thu phiên bản %s", number,
                            SME_PAPER_ACCEPTANCE_VERSION);

  return sme_paper_document_draw (&(SmePaperDocument){ .template = TEMPLATE,
                                                       .values = values,
                                                       .title = TITLE,
                                                       .author = provider->name,
                                                       .subject = subject,
                                                       .footer = footer,
                                                       .drawn_at = acceptance->drawn_at,
                                                       .demonstration = acceptance->demonstration,
                                                       .field = "customer" },
                                  field, error);
}
