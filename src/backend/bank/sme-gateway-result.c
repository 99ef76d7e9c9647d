/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-result.h"

#include "backend/bank/sme-gateway-request.h"
#include "core/sme-vnpay.h"

static void
set_number (GHashTable *params, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  sme_gateway_params_set (params, name, text);
}

char *
sme_gateway_make_result_url (SmeCall *call,
                             const SmeGatewayTransaction *transaction,
                             const char *base)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  g_autoptr (GHashTable) params = sme_gateway_params_new ();
  g_autofree char *done_at = sme_gateway_format_time (transaction->done_at);
  gboolean paid = g_str_equal (transaction->code, SME_GATEWAY_PAID);

  sme_gateway_params_set (params, "vnp_TmnCode", config->tmn_code);
  set_number (params, "vnp_Amount", transaction->amount * 100);
  sme_gateway_params_set (params, "vnp_BankCode", SME_GATEWAY_BANK);
  sme_gateway_params_set (params, "vnp_CardType", "ATM");
  sme_gateway_params_set (params, "vnp_OrderInfo", transaction->order_info);
  sme_gateway_params_set (params, "vnp_PayDate", done_at);
  sme_gateway_params_set (params, "vnp_ResponseCode", transaction->code);
  sme_gateway_params_set (params, "vnp_TransactionStatus", paid ? SME_GATEWAY_PAID : "02");
  set_number (params, "vnp_TransactionNo", transaction->number);
  sme_gateway_params_set (params, "vnp_TxnRef", transaction->reference);
  return sme_vnpay_make_url (base, params, config->secret);
}

SmePaymentFailure
sme_gateway_read_failure (const char *code)
{
  static const struct
  {
    const char *code;
    SmePaymentFailure failure;
  } codes[] = {
    { "09", SME_FAILURE_ACCOUNT_BLOCKED }, /* not registered for payments on the net */
    { "10", SME_FAILURE_NOT_CONFIRMED },   /* data of the card wrong three times */
    { "11", SME_FAILURE_EXPIRED },
    { "12", SME_FAILURE_ACCOUNT_BLOCKED },
    { "13", SME_FAILURE_NOT_CONFIRMED }, /* wrong OTP */
    { SME_GATEWAY_CANCELLED, SME_FAILURE_CANCELLED },
    { "51", SME_FAILURE_NO_FUNDS },
    { "65", SME_FAILURE_LIMIT },
    { "75", SME_FAILURE_BANK_UNAVAILABLE },
    { "79", SME_FAILURE_NOT_CONFIRMED }, /* wrong password too often */
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_strcmp0 (codes[i].code, code) == 0)
      return codes[i].failure;
  return SME_FAILURE_OTHER;
}
