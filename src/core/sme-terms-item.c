/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-terms-item.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "purpose", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "required", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
  { "withdrawable", SME_FIELD_BOOLEAN },
  { "effects", SME_FIELD_TEXTS, .type = sme_consent_effect_get_type },
};

SME_DEFINE_RECORD (SmeTermsItem, sme_terms_item, fields)
