/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-password-entry.h"

static const SmeField fields[] = {
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmePasswordEntry, sme_password_entry, fields)
