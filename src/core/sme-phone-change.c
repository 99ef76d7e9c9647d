/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-phone-change.h"

static const SmeField fields[] = {
  { "phone", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 32, .min = 1 },
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmePhoneChange, sme_phone_change, fields)
