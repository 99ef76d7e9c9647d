/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-organisation.h"

static const SmeField fields[] = {
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "tax_code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "registration_number", SME_FIELD_TEXT, .max = 32 },
  { "representative", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 120,
    .min = 1 },
  { "position", SME_FIELD_TEXT, .max = 120 },
};

SME_DEFINE_RECORD (SmeOrganisation, sme_organisation, fields)
