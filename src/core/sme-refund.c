/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-refund.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "amount", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_refund_state_get_type },
  { "reason", SME_FIELD_ENUM, .type = sme_refund_reason_get_type },
  { "created_at", SME_FIELD_TIME },
  { "changed_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeRefund, sme_refund, fields)
