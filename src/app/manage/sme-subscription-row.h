/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-subscription.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_SUBSCRIPTION_ROW (sme_subscription_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeSubscriptionRow,
                      sme_subscription_row,
                      SME,
                      SUBSCRIPTION_ROW,
                      GtkListBoxRow)

/**
 * SmeSubscriptionRow:
 *
 * One subscription in the list: plan, service, state, time, price, and "Complete the contract"
 * where that is to be done (acceptance A47). Follows the subscription as it changes.
 */
GtkWidget *sme_subscription_row_new (SmeSubscription *subscription);

/* (transfer full): where the row leads */
char *sme_subscription_row_build_route (SmeSubscriptionRow *self);

G_END_DECLS
