/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the gateway sends the browser back to. It says what the gateway said, decides nothing, and
 * shows the way back into the program. */
#include "backend/bank/sme-bank-html.h"
#include "backend/bank/sme-gateway-result.h"
#include "backend/http/sme-handlers.h"
#include "backend/store/sme-store-payments.h"
#include "core/sme-vnpay.h"

#define RETURN_LINK "onesme://payment-return"

static const char *
describe (SmeCall *call, GHashTable *params)
{
  const char *code = params != NULL ? g_hash_table_lookup (params, "vnp_ResponseCode") : NULL;

  if (code == NULL)
    return sme_bank_say (call, "Không đọc được kết quả. OneSME sẽ kiểm tra với ngân hàng.",
                         "The result could not be read. OneSME checks with the bank.");
  if (g_str_equal (code, SME_GATEWAY_PAID))
    return sme_bank_say (call, "Ngân hàng báo đã thanh toán. OneSME đang chờ xác nhận.",
                         "The bank says that it is paid. OneSME is waiting for the confirmation.");
  if (g_str_equal (code, SME_GATEWAY_SUSPECTED))
    return sme_bank_say (call, "Ngân hàng đã trừ tiền và đang kiểm tra giao dịch.",
                         "The bank has taken the money and is checking the transaction.");
  if (g_str_equal (code, SME_GATEWAY_CANCELLED))
    return sme_bank_say (call, "Anh/Chị đã hủy giao dịch. Chưa có khoản tiền nào được trừ.",
                         "You cancelled the payment. No money was taken.");
  return sme_bank_say (call, "Thanh toán không thành. Chưa có khoản tiền nào được trừ.",
                       "The payment did not succeed. No money was taken.");
}

static GHashTable *
read_result (SmeCall *call)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  g_autoptr (GHashTable) params =
    call->query != NULL && config != NULL ? sme_vnpay_parse_query (call->query) : NULL;

  return params != NULL && sme_vnpay_verify (params, config->secret) ? g_steal_pointer (&params)
                                                                     : NULL;
}

SmeReply *
sme_handle_gateway_return (SmeCall *call, GError **error)
{
  g_autoptr (GHashTable) params = read_result (call);
  const char *reference = params != NULL ? g_hash_table_lookup (params, "vnp_TxnRef") : NULL;
  g_autofree char *payment_id =
    reference != NULL ? sme_store_find_payment_by_reference (call, reference, error) : NULL;
  g_autofree char *link = payment_id != NULL
                            ? g_strconcat (RETURN_LINK "?payment=", payment_id, NULL)
                            : g_strdup (RETURN_LINK);
  g_autofree char *content = NULL;

  if (*error != NULL)
    return NULL;
  content = g_strdup_printf (
    "<p role=\"status\">%s</p><p><a class=\"button\" href=\"%s\">%s</a></p><p>%s</p>",
    describe (call, params), link, sme_bank_say (call, "Quay lại OneSME", "Back to OneSME"),
    sme_bank_say (call, "Cửa sổ OneSME đi tiếp được mà không cần nút này.",
                  "The OneSME window goes on without this button too."));
  return sme_bank_html_new (call, 200, sme_bank_say (call, "Kết quả thanh toán", "Payment result"),
                            sme_backend_is_local (call->backend), content);
}
