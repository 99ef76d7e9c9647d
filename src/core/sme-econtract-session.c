/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-econtract-session.h"

static const SmeField fields[] = {
  { "access_token", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 200, .min = 1 },
  { "expires_in", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "password_change_required", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
  { "can_sign", SME_FIELD_BOOLEAN },
};

SME_DEFINE_RECORD (SmeEcontractSession, sme_econtract_session, fields)
