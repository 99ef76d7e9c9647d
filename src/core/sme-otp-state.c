/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-otp-state.h"

static const SmeField fields[] = {
  { "sent_to", SME_FIELD_TEXT, .max = 32 },
  { "expires_at", SME_FIELD_TIME },
  { "resend_after", SME_FIELD_TIME },
  { "attempts_left", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "server_time", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeOtpState, sme_otp_state, fields)
