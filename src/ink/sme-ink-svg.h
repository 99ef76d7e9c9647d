/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-path.h"

G_BEGIN_DECLS

/**
 * sme_ink_path_to_svg:
 * @self: a shape
 *
 * Returns: (transfer full): the value of the `d` attribute of an SVG path element, in CSS pixels,
 * y down; to be filled with fill-rule nonzero. Empty for an empty shape
 */
char *sme_ink_path_to_svg (const SmeInkPath *self);

/* More than any name or signature has; what is larger is refused unread. */
#define SME_INK_SVG_MAX_BYTES (2 * 1024 * 1024)

/**
 * sme_ink_path_new_from_svg:
 * @data: path data from anywhere
 * @error: %SME_INK_ERROR_FORMAT, %SME_INK_ERROR_VALUE or %SME_INK_ERROR_LIMIT
 *
 * Reads what sme_ink_path_to_svg() writes, and nothing more of SVG's grammar: absolute M, L, C and
 * Z, plain decimal numbers with one blank between, every outline closed.
 *
 * Returns: (transfer full): the shape
 */
SmeInkPath *sme_ink_path_new_from_svg (const char *data, GError **error);

G_END_DECLS
