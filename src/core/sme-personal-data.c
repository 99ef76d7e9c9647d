/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-personal-data.h"

#include "core/sme-account.h"
#include "core/sme-consent.h"
#include "core/sme-data-holding.h"

static const SmeField fields[] = {
  { "account", SME_FIELD_OBJECT, SME_FIELD_REQUIRED, .type = sme_account_get_type },
  { "consents", SME_FIELD_LIST, .type = sme_consent_get_type },
  { "holdings", SME_FIELD_LIST, .type = sme_data_holding_get_type },
  { "history_intact", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
  { "generated_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmePersonalData, sme_personal_data, fields)
