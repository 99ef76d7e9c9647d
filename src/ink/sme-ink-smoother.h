/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-path.h"
#include "ink/sme-ink-stroke.h"

G_BEGIN_DECLS

/**
 * SmeInkSmoother:
 *
 * Makes the shape of one stroke while it is being drawn. The shape is a function of the samples
 * so far: committed parts are never changed or taken back, only the short tail is made anew, and
 * a stroke that ends looks exactly as it did a moment before.
 *
 * The line goes through the samples (centripetal Catmull-Rom), loses what is smaller than a pixel
 * (devices report whole pixels: without this, slow lines are stairs), keeps both ends exactly
 * where the pen was, and leaves a round dot where it did not move.
 */
typedef struct _SmeInkSmoother SmeInkSmoother;

/**
 * sme_ink_smoother_new:
 * @box_width: of the ink's box, CSS pixels; the pen is proportional to it
 */
SmeInkSmoother *sme_ink_smoother_new (double box_width);
void sme_ink_smoother_free (SmeInkSmoother *self);

void sme_ink_smoother_add (SmeInkSmoother *self, const SmeInkSample *sample);

/**
 * sme_ink_smoother_get_committed:
 *
 * Returns: (transfer none): the parts that will stay; later samples only add to it
 */
const SmeInkPath *sme_ink_smoother_get_committed (SmeInkSmoother *self);

/**
 * sme_ink_smoother_get_tail:
 *
 * Returns: (transfer none): the rest of the stroke if it ended now; valid until the next sample
 */
const SmeInkPath *sme_ink_smoother_get_tail (SmeInkSmoother *self);

/**
 * sme_ink_smoother_get_centre:
 * @points: (element-type SmeInkPoint): filled with the centre line, equally spaced, for measuring
 *
 * Returns: largest relative change of width between two neighbouring nodes of the outline
 */
double sme_ink_smoother_get_centre (SmeInkSmoother *self, GArray *points);

/**
 * sme_ink_smooth:
 * @stroke: a stroke
 * @box_width: of its box
 *
 * The one function of the samples that all sinks draw.
 *
 * Returns: (transfer full): committed parts and tail together
 */
SmeInkPath *sme_ink_smooth (const SmeInkStroke *stroke, double box_width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkSmoother, sme_ink_smoother_free)

G_END_DECLS
