/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-list-query.h"

static const SmeField fields[] = {
  { "limit", SME_FIELD_INTEGER, .min = 1, .max = 100 },
  { "after", SME_FIELD_TEXT, .max = 200 },
};

SME_DEFINE_RECORD (SmeListQuery, sme_list_query, fields)
