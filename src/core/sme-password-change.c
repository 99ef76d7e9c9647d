/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-password-change.h"

static const SmeField fields[] = {
  { "old_password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
  { "new_password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmePasswordChange, sme_password_change, fields)
