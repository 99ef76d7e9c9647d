/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-econtract-reset-request.h"

static const SmeField fields[] = {
  { "username", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
};

SME_DEFINE_RECORD (SmeEcontractResetRequest, sme_econtract_reset_request, fields)
