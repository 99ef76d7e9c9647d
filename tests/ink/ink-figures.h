/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink.h"

G_BEGIN_DECLS

/* What tests and the benchmark measure ink with: a hand that is known exactly. */

/**
 * InkTruth:
 *
 * A line of joined-up writing in a box of 480 x 200 px: loops of several sizes with lengths and
 * curvatures of a real signature. @x, @y: points every @step px along it.
 */
typedef struct
{
  double *x, *y;
  guint n;
  double step;
} InkTruth;

InkTruth *ink_truth_new (void);
void ink_truth_free (InkTruth *truth);
double ink_truth_length (const InkTruth *truth);

/**
 * ink_truth_write:
 * @ink: gets one stroke
 * @speed: of the pen, px/s
 * @rate: samples per second
 * @whole_pixels: whether the device reports whole pixels only, as a mouse does
 * @pressure: whether samples have a pressure
 */
void ink_truth_write (const InkTruth *truth,
                      SmeInk *ink,
                      double speed,
                      double rate,
                      gboolean whole_pixels,
                      gboolean pressure);

/**
 * InkDeviation:
 * @max: largest distance between truth and line, each measured from the other, px
 * @rms: root of the mean square of the same
 * @tail: from the end of the line to the last sample, px
 */
typedef struct
{
  double max, rms, tail;
} InkDeviation;

/** ink_truth_compare: @x, @y: any number of points along the drawn centre line. */
InkDeviation ink_truth_compare (const InkTruth *truth, const double *x, const double *y, guint n);

/** ink_stroke_centre: The centre line that our smoothing draws for @stroke; x and y by turns. */
double *ink_stroke_centre (SmeInkStroke *stroke, double box_width, guint *n, double *width_step);

/** ink_iou: Intersection over union of two coverages of @n bytes each. */
double ink_iou (const guint8 *a, const guint8 *b, gsize n);

/** ink_signature: A signature of several strokes with dots, in a box of 480 x 200. */
SmeInk *ink_signature (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkTruth, ink_truth_free)

G_END_DECLS
