/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-service.h"

#include "core/sme-enums.h"
#include "core/sme-match.h"
#include "core/sme-plan.h"
#include "core/sme-release.h"
#include "core/sme-review.h"
#include "core/sme-star-count.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "portal_id", SME_FIELD_INTEGER },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "provider", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "category_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "category_name", SME_FIELD_TEXT, .max = 120 },
  { "customer_types", SME_FIELD_TEXTS, .type = sme_customer_type_get_type },
  { "summary", SME_FIELD_TEXT, .max = 2000, .format = SME_TEXT_MULTILINE },
  { "experience_url", SME_FIELD_TEXT, .max = 500 },
  { "rating", SME_FIELD_NUMBER, .min = 0, .max = 5 },
  { "rating_count", SME_FIELD_INTEGER },
  { "review_count", SME_FIELD_INTEGER },
  { "demonstration_count", SME_FIELD_INTEGER },
  { "star_counts", SME_FIELD_LIST, .max = 5, .type = sme_star_count_get_type },
  { "own_review", SME_FIELD_OBJECT, .type = sme_review_get_type },
  { "may_review", SME_FIELD_BOOLEAN },
  { "likes", SME_FIELD_INTEGER },
  { "liked", SME_FIELD_BOOLEAN },
  { "price_from", SME_FIELD_MONEY },
  { "price_cycle_months", SME_FIELD_INTEGER },
  { "price_once", SME_FIELD_MONEY }, /* sme_plan_get_price_once() of the plan with price_from */
  { "price_per_month", SME_FIELD_MONEY }, /* see sme_service_get_price_per_month() */
  { "priced_on_request", SME_FIELD_BOOLEAN },
  { "free_trial", SME_FIELD_BOOLEAN },
  { "demonstration_price", SME_FIELD_BOOLEAN },
  { "overview", SME_FIELD_TEXTS },
  { "values", SME_FIELD_TEXTS },
  { "slogans", SME_FIELD_TEXTS },
  { "guide", SME_FIELD_TEXTS },
  { "releases", SME_FIELD_LIST, .type = sme_release_get_type },
  { "plans", SME_FIELD_LIST, .type = sme_plan_get_type },
  { "matches", SME_FIELD_LIST, .type = sme_match_get_type },
};

SME_DEFINE_RECORD (SmeService, sme_service, fields)

gint64
sme_service_get_price_per_month (SmeService *self)
{
  SmeRecord *record = SME_RECORD (self);
  gint64 months;

  if (!sme_record_has (record, "price_from"))
    return -1;
  months = MAX (sme_record_get_int (record, "price_cycle_months"), 1);
  return (sme_record_get_int (record, "price_from") + months - 1) / months;
}
