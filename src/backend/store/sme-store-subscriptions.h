/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-store-orders.h"

G_BEGIN_DECLS

/* Made when an order is paid; pending until the service works. */
gboolean sme_store_insert_subscription (SmeCall *call, SmeStoredOrder *order, GError **error);

/**
 * SmeTerm:
 * @trial_ends_on: %SME_DATE_NONE without a trial; the paid cycle begins the day after
 *
 * All dates (yyyymmdd) belong to it.
 */
typedef struct
{
  int starts_on;
  int trial_ends_on;
  int ends_on;
} SmeTerm;

/* The certificate is issued: the term begins. */
gboolean sme_store_begin_subscription (SmeCall *call,
                                       const char *order_id,
                                       const SmeTerm *term,
                                       GError **error);
/* The certificate was revoked because of wrong data: no day of the term is used up. */
gboolean sme_store_put_subscription_off (SmeCall *call, const char *order_id, GError **error);

SmeSubscription *
sme_store_find_subscription (SmeCall *call, const char *id, gint64 *version, GError **error);
GListModel *sme_store_list_subscriptions (SmeCall *call,
                                          SmeSubscriptionQuery *query,
                                          gint64 *total,
                                          char **next,
                                          GError **error);

/* All of the account's that are not ended yet; none renews itself. */
gboolean sme_store_cancel_subscription_of (SmeCall *call, const char *order_id, GError **error);
gboolean sme_store_cancel_subscriptions (SmeCall *call, const char *account_id, GError **error);

G_END_DECLS
