/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-event.h"

static const SmeField fields[] = {
  { "kind", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
};

SME_DEFINE_RECORD (SmeEvent, sme_event, fields)
