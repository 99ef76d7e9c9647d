/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-contact.h"

static const SmeField fields[] = {
  { "name", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 120, .min = 1 },
  { "phone", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 32, .min = 1 },
  { "email", SME_FIELD_TEXT, SME_FIELD_REQUIRED | SME_FIELD_PERSONAL, .max = 254, .min = 1 },
};

SME_DEFINE_RECORD (SmeContact, sme_contact, fields)
