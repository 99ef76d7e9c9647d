/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-case-resolution.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "outcome", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_case_outcome_get_type },
  { "note", SME_FIELD_TEXT, .max = 500 },
};

SME_DEFINE_RECORD (SmeCaseResolution, sme_case_resolution, fields)
