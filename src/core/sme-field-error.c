/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-field-error.h"

static const SmeField fields[] = {
  { "pointer", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 500, .min = 1 },
  { "code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "message", SME_FIELD_TEXT, .max = 500 },
  { "minimum", SME_FIELD_MONEY },
};

SME_DEFINE_RECORD (SmeFieldError, sme_field_error, fields)

SmeFieldError *
sme_field_error_new_full (const char *pointer, const char *code)
{
  SmeFieldError *self = sme_field_error_new ();

  sme_record_set_text (SME_RECORD (self), "pointer", pointer);
  sme_record_set_text (SME_RECORD (self), "code", code);
  return self;
}
