/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-stroke.h"

G_BEGIN_DECLS

/* Distance of neighbours on the resampled line, CSS pixels. */
#define SME_INK_GRID 0.25

/**
 * SmeInkPoint:
 * @x: CSS pixels
 * @y: CSS pixels
 * @w: width of the line there, CSS pixels
 */
typedef struct
{
  double x;
  double y;
  double w;
} SmeInkPoint;

/**
 * SmeInkResampler:
 *
 * First stage of the smoothing: a centripetal Catmull-Rom curve through every sample, walked in
 * equal steps of %SME_INK_GRID, so that what follows does not depend on the device's rate. The
 * width comes from pressure if the stroke's first sample has one, else from speed.
 */
typedef struct _SmeInkResampler SmeInkResampler;

/**
 * sme_ink_resampler_new:
 * @box_width: of the ink's box; the pen's width is proportional to it, so that a signature looks
 *   the same on paper however large the window was
 */
SmeInkResampler *sme_ink_resampler_new (double box_width);
void sme_ink_resampler_free (SmeInkResampler *self);

void sme_ink_resampler_add (SmeInkResampler *self, const SmeInkSample *sample);

/**
 * sme_ink_resampler_get_final:
 * @n_points: (out): how many there are
 *
 * Returns: (transfer none): the points that no later sample will change
 */
const SmeInkPoint *sme_ink_resampler_get_final (const SmeInkResampler *self, guint *n_points);

/**
 * sme_ink_resampler_finish:
 * @points: (element-type SmeInkPoint): replaced by all points of the stroke if it ended now from
 *   index @from on; its last one is the last sample itself
 * @from: at most the number of final points
 */
void sme_ink_resampler_finish (const SmeInkResampler *self, guint from, GArray *points);

/** sme_ink_resampler_get_dot_width: Returns: width of the dot that a stroke without length leaves
 */
double sme_ink_resampler_get_dot_width (const SmeInkResampler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkResampler, sme_ink_resampler_free)

G_END_DECLS
