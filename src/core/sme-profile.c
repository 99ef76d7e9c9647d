/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-profile.h"

#include "core/sme-address.h"
#include "core/sme-enums.h"
#include "core/sme-organisation.h"

static const SmeField fields[] = {
  { "full_name", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 120, .min = 1 },
  { "nationality", SME_FIELD_TEXT, .max = 2 },
  { "id_type", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_id_type_get_type },
  { "id_number", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 20, .min = 1 },
  { "id_issued_on", SME_FIELD_DATE, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL },
  { "id_expires_on", SME_FIELD_DATE, SME_FIELD_PERSONAL },
  { "id_issued_by", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 200, .min = 1 },
  { "born_on", SME_FIELD_DATE, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL },
  { "sex", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_sex_get_type },
  { "phone", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 32, .min = 1 },
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "address", SME_FIELD_OBJECT, SME_FIELD_REQUIRED, .type = sme_address_get_type },
  { "organisation", SME_FIELD_OBJECT, .type = sme_organisation_get_type },
};

SME_DEFINE_RECORD (SmeProfile, sme_profile, fields)
