/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-exported-draft.h"

#include "core/sme-profile.h"

static const SmeField fields[] = {
  { "order_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_number", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "draft", SME_FIELD_OBJECT, SME_FIELD_REQUIRED | SME_FIELD_PARTIAL,
    .type = sme_profile_get_type },
};

SME_DEFINE_RECORD (SmeExportedDraft, sme_exported_draft, fields)
