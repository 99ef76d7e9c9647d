/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-consent.h"

static const SmeField fields[] = {
  { "purpose", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "given_at", SME_FIELD_TIME },
  { "withdrawn_at", SME_FIELD_TIME },
  { "sha256", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_HASH },
};

SME_DEFINE_RECORD (SmeConsent, sme_consent, fields)
