/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-consent-request.h"

static const SmeField fields[] = {
  { "version", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
};

SME_DEFINE_RECORD (SmeConsentRequest, sme_consent_request, fields)
