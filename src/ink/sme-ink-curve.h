/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
 * SmeInkCurve:
 *
 * A centripetal Catmull-Rom curve through knots, walked in equal steps of %SME_INK_GRID, so that
 * what follows does not depend on the device's rate. A plain value: copy it to look ahead.
 */
typedef struct
{
  SmeInkPoint knots[3]; /* the last three, oldest first */
  guint n_knots;        /* all that ever were */
  SmeInkPoint at;       /* where the walk is */
  double to_go;         /* to the next point */
  double width;         /* of the last point */
} SmeInkCurve;

/**
 * sme_ink_curve_add:
 * @knot: not at the place of the one before
 * @points: (element-type SmeInkPoint): gets the points that this knot makes certain, which are
 *   those up to the knot before it
 */
void sme_ink_curve_add (SmeInkCurve *self, const SmeInkPoint *knot, GArray *points);

/**
 * sme_ink_curve_end:
 * @points: gets the rest; its last point is the last knot
 */
void sme_ink_curve_end (SmeInkCurve *self, GArray *points);

G_END_DECLS
