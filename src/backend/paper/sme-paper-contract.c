/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-contract.h"

#include "backend/paper/sme-paper-document.h"
#include "backend/paper/sme-paper-order.h"
#include "base/sme-format.h"

#define TEMPLATE "contract-" SME_PAPER_CONTRACT_VERSION ".txt"
#define TITLE "Hợp đồng cung cấp và sử dụng dịch vụ chứng thực chữ ký số (VNPT SmartCA)"

static void
describe_time (gint64 drawn_at, SmePaperValues *values)
{
  sme_paper_values_take (values, "drawn_on", sme_paper_date_in_words (drawn_at));
  sme_paper_values_take (values, "drawn_at", sme_format_date_time (drawn_at));
}

GBytes *
sme_paper_draw_contract (const SmePaperContract *contract, SmePaperField *field, GError **error)
{
  g_autoptr (SmePaperValues) values = sme_paper_values_new ();
  g_autofree char *subject = NULL;
  g_autofree char *footer = NULL;
  const SmePaperProvider *provider;
  const char *number;

  g_return_val_if_fail (contract != NULL && SME_IS_ORDER (contract->order), NULL);

  if (!sme_paper_order_describe (contract->order, contract->customer_type, contract->address_line,
                                 values, error))
    return NULL;

  provider =
    contract->provider != NULL ? contract->provider : sme_paper_provider_get_demonstration ();
  sme_paper_provider_describe (provider, values);
  describe_time (contract->drawn_at, values);
  sme_paper_values_set (values, "template_version", SME_PAPER_CONTRACT_VERSION);

  number = sme_paper_values_get (values, "order_number");
  subject = g_strdup_printf ("Đơn hàng %s", number);
  footer =
    g_strdup_printf ("Đơn hàng %s - Mẫu hợp đồng phiên bản %s", number, SME_PAPER_CONTRACT_VERSION);

  return sme_paper_document_draw (&(SmePaperDocument){ .template = TEMPLATE,
                                                       .values = values,
                                                       .title = TITLE,
                                                       .author = provider->name,
                                                       .subject = subject,
                                                       .footer = footer,
                                                       .drawn_at = contract->drawn_at,
                                                       .demonstration = contract->demonstration,
                                                       .field = "customer" },
                                  field, error);
}
