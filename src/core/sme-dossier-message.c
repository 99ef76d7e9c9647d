/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-dossier-message.h"

#include "core/sme-enums.h"

static const SmeField fields[] = {
  { "id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "dossier_id", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .format = SME_TEXT_ID },
  { "author", SME_FIELD_ENUM, SME_FIELD_REQUIRED, .type = sme_message_author_get_type },
  { "text", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 2000, .min = 1,
    .format = SME_TEXT_MULTILINE },
  { "attachment_name", SME_FIELD_TEXT, SME_FIELD_PERSONAL, .max = 120 },
  { "attachment_type", SME_FIELD_TEXT, .max = 64 },
  { "attachment_bytes", SME_FIELD_INTEGER, .max = G_MAXINT32 },
  { "attachment_sha256", SME_FIELD_TEXT, .max = 64, .format = SME_TEXT_HASH },
  { "sent_at", SME_FIELD_TIME, SME_FIELD_REQUIRED },
  { "read_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeDossierMessage, sme_dossier_message, fields)
