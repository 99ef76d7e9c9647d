/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/**
 * SmeGatewayTransaction:
 * @reference: the shop's (vnp_TxnRef); it ends once
 * @amount: in đồng
 * @code: how it ended, as VNPAY has it: "00" is paid
 *
 * A line in the books of the local gateway.
 */
typedef struct
{
  gint64 number;
  char *reference;
  gint64 amount;
  char *order_info;
  char *return_url;
  char *code;
  gint64 done_at;
  gint64 tries; /* to tell the shop */
} SmeGatewayTransaction;

void sme_gateway_transaction_free (SmeGatewayTransaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeGatewayTransaction, sme_gateway_transaction_free)

/* Both answer NULL without an error when there is none. */
SmeGatewayTransaction *
sme_gateway_books_find (SmeCall *call, const char *reference, GError **error);
/* The first one that the shop is to be told of by now. */
SmeGatewayTransaction *sme_gateway_books_find_untold (SmeCall *call, GError **error);

/* Writes it down; @number, @done_at and @tries are given by the books. */
gboolean
sme_gateway_books_add (SmeCall *call, const SmeGatewayTransaction *transaction, GError **error);

/* @tell_at: when to tell the shop once more; 0 for never again */
gboolean sme_gateway_books_set_told (SmeCall *call, gint64 number, gint64 tell_at, GError **error);

G_END_DECLS
