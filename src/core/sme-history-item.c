/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-history-item.h"

static const SmeField fields[] = {
  { "at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "event", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "order_number", SME_FIELD_TEXT, .max = 32 },
  { "from_state", SME_FIELD_TEXT, .max = 32 },
  { "to_state", SME_FIELD_TEXT, .max = 32 },
  { "detail", SME_FIELD_TEXT, .max = 200 },
};

SME_DEFINE_RECORD (SmeHistoryItem, sme_history_item, fields)
