/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-address.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "edition", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_edition_get_type },
  { "province_code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "district_code", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "commune_code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "street", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 120, .min = 1 },
  { "house_number", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 60 },
  { "printed", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 300 },
  { "line", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 500 },
};

SME_DEFINE_RECORD (SmeAddress, sme_address, fields)
