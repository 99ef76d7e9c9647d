/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-otp-request.h"

#include "core/sme-document-hash.h"

static const SmeField fields[] = {
  { "documents", SME_FIELD_LIST, SME_FIELD_REQUIRED, .type = sme_document_hash_get_type },
};

SME_DEFINE_RECORD (SmeOtpRequest, sme_otp_request, fields)
