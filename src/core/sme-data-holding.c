/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-data-holding.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_data_kind_get_type },
  { "count", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "ground", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_data_ground_get_type },
  { "law", SME_FIELD_TEXT, .max = 300 },
  { "keep_until", SME_FIELD_DATE },
  { "stays", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeDataHolding, sme_data_holding, fields)
