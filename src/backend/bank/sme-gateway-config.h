/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SmeGatewayConfig:
 * @tmn_code: the shop's code at the gateway (vnp_TmnCode)
 * @secret: what both sign with (vnp_HashSecret); never leaves the backend
 * @pay_url: (nullable): the gateway's payment page; NULL is this backend's own
 * @query_url: (nullable): where the gateway is asked how a payment ended; NULL: this backend's own
 *   gateway, or nowhere where @pay_url is not NULL
 *
 * The contract with a gateway that speaks VNPAY 2.1.0: "vnpay.ini" among the keys, with a group
 * [vnpay] of tmn_code, hash_secret, pay_url
 * and query_url.
 */
typedef struct
{
  char *tmn_code;
  char *secret;
  char *pay_url;
  char *query_url;
} SmeGatewayConfig;

/**
 * sme_gateway_config_open:
 * @local: a demonstration makes itself a contract with its own gateway where there is no file
 * @config: (out) (nullable): %NULL where there is no gateway
 */
gboolean sme_gateway_config_open (const char *keys_directory,
                                  gboolean local,
                                  SmeGatewayConfig **config,
                                  GError **error);
void sme_gateway_config_free (SmeGatewayConfig *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeGatewayConfig, sme_gateway_config_free)

G_END_DECLS
