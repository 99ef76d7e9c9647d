/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-signature-input.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * sme_signature_record_from_ink:
 *
 * Returns: (transfer full): the finished strokes of @ink as the wire takes them, sample for sample;
 *   a pressure that the device did not tell is left out
 */
SmeSignatureInput *sme_signature_record_from_ink (SmeInk *ink);

G_END_DECLS
