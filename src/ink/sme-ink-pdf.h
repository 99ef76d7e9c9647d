/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-path.h"

G_BEGIN_DECLS

/**
 * sme_ink_path_to_pdf:
 * @self: a shape
 * @from: the part of the plane to show, CSS pixels: the ink's box, or its bounds
 * @to: where, in PDF points, y up
 * @bbox: (out) (optional): what the drawing touches, PDF points, y up; never outside of @to by
 *   more than the shape is outside of @from
 * @error: %SME_INK_ERROR_EMPTY or %SME_INK_ERROR_BOX
 *
 * The shape as operators of a content stream (ISO 32000-1, 8.5): filled outlines in the ink's
 * colour, between q and Q, fitted into the middle of @to without distortion. It needs no
 * resources, so it can be the whole stream of a form XObject. Not compressed; ASCII, with a
 * decimal point in every locale.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *sme_ink_path_to_pdf (const SmeInkPath *self,
                             const cairo_rectangle_t *from,
                             const cairo_rectangle_t *to,
                             cairo_rectangle_t *bbox,
                             GError **error);

G_END_DECLS
