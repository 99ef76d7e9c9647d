/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-problem-body.h"

#include "core/sme-field-error.h"

static const SmeField fields[] = {
  { "type", SME_FIELD_TEXT, .max = 255 },
  { "title", SME_FIELD_TEXT, .max = 255 },
  { "status", SME_FIELD_INTEGER, .min = 100, .max = 599 },
  { "detail", SME_FIELD_TEXT, .max = 1000 },
  { "code", SME_FIELD_TEXT, SME_FIELD_REQUIRED, .max = 64, .min = 1 },
  { "errors", SME_FIELD_LIST, .type = sme_field_error_get_type },
  { "attempts_left", SME_FIELD_INTEGER },
  { "retry_after", SME_FIELD_INTEGER },
  { "changed_at", SME_FIELD_TIME },
};

SME_DEFINE_RECORD (SmeProblemBody, sme_problem_body, fields)
