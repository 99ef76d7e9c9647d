/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-email-change.h"

static const SmeField fields[] = {
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmeEmailChange, sme_email_change, fields)
