/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-smoother.h"
#include "ink/sme-ink.h"

G_BEGIN_DECLS

typedef enum
{
  SME_INK_SOURCE_MOUSE,
  SME_INK_SOURCE_TOUCH,
  SME_INK_SOURCE_PEN,
} SmeInkSource;

/**
 * SmeInkCapture:
 *
 * Turns what devices deliver into strokes; knows no toolkit. One owner draws at a time, and
 * nobody else's events join its stroke. A touch is taken for a palm and refused while a pen draws
 * or is near, and a pen takes over from a touch, whose stroke is forgotten. Where the line leaves
 * the box the stroke ends at the edge, as on paper, and a new one begins where it comes back.
 *
 * Coordinates are those of the ink's box (CSS pixels), times are the device's clock in ms, which
 * may wrap, pressure is 0..1 or -1. The owner is any address that stays the same from down to up.
 */
typedef struct _SmeInkCapture SmeInkCapture;

SmeInkCapture *sme_ink_capture_new (SmeInk *ink);
void sme_ink_capture_free (SmeInkCapture *self);

/** sme_ink_capture_down: Returns: whether the stroke is taken; if not, @owner's events are ignored
 */
gboolean sme_ink_capture_down (SmeInkCapture *self,
                               gconstpointer owner,
                               SmeInkSource source,
                               double x,
                               double y,
                               guint32 time,
                               double pressure);

/** sme_ink_capture_move: One more sample, in the order of time. Ignored unless @owner draws. */
void sme_ink_capture_move (SmeInkCapture *self,
                           gconstpointer owner,
                           double x,
                           double y,
                           guint32 time,
                           double pressure);

/** sme_ink_capture_up: Ends the stroke of @owner. */
void sme_ink_capture_up (SmeInkCapture *self, gconstpointer owner);

/** sme_ink_capture_cancel: Forgets the stroke of @owner, as if it had never touched. */
void sme_ink_capture_cancel (SmeInkCapture *self, gconstpointer owner);

/** sme_ink_capture_hover: A pen is near at @time, touching or not. */
void sme_ink_capture_hover (SmeInkCapture *self, guint32 time);

gboolean sme_ink_capture_is_drawing (const SmeInkCapture *self);

/**
 * sme_ink_capture_get_smoother:
 * @stroke: a stroke of the ink
 *
 * Returns: (transfer none) (nullable): the shape of @stroke, if it is the one drawn now or last
 */
SmeInkSmoother *sme_ink_capture_get_smoother (const SmeInkCapture *self,
                                              const SmeInkStroke *stroke);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkCapture, sme_ink_capture_free)

G_END_DECLS
