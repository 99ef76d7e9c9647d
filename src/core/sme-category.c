/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-category.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "services", SME_FIELD_INTEGER },
};

SME_DEFINE_RECORD (SmeCategory, sme_category, fields)
