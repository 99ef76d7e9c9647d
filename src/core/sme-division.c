/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-division.h"

static const SmeField fields[] = {
  { "code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "parent_code", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "level", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 3 },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "type", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "parent_name", SME_FIELD_TEXT, .max = 120 },
};

SME_DEFINE_RECORD (SmeDivision, sme_division, fields)
