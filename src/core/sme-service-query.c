/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-service-query.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "query", SME_FIELD_TEXT, .max = 200 },
  { "category", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "customer_type", SME_FIELD_ENUM, .type = sme_customer_type_get_type },
  { "price_min", SME_FIELD_MONEY }, /* both per month */
  { "price_max", SME_FIELD_MONEY },
  { "free_trial", SME_FIELD_BOOLEAN },
  { "sort", SME_FIELD_ENUM, .type = sme_service_sort_get_type },
  { "limit", SME_FIELD_INTEGER, .min = 1, .max = 100 },
  { "after", SME_FIELD_TEXT, .max = 200 },
};

SME_DEFINE_RECORD (SmeServiceQuery, sme_service_query, fields)
