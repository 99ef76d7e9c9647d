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

G_END_DECLS
