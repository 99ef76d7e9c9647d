/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-review-input.h"

static const SmeField fields[] = {
  { "stars", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 5 },
  { "text", SME_FIELD_TEXT, .max = 2000, .format = SME_TEXT_MULTILINE },
};

SME_DEFINE_RECORD (SmeReviewInput, sme_review_input, fields)
