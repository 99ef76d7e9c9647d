/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-ink-reason.h"

#include "core/sme-problem.h"
#include "core/sme-record.h"
#include "ink/sme-ink-error.h"

const char *
sme_ink_reason_code (const GError *error)
{
  static const char *const codes[] = {
    [SME_INK_ERROR_EMPTY] = "ink-empty",         [SME_INK_ERROR_DOT] = "ink-dot",
    [SME_INK_ERROR_TOO_SHORT] = "ink-too-short", [SME_INK_ERROR_TICK] = "ink-tick",
    [SME_INK_ERROR_OUTSIDE] = "ink-outside",     [SME_INK_ERROR_VALUE] = "range",
    [SME_INK_ERROR_LIMIT] = "too-long",          [SME_INK_ERROR_BOX] = "range",
    [SME_INK_ERROR_FORMAT] = "characters",       [SME_INK_ERROR_GLYPH] = "characters",
    [SME_INK_ERROR_PAPER] = "image-paper",       [SME_INK_ERROR_SOLID] = "image-solid",
    [SME_INK_ERROR_COARSE] = "image-coarse",
  };

  g_return_val_if_fail (error->domain == SME_INK_ERROR, "format");
  return codes[error->code];
}

const char *
sme_ink_reason_find (const GError *error)
{
  GPtrArray *fields;

  if (error->domain == SME_INK_ERROR)
    return sme_ink_reason_code (error);
  if (!g_error_matches (error, SME_PROBLEM, SME_PROBLEM_INVALID))
    return NULL;
  fields = sme_problem_get_fields (error);
  return fields != NULL && fields->len > 0
           ? sme_record_get_text (g_ptr_array_index (fields, 0), "code")
           : NULL;
}
