/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-refresh-request.h"

static const SmeField fields[] = {
  { "refresh_token", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 200, .min = 1 },
};

SME_DEFINE_RECORD (SmeRefreshRequest, sme_refresh_request, fields)
