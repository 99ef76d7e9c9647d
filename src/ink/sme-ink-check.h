/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * sme_ink_check:
 * @self: ink; a stroke still running is not looked at
 * @error: why not, %SME_INK_ERROR
 *
 * Whether this can be a signature: something was drawn, it lies in the box, and it is more than a
 * slip of the hand. The app asks before it goes on, the backend asks again; numbers may be
 * hostile. The measures are fractions of the box, so the answer does not depend on the window.
 */
gboolean sme_ink_check (SmeInk *self, GError **error);

/**
 * sme_ink_path_check:
 * @self: a shape that was received as an outline: a typed name
 * @width: of its box, CSS pixels
 * @height: of its box, CSS pixels
 * @error: why not, %SME_INK_ERROR
 *
 * Whether this can be a signature: there is something, in the box, and not too small to see.
 */
gboolean sme_ink_path_check (const SmeInkPath *self, double width, double height, GError **error);

G_END_DECLS
