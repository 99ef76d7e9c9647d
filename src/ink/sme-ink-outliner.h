/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-path.h"
#include "ink/sme-ink-resampler.h"

G_BEGIN_DECLS

/**
 * SmeInkOutliner:
 *
 * Last stage of the smoothing: turns a dense centre line with widths into closed outlines with
 * round ends. A line is cut into parts of limited length that overlap in their round ends; a part
 * depends on nothing that comes after it. All parts turn the same way, so the non-zero rule joins
 * them. A plain value: copy it to look ahead without a trace.
 */
#define SME_INK_MAX_NODES 32

typedef struct
{
  double x, y, r; /* a disc of the line */
  double tx, ty;  /* unit vector along the line */
} SmeInkNode;

typedef struct
{
  SmeInkNode nodes[SME_INK_MAX_NODES];
  guint n_nodes;
  SmeInkPoint last[2]; /* the two latest points, older first */
  guint n_points;
  double turned;      /* since the last node, radians */
  double gone;        /* since the last node, pixels */
  double widest_step; /* largest relative change of width between two nodes so far */
} SmeInkOutliner;

void sme_ink_outliner_init (SmeInkOutliner *self);

/**
 * sme_ink_outliner_add:
 * @point: the next point of the line, some SME_INK_GRID away from the one before
 * @path: where parts go as soon as they are complete
 */
void sme_ink_outliner_add (SmeInkOutliner *self, const SmeInkPoint *point, SmeInkPath *path);

/** sme_ink_outliner_finish: Ends the line at its last point; nothing may be added any more. */
void sme_ink_outliner_finish (SmeInkOutliner *self, SmeInkPath *path);

/** sme_ink_outliner_dot: A round dot of the diameter @point->w. */
void sme_ink_outliner_dot (const SmeInkPoint *point, SmeInkPath *path);

G_END_DECLS
