/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-evidence-fact.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "subject", SME_FIELD_TEXT, .max = 200 },
  { "value", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 500 },
  { "by", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 200 },
  { "at", SME_FIELD_TIME },
  { "source", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_evidence_source_get_type },
};

SME_DEFINE_RECORD (SmeEvidenceFact, sme_evidence_fact, fields)
