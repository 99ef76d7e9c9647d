/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-session.h"

#include "core/sme-account.h"

static const SmeField fields[] = {
  { "access_token", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 200, .min = 1 },
  { "expires_in", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "refresh_token", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 200, .min = 1 },
  { "account", SME_FIELD_OBJECT, .type = sme_account_get_type },
};

SME_DEFINE_RECORD (SmeSession, sme_session, fields)
