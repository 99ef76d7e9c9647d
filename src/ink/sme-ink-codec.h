/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * sme_ink_to_variant:
 * @self: ink
 *
 * Box and finished strokes for a draft: (yuuaa(iiun)) = form 1, width, height, strokes of (x, y,
 * t, p); lengths in 1/1000 px, pressure in 1/1000 or -1. The history is not kept.
 *
 * Returns: (transfer floating): the value
 */
GVariant *sme_ink_to_variant (SmeInk *self);

/**
 * sme_ink_new_from_variant:
 * @variant: a value from anywhere, normal form or not
 * @error: %SME_INK_ERROR_FORMAT, %SME_INK_ERROR_VALUE or %SME_INK_ERROR_LIMIT
 *
 * Returns: (transfer full): the ink, with as many undo steps as strokes
 */
SmeInk *sme_ink_new_from_variant (GVariant *variant, GError **error);

/**
 * sme_ink_to_bytes:
 * @self: ink
 *
 * The canonical form that evidence is made of: "OneSME ink 1\n", then big-endian 32-bit numbers:
 * width, height, number of strokes; per stroke the number of samples and for each x, y, t, p as
 * above (p as -1 or 0..1000). The same ink gives the same bytes on every machine.
 */
GBytes *sme_ink_to_bytes (SmeInk *self);

/** sme_ink_hash: Returns: (transfer full): SHA-256 of the canonical form, 64 lower-case hex digits
 */
char *sme_ink_hash (SmeInk *self);

G_END_DECLS
