/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-audit-row.h"

static const SmeField fields[] = {
  { "seq", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = G_MAXINT32 },
  { "at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "event", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "from", SME_FIELD_TEXT, .max = 32 },
  { "to", SME_FIELD_TEXT, .max = 32 },
  { "detail", SME_FIELD_TEXT, .max = 500 },
  { "previous_hash", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "hash", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_HASH },
};

SME_DEFINE_RECORD (SmeAuditRow, sme_audit_row, fields)
