/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-bank-link-request.h"

static const SmeField fields[] = {
  { "payload", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmeBankLinkRequest, sme_bank_link_request, fields)
