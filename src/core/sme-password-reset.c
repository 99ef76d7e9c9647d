/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-password-reset.h"

static const SmeField fields[] = {
  { "request_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "code", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 64, .min = 1 },
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmePasswordReset, sme_password_reset, fields)
