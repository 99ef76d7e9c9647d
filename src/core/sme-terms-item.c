/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-terms-item.h"

static const SmeField fields[] = {
  { "purpose", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "required", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeTermsItem, sme_terms_item, fields)
