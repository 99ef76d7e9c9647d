/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-econtract-credentials.h"

static const SmeField fields[] = {
  { "username", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "password", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_SECRET, .max = 512, .min = 1 },
};

SME_DEFINE_RECORD (SmeEcontractCredentials, sme_econtract_credentials, fields)
