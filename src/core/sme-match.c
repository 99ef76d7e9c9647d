/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-match.h"

static const SmeField fields[] = {
  { "field", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "start", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "length", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeMatch, sme_match, fields)
