/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-receipt-assignment.h"

static const SmeField fields[] = {
  { "payment", SME_FIELD_TEXT, .max = 40 },
};

SME_DEFINE_RECORD (SmeReceiptAssignment, sme_receipt_assignment, fields)
