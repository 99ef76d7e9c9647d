/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-checked-file.h"

#include "core/sme-checked-seal.h"
#include "core/sme-evidence.h"

static const SmeField fields[] = {
  { "conclusion", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "title", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "explanation", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 8000, .min = 1 },
  { "signatures", SME_FIELD_LIST, .type = sme_checked_seal_get_type },
  { "chain_holds", SME_FIELD_BOOLEAN },
  { "evidence", SME_FIELD_OBJECT, .type = sme_evidence_get_type },
};

SME_DEFINE_RECORD (SmeCheckedFile, sme_checked_file, fields)
