/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-case-request.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_case_kind_get_type },
  { "text", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 2000, .format = SME_TEXT_MULTILINE },
};

SME_DEFINE_RECORD (SmeCaseRequest, sme_case_request, fields)
