/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-subscription.h"

G_BEGIN_DECLS

/* What the list and the page of a subscription both say, for people; all (transfer full). */

/** "12 months" */
char *sme_subscription_text_cycle (SmeSubscription *subscription);

/** "22/11/2026 – 22/11/2027"; before it begins, that it begins with the certificate. */
char *sme_subscription_text_period (SmeSubscription *subscription);

G_END_DECLS
