/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-terms.h"

static const SmeField fields[] = {
  { "version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "title", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "body", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 60000, .format = SME_TEXT_MULTILINE },
  { "sha256", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_HASH },
};

SME_DEFINE_RECORD (SmeTerms, sme_terms, fields)
