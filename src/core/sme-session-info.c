/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-session-info.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "device_name", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 80 },
  { "created_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "last_used_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "current", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeSessionInfo, sme_session_info, fields)
