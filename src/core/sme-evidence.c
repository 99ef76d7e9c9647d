/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-evidence.h"

#include "core/sme-audit-row.h"
#include "core/sme-evidence-fact.h"

static const SmeField fields[] = {
  { "dossier_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_number", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "audit_scope", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 80, .min = 1 },
  { "sealed_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "sha256", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_HASH },
  { "facts", SME_FIELD_LIST, .type = sme_evidence_fact_get_type },
  { "audit", SME_FIELD_LIST, .type = sme_audit_row_get_type },
};

SME_DEFINE_RECORD (SmeEvidence, sme_evidence, fields)
