/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-signature-input.h"
#include "seal/sme-seal.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * SmeSignatureShape:
 *
 * What of a signature goes into the contract, whichever way it was made: outlines or a picture.
 */
typedef struct _SmeSignatureShape SmeSignatureShape;

/**
 * sme_signature_shape_read:
 * @signature: as it came
 * @error: a wrong field: "/strokes" of a drawn one, "/name" or "/outline" of a typed one, "/image"
 * of one made of a picture
 *
 * Returns: (transfer full): the shape, checked to be one
 */
SmeSignatureShape *sme_signature_shape_read (SmeSignatureInput *signature, GError **error);
void sme_signature_shape_free (SmeSignatureShape *self);

/* (transfer full): the operators that draw it into @to, in PDF points. */
GBytes *
sme_signature_shape_draw (SmeSignatureShape *self, const cairo_rectangle_t *to, GError **error);

/* (nullable): the picture that they draw; lives as long as @self. */
const SmeSealImage *sme_signature_shape_get_image (SmeSignatureShape *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSignatureShape, sme_signature_shape_free)

G_END_DECLS
