/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SmeInkSample:
 * @x: CSS pixels from the left edge of the box, a multiple of 1/1000
 * @y: CSS pixels from its top edge, a multiple of 1/1000
 * @t: milliseconds since the ink's first sample
 * @p: pressure 0..1 in steps of 1/1000, or -1 where the device tells none
 *
 * One delivered sample. Values sit on a grid so that a signature survives JSON, drafts and
 * evidence without a changed hash; 1/1000 px is far below what any device resolves.
 */
typedef struct
{
  double x;
  double y;
  guint32 t;
  double p;
} SmeInkSample;

/**
 * SmeInkStroke:
 *
 * The samples between one touch of the pen and its lift. Counted references; a stroke that an
 * #SmeInk has finished is never changed again.
 */
typedef struct _SmeInkStroke SmeInkStroke;

#define SME_TYPE_INK_STROKE (sme_ink_stroke_get_type ())
GType sme_ink_stroke_get_type (void) G_GNUC_CONST;

SmeInkStroke *sme_ink_stroke_new (void);
SmeInkStroke *sme_ink_stroke_ref (SmeInkStroke *self);
void sme_ink_stroke_unref (SmeInkStroke *self);

/**
 * sme_ink_stroke_append:
 * @self: a stroke that is still being drawn
 * @sample: (in): finite values; put on the grid, and @t never runs backwards
 *
 * Adds one sample.
 *
 * Returns: the pixels that the stroke grew by
 */
double sme_ink_stroke_append (SmeInkStroke *self, const SmeInkSample *sample);

/**
 * sme_ink_stroke_get_samples:
 * @self: a stroke
 * @n_samples: (out): how many
 *
 * Returns: (array length=n_samples) (transfer none): all samples, first to last
 */
const SmeInkSample *sme_ink_stroke_get_samples (const SmeInkStroke *self, guint *n_samples);
guint sme_ink_stroke_get_n_samples (const SmeInkStroke *self);

/** sme_ink_stroke_get_length: Returns: length of the line through all samples, CSS pixels */
double sme_ink_stroke_get_length (const SmeInkStroke *self);

/** sme_ink_stroke_get_bounds: Returns: %FALSE if there is no sample; else @bounds, CSS pixels */
gboolean sme_ink_stroke_get_bounds (const SmeInkStroke *self, cairo_rectangle_t *bounds);

gboolean sme_ink_stroke_equal (const SmeInkStroke *a, const SmeInkStroke *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkStroke, sme_ink_stroke_unref)

G_END_DECLS
