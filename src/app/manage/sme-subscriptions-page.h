/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_SUBSCRIPTIONS_PAGE (sme_subscriptions_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeSubscriptionsPage,
                      sme_subscriptions_page,
                      SME,
                      SUBSCRIPTIONS_PAGE,
                      SmePage)

/**
 * SmeSubscriptionsPage:
 *
 * "subscriptions": what the person has subscribed to (acceptance A70), to search and to filter by
 * state, and to complete unfinished contracts from (A47).
 */

G_END_DECLS
