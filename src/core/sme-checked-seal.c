/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-checked-seal.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 16, .min = 1 },
  { "verdict", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "name", SME_FIELD_TEXT, .max = 1000 },
  { "issuer", SME_FIELD_TEXT, .max = 4000 },
  { "reason", SME_FIELD_TEXT, .max = 4000, .format = SME_TEXT_MULTILINE },
  { "time", SME_FIELD_TIME },
  { "time_is_proved", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
  { "timestamp", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "after", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "pages_changed", SME_FIELD_TEXT, .max = 4000 },
};

SME_DEFINE_RECORD (SmeCheckedSeal, sme_checked_seal, fields)
