/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-dossier.h"

#include "core/sme-document-info.h"
#include "core/sme-enums.h"
#include "core/sme-otp-state.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "kind", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_dossier_kind_get_type },
  { "order_id", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_ID },
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 200, .min = 1 },
  { "customer", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 200, .min = 1 },
  { "product_type", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "template", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 120, .min = 1 },
  { "template_code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "order_number", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 32, .min = 1 },
  { "transaction_code", SME_FIELD_TEXT, .max = 64 },
  { "state", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_dossier_state_get_type },
  { "documents", SME_FIELD_LIST, .type = sme_document_info_get_type },
  { "otp", SME_FIELD_OBJECT, .type = sme_otp_state_get_type },
  { "can_sign", SME_FIELD_BOOLEAN },
  { "unread_messages", SME_FIELD_INTEGER, .max = G_MAXINT32 },
  { "created_at", SME_FIELD_TIME },
  { "completed_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeDossier, sme_dossier, fields)
