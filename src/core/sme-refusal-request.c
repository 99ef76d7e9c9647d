/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-refusal-request.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "refusal", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_refusal_get_type },
  { "note", SME_FIELD_TEXT, .max = 500 },
};

SME_DEFINE_RECORD (SmeRefusalRequest, sme_refusal_request, fields)
