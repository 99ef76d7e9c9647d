/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-gateway-books.h"
#include "core/sme-enums.h"

G_BEGIN_DECLS

#define SME_GATEWAY_PAID "00"
/* No bank has it. */
#define SME_GATEWAY_BANK "DEMO"
#define SME_GATEWAY_CANCELLED "24"
/* The money was taken, but the bank looks at the transaction once more. */
#define SME_GATEWAY_SUSPECTED "07"

/* @base with the gateway's signed result behind it: for the notice, and for the browser. */
char *sme_gateway_make_result_url (SmeCall *call,
                                   const SmeGatewayTransaction *transaction,
                                   const char *base);

/* What VNPAY's code of a failure means to a customer. */
SmePaymentFailure sme_gateway_read_failure (const char *code);

G_END_DECLS
