/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-receipt.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "amount", SME_FIELD_MONEY, SME_FIELD_REQUIRED },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_receipt_state_get_type },
  { "received_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "text", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 512 },
};

SME_DEFINE_RECORD (SmeReceipt, sme_receipt, fields)
