/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SUBSCRIPTION_QUERY (sme_subscription_query_get_type ())
SME_DECLARE_RECORD (SmeSubscriptionQuery, sme_subscription_query, SUBSCRIPTION_QUERY)

/**
 * SmeSubscriptionQuery:
 *
 * Query of the subscriptions.
 */

G_END_DECLS
