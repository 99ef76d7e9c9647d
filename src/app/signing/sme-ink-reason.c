/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/signing/sme-ink-reason.h"

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
