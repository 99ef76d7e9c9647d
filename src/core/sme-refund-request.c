/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-refund-request.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "state", SME_FIELD_ENUM, .type = sme_refund_request_state_get_type },
  { "ground", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_refund_ground_get_type },
  { "text", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 2000, .format = SME_TEXT_MULTILINE },
  { "amount", SME_FIELD_MONEY },
  { "note", SME_FIELD_TEXT, .max = 500 },
  { "created_at", SME_FIELD_TIME },
  { "decided_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeRefundRequest, sme_refund_request, fields)
