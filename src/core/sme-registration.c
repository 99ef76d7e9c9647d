/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-registration.h"

#include "core/sme-consent.h"
#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "customer_type", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_customer_type_get_type },
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
  { "full_name", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 120, .min = 1 },
  { "phone", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 32, .min = 1 },
  { "organisation_name", SME_FIELD_TEXT, .max = 200 },
  { "tax_code", SME_FIELD_TEXT, .max = 32 },
  { "registration_number", SME_FIELD_TEXT, .max = 32 },
  { "position", SME_FIELD_TEXT, .max = 120 },
  { "consents", SME_FIELD_LIST, .type = sme_consent_get_type },
};

SME_DEFINE_RECORD (SmeRegistration, sme_registration, fields)
