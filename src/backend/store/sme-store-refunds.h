/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* Days after signing in which wrong or missing information gives the money back (Law
 * 19/2023/QH15, article 38). */
#define SME_REFUND_DAYS 30

/* What @order's owner may ask for now. */
typedef struct
{
  guint grounds;    /* bits, 1 << SmeRefundGround; 0: nothing */
  gboolean at_once; /* nothing is signed, so there is nothing to decide */
} SmeRefundOffer;

gboolean sme_store_find_refund_offer (SmeCall *call,
                                      SmeStoredOrder *order,
                                      SmeRefundOffer *offer,
                                      GError **error);

SmeRefundRequest *sme_store_find_refund_request (SmeCall *call, const char *id, GError **error);

/* The last one of the order; NULL without an error when nobody asked. */
SmeRefundRequest *
sme_store_find_last_refund_request (SmeCall *call, const char *order_id, GError **error);

/* Returns: (transfer full): its id */
char *sme_store_insert_refund_request (SmeCall *call,
                                       SmeStoredOrder *order,
                                       SmeRefundRequest *request,
                                       GError **error);
gboolean
sme_store_set_refund_note (SmeCall *call, const char *id, const char *note, GError **error);

/* What the order cost goes back where it came from, for the request that was granted. */
gboolean sme_store_refund_order (SmeCall *call, const char *order_id, GError **error);

G_END_DECLS
