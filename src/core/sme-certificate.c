/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-certificate.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "order_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_certificate_state_get_type },
  { "code_sent_to", SME_FIELD_TEXT, .max = 32 },
  { "code_mailed_to", SME_FIELD_TEXT, .max = 320 },
  { "code_sent_at", SME_FIELD_TIME },
  { "code_expires_at", SME_FIELD_TIME },
  { "resend_after", SME_FIELD_TIME },
  { "activated_at", SME_FIELD_TIME },
  { "ekyc_at", SME_FIELD_TIME },
  { "issued_at", SME_FIELD_TIME },
  { "refused_at", SME_FIELD_TIME },
  { "refusal", SME_FIELD_ENUM, .type = sme_refusal_get_type },
  { "refusal_note", SME_FIELD_TEXT, .max = 500 },
  { "serial_number", SME_FIELD_TEXT, .max = 64 },
  { "valid_from", SME_FIELD_DATE },
  { "valid_until", SME_FIELD_DATE },
  { "server_time", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeCertificate, sme_certificate, fields)
