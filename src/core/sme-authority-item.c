/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-authority-item.h"

static const SmeField fields[] = {
  { "subject", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 255, .min = 1 },
  { "pem", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 16000, .format = SME_TEXT_MULTILINE },
};

SME_DEFINE_RECORD (SmeAuthorityItem, sme_authority_item, fields)
