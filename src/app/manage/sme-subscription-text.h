/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-subscription.h"

G_BEGIN_DECLS

/* What the list and the page of a subscription both say, for people; all (transfer full). */

/** "12 months" */
char *sme_subscription_text_cycle (SmeSubscription *subscription);

/** "22/11/2026 – 22/11/2027"; before it begins, that it begins with the certificate. */
char *sme_subscription_text_period (SmeSubscription *subscription);

/** The period, and until when the trial is where there is one. */
char *sme_subscription_text_term (SmeSubscription *subscription);

/** "until 06/12/2026"; %NULL without a trial. */
char *sme_subscription_text_trial (SmeSubscription *subscription);

G_END_DECLS
