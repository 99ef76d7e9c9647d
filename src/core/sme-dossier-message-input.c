/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-dossier-message-input.h"

#include "core/sme-attachment.h"

static const SmeField fields[] = {
  { "text", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 2000, .min = 1,
    .format = SME_TEXT_MULTILINE },
  { "attachment", SME_FIELD_OBJECT, .type = sme_attachment_get_type },
};

SME_DEFINE_RECORD (SmeDossierMessageInput, sme_dossier_message_input, fields)
