/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-case.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "number", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 16, .min = 1 },
  { "order_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_case_kind_get_type },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_case_state_get_type },
  { "text", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 4000, .format = SME_TEXT_MULTILINE },
  { "outcome", SME_FIELD_ENUM, .type = sme_case_outcome_get_type },
  { "note", SME_FIELD_TEXT, .max = 500 },
  { "created_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "resolved_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeCase, sme_case, fields)
