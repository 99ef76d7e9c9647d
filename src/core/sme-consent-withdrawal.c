/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-consent-withdrawal.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "purpose", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "withdrawn_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "stops_on", SME_FIELD_DATE, SME_FIELD_REQUIRED },
  { "effects", SME_FIELD_TEXTS, .type = sme_consent_effect_get_type },
  { "cancelled_orders", SME_FIELD_TEXTS, .max = 1000 },
};

SME_DEFINE_RECORD (SmeConsentWithdrawal, sme_consent_withdrawal, fields)
