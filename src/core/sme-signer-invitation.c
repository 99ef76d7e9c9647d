/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-signer-invitation.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "order_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_signer_state_get_type },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 200, .min = 1 },
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "phone", SME_FIELD_TEXT, .max = 32 },
  { "invited_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "sent_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "resend_after", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "signed_in_at", SME_FIELD_TIME },
  { "signed_at", SME_FIELD_TIME },
  { "withdrawn_at", SME_FIELD_TIME },
  { "server_time", SME_FIELD_TIME, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeSignerInvitation, sme_signer_invitation, fields)
