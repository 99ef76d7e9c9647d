/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-credentials.h"

static const SmeField fields[] = {
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
  { "device_name", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 80 },
};

SME_DEFINE_RECORD (SmeCredentials, sme_credentials, fields)
