/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-econtract-password.h"

static const SmeField fields[] = {
  { "old", SME_FIELD_TEXT, SME_FIELD_SECRET, .max = 512 },
  { "new", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmeEcontractPassword, sme_econtract_password, fields)
