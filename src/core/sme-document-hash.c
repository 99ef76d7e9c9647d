/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-document-hash.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "sha256", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_HASH },
};

SME_DEFINE_RECORD (SmeDocumentHash, sme_document_hash, fields)
