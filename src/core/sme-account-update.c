/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-account-update.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "full_name", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 120, .min = 1 },
  { "organisation_name", SME_FIELD_TEXT, .max = 200, .min = 1 },
  { "tax_code", SME_FIELD_TEXT, .max = 32, .min = 1 },
  { "registration_number", SME_FIELD_TEXT, .max = 32 },
  { "position", SME_FIELD_TEXT, .max = 120 },
  { "language", SME_FIELD_ENUM, .type = sme_language_get_type },
};

SME_DEFINE_RECORD (SmeAccountUpdate, sme_account_update, fields)
