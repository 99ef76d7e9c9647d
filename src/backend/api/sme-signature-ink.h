/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-signature-input.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/* The strokes of a drawn signature as ink; checked to be one. A wrong one is a wrong field
 * "/strokes". */
SmeInk *sme_signature_ink_read (SmeSignatureInput *signature, GError **error);

/* The code of a field for an error of #SmeInkError. */
const char *sme_signature_reason_code (const GError *error);

G_END_DECLS
