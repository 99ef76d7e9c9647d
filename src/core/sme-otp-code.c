/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-otp-code.h"

static const SmeField fields[] = {
  { "code", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 64, .min = 1 },
};

SME_DEFINE_RECORD (SmeOtpCode, sme_otp_code, fields)
