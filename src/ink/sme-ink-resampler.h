/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-curve.h"
#include "ink/sme-ink-stroke.h"

G_BEGIN_DECLS

/** sme_ink_pen_reach: Returns: half of the widest line in a box of @box_width, CSS pixels */
double sme_ink_pen_reach (double box_width);

/**
 * SmeInkResampler:
 *
 * First stage of the smoothing: takes the rounding of the device out of the samples, gives each a
 * width, and turns them into points at equal distances (#SmeInkCurve). The width comes from
 * pressure if the stroke's first sample has one, else from speed.
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
 * @from: at most the number of final points
 * @points: (element-type SmeInkPoint): replaced by all points, from index @from on, that the
 *   stroke has if it ends now; the last one is the last sample itself
 */
void sme_ink_resampler_finish (const SmeInkResampler *self, guint from, GArray *points);

/**
 * sme_ink_resampler_get_dot:
 * @dot: (out): where the dot is, and how wide
 *
 * Returns: whether the pen stayed (or trembled) in one place so far, so that the stroke is a dot
 */
gboolean sme_ink_resampler_get_dot (const SmeInkResampler *self, SmeInkPoint *dot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkResampler, sme_ink_resampler_free)

G_END_DECLS
