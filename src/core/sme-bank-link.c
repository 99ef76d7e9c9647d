/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-bank-link.h"

static const SmeField fields[] = {
  { "url", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 500, .min = 1 },
};

SME_DEFINE_RECORD (SmeBankLink, sme_bank_link, fields)
