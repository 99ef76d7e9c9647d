/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-exported-signature.h"

#include "core/sme-signature-input.h"

static const SmeField fields[] = {
  { "dossier_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "signature", SME_FIELD_OBJECT, SME_FIELD_REQUIRED, .type = sme_signature_input_get_type },
};

SME_DEFINE_RECORD (SmeExportedSignature, sme_exported_signature, fields)
