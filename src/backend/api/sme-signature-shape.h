/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-signature-input.h"
#include "ink/sme-ink-path.h"

G_BEGIN_DECLS

/**
 * sme_signature_shape_read:
 * @signature: as it came
 * @box: (out): its box, at 0,0
 * @error: a wrong field: "/strokes" of a drawn one, "/name" or "/outline" of a typed one, "/kind"
 * of one that cannot be taken yet
 *
 * What goes into the contract, whichever way the signature was made; checked to be one.
 *
 * Returns: (transfer full): the shape
 */
SmeInkPath *
sme_signature_shape_read (SmeSignatureInput *signature, cairo_rectangle_t *box, GError **error);

G_END_DECLS
