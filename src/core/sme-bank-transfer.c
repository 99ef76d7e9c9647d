/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-bank-transfer.h"

static const SmeField fields[] = {
  { "payload", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 512, .min = 1 },
  { "amount", SME_FIELD_MONEY, SME_FIELD_REQUIRED, .min = 1 },
};

SME_DEFINE_RECORD (SmeBankTransfer, sme_bank_transfer, fields)
