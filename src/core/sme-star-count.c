/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-star-count.h"

static const SmeField fields[] = {
  { "stars", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 5 },
  { "count", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeStarCount, sme_star_count, fields)
