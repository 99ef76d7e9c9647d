/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-gateway-request.h"

#include "base/sme-time.h"
#include "core/sme-money.h"
#include "core/sme-vnpay.h"

#define VERSION "2.1.0"

GHashTable *
sme_gateway_params_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
sme_gateway_params_set (GHashTable *params, const char *name, const char *value)
{
  g_hash_table_insert (params, g_strdup (name), g_strdup (value));
}

char *
sme_gateway_format_time (gint64 ms)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((ms + SME_VIETNAM_OFFSET_MS) / 1000);

  return g_date_time_format (time, "%Y%m%d%H%M%S");
}

gint64
sme_gateway_read_amount (const char *text)
{
  guint64 hundredths;

  if (text == NULL ||
      !g_ascii_string_to_unsigned (text, 10, 1, SME_MAX_MONEY * G_GUINT64_CONSTANT (100),
                                   &hundredths, NULL) ||
      hundredths % 100 != 0)
    return -1;
  return (gint64) (hundredths / 100);
}

static void
set_time (GHashTable *params, const char *name, gint64 ms)
{
  g_autofree char *text = sme_gateway_format_time (ms);

  sme_gateway_params_set (params, name, text);
}

char *
sme_gateway_make_url (SmeCall *call, SmeRecord *payment, const char *reference)
{
  const SmeGatewayConfig *config = sme_backend_get_gateway (call->backend);
  const char *own = sme_backend_get_url (call->backend);
  g_autoptr (GHashTable) params = sme_gateway_params_new ();
  g_autofree char *local = g_strconcat (own, SME_GATEWAY_PAGE_PATH, NULL);
  g_autofree char *return_url = g_strconcat (own, SME_GATEWAY_RETURN_PATH, NULL);
  g_autofree char *amount =
    g_strdup_printf ("%" G_GINT64_FORMAT, sme_record_get_int (payment, "amount") * 100);
  g_autofree char *info = g_strdup_printf ("Thanh toan OneSME %s", reference);

  sme_gateway_params_set (params, "vnp_Version", VERSION);
  sme_gateway_params_set (params, "vnp_Command", "pay");
  sme_gateway_params_set (params, "vnp_TmnCode", config->tmn_code);
  sme_gateway_params_set (params, "vnp_Amount", amount);
  sme_gateway_params_set (params, "vnp_CurrCode", "VND");
  sme_gateway_params_set (params, "vnp_TxnRef", reference);
  sme_gateway_params_set (params, "vnp_OrderInfo", info);
  sme_gateway_params_set (params, "vnp_OrderType", "other");
  sme_gateway_params_set (params, "vnp_Locale",
                          g_strcmp0 (call->language, "en") == 0 ? "en" : "vn");
  sme_gateway_params_set (params, "vnp_ReturnUrl", return_url);
  /* Whose browser it will be is not known yet, and an address is a personal datum. */
  sme_gateway_params_set (params, "vnp_IpAddr", "127.0.0.1");
  set_time (params, "vnp_CreateDate", sme_record_get_int (payment, "created_at"));
  set_time (params, "vnp_ExpireDate", sme_record_get_int (payment, "expires_at"));
  return sme_vnpay_make_url (config->pay_url != NULL ? config->pay_url : local, params,
                             config->secret);
}
