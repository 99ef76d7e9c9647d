/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink.h"

G_BEGIN_DECLS

/**
 * sme_ink_path_trace:
 * @self: a shape
 * @cr: a cairo context; the shape's CSS pixels are its user units
 * @first_part: first part wanted
 * @n_parts: how many, or %G_MAXUINT for all that follow
 *
 * Adds parts of the shape to the current path of @cr, without drawing.
 */
void sme_ink_path_trace (const SmeInkPath *self, cairo_t *cr, guint first_part, guint n_parts);

/** sme_ink_path_fill: Fills the shape with the current source, by the non-zero rule. */
void sme_ink_path_fill (const SmeInkPath *self, cairo_t *cr);

/** sme_ink_draw: Draws all finished strokes in the ink's colour, its box at 0,0. */
void sme_ink_draw (SmeInk *self, cairo_t *cr);

G_END_DECLS
