/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-signing-request.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "purpose", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_dossier_kind_get_type },
};

SME_DEFINE_RECORD (SmeSigningRequest, sme_signing_request, fields)
