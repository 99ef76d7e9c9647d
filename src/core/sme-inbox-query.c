/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-inbox-query.h"

static const SmeField fields[] = {
  { "after", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
};

SME_DEFINE_RECORD (SmeInboxQuery, sme_inbox_query, fields)
