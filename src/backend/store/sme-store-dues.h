/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/http/sme-call.h"

G_BEGIN_DECLS

/*
 * What the orders of a payment cost now. A coupon, or its removal, changes that after a payment was
 * begun, and money that is on its way is judged by what is owed when it arrives.
 */

/* The orders of the payment that still wait for money: asked for, or declared anew since. */
GStrv sme_store_list_unpaid (SmeCall *call, const char *payment_id, GError **error);

/**
 * SmeDues:
 *
 * @owed: what the orders that wait cost together, now
 * @all_wait: every order of the payment is one of them
 */
typedef struct
{
  gint64 owed;
  gboolean all_wait;
} SmeDues;

gboolean sme_store_find_dues (SmeCall *call, const char *payment_id, SmeDues *dues, GError **error);

/* From now on the payment asks for what its orders cost now, in all @owed. */
gboolean
sme_store_price_payment (SmeCall *call, const char *payment_id, gint64 owed, GError **error);

/* What the gateway was asked to take for it, whatever the orders cost by now. */
gboolean sme_store_find_gateway_amount (SmeCall *call,
                                        const char *payment_id,
                                        gint64 *amount,
                                        GError **error);

/**
 * SmeRival:
 *
 * Another payment that is open for an order of this one.
 *
 * @NONE: there is none
 * @SAME: it is for the same orders, and a transfer can be counted for it
 * @OTHER_METHOD: it is for the same orders, at the gateway, and nothing has come
 * @IN_THE_WAY: it is for other orders too, or the bank is checking it
 */
typedef enum
{
  SME_RIVAL_NONE,
  SME_RIVAL_SAME,
  SME_RIVAL_OTHER_METHOD,
  SME_RIVAL_IN_THE_WAY,
} SmeRival;

/* @id: (out) (transfer full) (nullable): of the one that is SAME */
gboolean sme_store_find_rival (SmeCall *call,
                               const char *payment_id,
                               SmeRival *rival,
                               char **id,
                               GError **error);

G_END_DECLS
