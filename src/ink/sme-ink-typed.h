/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-path.h"

G_BEGIN_DECLS

/* Longest name that can be typed, in characters. */
#define SME_INK_TYPED_MAX 80

/**
 * sme_ink_typed:
 * @name: UTF-8, one line; blanks around it are ignored
 * @family: (nullable): font family wanted; where it is not installed or lacks a letter of the
 *   name, a handwriting font that has them all is taken, else italics, so that a name is never set
 *   in two fonts
 * @width: of the box, CSS pixels
 * @height: of the box, CSS pixels
 * @error: %SME_INK_ERROR_EMPTY, %SME_INK_ERROR_LIMIT, %SME_INK_ERROR_FORMAT (control characters,
 *   not UTF-8), %SME_INK_ERROR_GLYPH or %SME_INK_ERROR_BOX
 *
 * A typed name as a shape, in the middle of the box: the letters' outlines, unhinted, so every
 * sink draws the same and a PDF needs no font. The same fonts give the same shape.
 *
 * Returns: (transfer full): the shape
 */
SmeInkPath *
sme_ink_typed (const char *name, const char *family, double width, double height, GError **error);

/* Whether sme_ink_typed() takes @name as one, before any font is asked; the same errors. */
gboolean sme_ink_typed_check_name (const char *name, GError **error);

/* (transfer full) (nullable): the family that sme_ink_typed() takes; NULL: no name. */
char *sme_ink_typed_find_family (const char *name, const char *family);

G_END_DECLS
