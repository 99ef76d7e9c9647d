/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-subscription-query.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "query", SME_FIELD_TEXT, .max = 200 },
  { "state", SME_FIELD_ENUM, .type = sme_subscription_state_get_type },
  { "sort", SME_FIELD_ENUM, .type = sme_subscription_sort_get_type },
  { "limit", SME_FIELD_INTEGER, .min = 1, .max = 100 },
  { "after", SME_FIELD_TEXT, .max = 200 },
};

SME_DEFINE_RECORD (SmeSubscriptionQuery, sme_subscription_query, fields)
