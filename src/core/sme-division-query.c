/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-division-query.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "edition", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_edition_get_type },
  { "parent", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
};

SME_DEFINE_RECORD (SmeDivisionQuery, sme_division_query, fields)
