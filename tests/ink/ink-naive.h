/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-stroke.h"

G_BEGIN_DECLS

/**
 * InkNaive:
 *
 * What most signature boxes do, to compare with: take a sample at most every 16 ms and only 5 px
 * from the last one taken; draw a cubic between two of them as soon as the one after is known,
 * with control points on the mid-points of the chords; width 0.5 to 2.5 px from a speed that is
 * averaged with weight 0.7. Written from that description.
 */
typedef struct
{
  guint n_taken; /* samples */
  double *x, *y; /* points along the drawn line */
  guint n_points;
  double width_step; /* largest relative change of width between two curves */
} InkNaive;

InkNaive *ink_naive_new (SmeInkStroke *stroke);
void ink_naive_free (InkNaive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkNaive, ink_naive_free)

G_END_DECLS
