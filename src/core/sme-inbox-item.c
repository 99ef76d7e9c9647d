/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-inbox-item.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_message_kind_get_type },
  { "to", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
  { "subject", SME_FIELD_TEXT, .max = 200 },
  { "body", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 8000,
    .format = SME_TEXT_MULTILINE },
  { "code", SME_FIELD_TEXT, SME_FIELD_SECRET, .max = 128 },
  { "link", SME_FIELD_TEXT, SME_FIELD_SECRET, .max = 500 },
  { "attachment_name", SME_FIELD_TEXT, .max = 200 },
  { "sent_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
};

SME_DEFINE_RECORD (SmeInboxItem, sme_inbox_item, fields)
