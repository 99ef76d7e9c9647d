/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-error.h"
#include "ink/sme-ink-path.h"
#include "ink/sme-ink-stroke.h"

G_BEGIN_DECLS

/* What one signature can be at most. A long one has 3,000 samples in 40 strokes and is 4,000 px
 * long. The wire takes 4 MiB, which 50,000 samples of ~48 bytes stay under. */
#define SME_INK_MAX_STROKES 512
#define SME_INK_MAX_SAMPLES 50000
#define SME_INK_MAX_LENGTH 50000.0
#define SME_INK_MIN_BOX 32.0
#define SME_INK_MAX_BOX 8192.0
#define SME_INK_MAX_COORDINATE 16384.0
#define SME_INK_MAX_TIME 86400000.0

/**
 * SmeInk:
 *
 * A drawn signature: a box in CSS pixels and the strokes in it, with undo and redo by stroke.
 * Pure data; #SmeInkPath is its shape. Not thread-safe, but owned by no particular thread.
 *
 * SmeInk::changed is emitted when the finished strokes changed (not for each sample).
 */
#define SME_TYPE_INK (sme_ink_get_type ())
G_DECLARE_FINAL_TYPE (SmeInk, sme_ink, SME, INK, GObject)

/**
 * sme_ink_new:
 * @width: of the box, CSS pixels
 * @height: of the box
 *
 * Takes any numbers, as they may come from outside; sme_ink_check() refuses a box without sense.
 */
SmeInk *sme_ink_new (double width, double height);

double sme_ink_get_width (SmeInk *self);
double sme_ink_get_height (SmeInk *self);

/**
 * sme_ink_set_box:
 *
 * Another box, allowed only while there is nothing drawn and nothing to undo or redo.
 *
 * Returns: %FALSE (and nothing changed) otherwise
 */
gboolean sme_ink_set_box (SmeInk *self, double width, double height);

/**
 * sme_ink_begin_stroke:
 * @self: ink without a running stroke
 * @error: %SME_INK_ERROR_LIMIT
 *
 * Starts a stroke. It counts (for check, hash, drafts, SmeInk:changed) once it is ended.
 */
gboolean sme_ink_begin_stroke (SmeInk *self, GError **error);

/**
 * sme_ink_append:
 * @self: ink with a running stroke
 * @x: CSS pixels in the box
 * @y: CSS pixels in the box
 * @t: ms since the ink's first sample; an earlier time than the last one's is taken as that
 * @p: pressure, clamped to 1; negative = none
 * @error: %SME_INK_ERROR_VALUE or %SME_INK_ERROR_LIMIT
 *
 * Adds one sample to the running stroke, whether inside the box or not. The numbers may come from
 * a stranger: what is not finite or beyond all measure is refused, and nothing is added.
 */
gboolean sme_ink_append (SmeInk *self, double x, double y, double t, double p, GError **error);

/** sme_ink_end_stroke: Finishes the running stroke; one without samples leaves no trace. */
void sme_ink_end_stroke (SmeInk *self);

/** sme_ink_cancel_stroke: Forgets the running stroke, if there is one. */
void sme_ink_cancel_stroke (SmeInk *self);

/** sme_ink_get_running: Returns: (transfer none) (nullable): the stroke that is being drawn */
SmeInkStroke *sme_ink_get_running (SmeInk *self);

guint sme_ink_get_n_strokes (SmeInk *self);
SmeInkStroke *sme_ink_get_stroke (SmeInk *self, guint index);
guint sme_ink_get_n_samples (SmeInk *self);
gboolean sme_ink_is_empty (SmeInk *self);

/**
 * sme_ink_undo:
 *
 * Takes back the last stroke, or the last clearing. Does nothing while a stroke is running.
 *
 * Returns: whether anything changed
 */
gboolean sme_ink_undo (SmeInk *self);
gboolean sme_ink_redo (SmeInk *self);
gboolean sme_ink_clear (SmeInk *self);
gboolean sme_ink_can_undo (SmeInk *self);
gboolean sme_ink_can_redo (SmeInk *self);

/** sme_ink_get_bounds: Returns: %FALSE if empty; else @bounds of all samples, CSS pixels */
gboolean sme_ink_get_bounds (SmeInk *self, cairo_rectangle_t *bounds);

/** sme_ink_get_length: Returns: length of all finished strokes, CSS pixels */
double sme_ink_get_length (SmeInk *self);

/** sme_ink_get_duration: Returns: time of the last sample, ms since the first */
guint32 sme_ink_get_duration (SmeInk *self);

/** sme_ink_equal: Returns: whether box and finished strokes are the same (history is not compared)
 */
gboolean sme_ink_equal (SmeInk *a, SmeInk *b);

/** sme_ink_to_path: Returns: (transfer full): the shape of all finished strokes, CSS pixels */
SmeInkPath *sme_ink_to_path (SmeInk *self);

G_END_DECLS
