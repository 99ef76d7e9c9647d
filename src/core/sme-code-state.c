/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-code-state.h"

static const SmeField fields[] = {
  { "request_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "sent_to", SME_FIELD_TEXT, .max = 254 },
  { "digits", SME_FIELD_INTEGER, SME_FIELD_REQUIRED, .min = 1, .max = 12 },
  { "expires_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "resend_after", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "attempts_left", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "server_time", SME_FIELD_TIME, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeCodeState, sme_code_state, fields)
