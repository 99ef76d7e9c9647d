/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-signing-session.h"

static const SmeField fields[] = {
  { "dossier_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "econtract_url", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 500, .min = 1 },
  { "access_token", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 200, .min = 1 },
  { "expires_in", SME_FIELD_INTEGER, SME_FIELD_REQUIRED },
  { "password_change_required", SME_FIELD_BOOLEAN, SME_FIELD_REQUIRED },
  { "username", SME_FIELD_TEXT, .max = 100, .min = 1 },
};

SME_DEFINE_RECORD (SmeSigningSession, sme_signing_session, fields)
