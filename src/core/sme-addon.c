/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-addon.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "price", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "required", SME_FIELD_BOOLEAN },
};

SME_DEFINE_RECORD (SmeAddon, sme_addon, fields)
