/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-account.h"

#include "core/sme-consent.h"
#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "customer_type", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_customer_type_get_type },
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "full_name", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 120, .min = 1 },
  { "phone", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 32 },
  { "organisation_name", SME_FIELD_TEXT, .max = 200 },
  { "tax_code", SME_FIELD_TEXT, .max = 32 },
  { "registration_number", SME_FIELD_TEXT, .max = 32 },
  { "position", SME_FIELD_TEXT, .max = 120 },
  { "language", SME_FIELD_ENUM, .type = sme_language_get_type },
  { "phone_confirmed", SME_FIELD_BOOLEAN },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_account_state_get_type },
  { "consents", SME_FIELD_LIST, .type = sme_consent_get_type },
  { "created_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeAccount, sme_account, fields)
