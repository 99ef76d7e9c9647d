/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-review.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "author", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "stars", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 5 },
  { "text", SME_FIELD_TEXT, .max = 2000, .format = SME_TEXT_MULTILINE },
  { "created_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "updated_at", SME_FIELD_TIME },
  { "service_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "own", SME_FIELD_BOOLEAN },
  { "demonstration", SME_FIELD_BOOLEAN },
};

SME_DEFINE_RECORD (SmeReview, sme_review, fields)
