/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-document-info.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_document_kind_get_type },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_document_state_get_type },
  { "changed_on", SME_FIELD_DATE, SME_FIELD_REQUIRED },
  { "sha256", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_HASH },
  { "bytes", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeDocumentInfo, sme_document_info, fields)
