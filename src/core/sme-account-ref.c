/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-account-ref.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_account_state_get_type },
  { "email", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 254 },
};

SME_DEFINE_RECORD (SmeAccountRef, sme_account_ref, fields)
