/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SUBSCRIPTION_PAGE (sme_subscription_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSubscriptionPage, sme_subscription_page, SME, SUBSCRIPTION_PAGE, SmePage)

/**
 * SmeSubscriptionPage:
 *
 * "subscription:ID": one subscription: its data, where it stands, the next step, the contract.
 * Follows the subscription as it changes.
 */

G_END_DECLS
