/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"

G_BEGIN_DECLS

#define SME_TYPE_SUBSCRIPTION (sme_subscription_get_type ())
SME_DECLARE_RECORD (SmeSubscription, sme_subscription, SUBSCRIPTION)

/**
 * SmeSubscription:
 *
 * What a customer has subscribed to.
 */

G_END_DECLS
