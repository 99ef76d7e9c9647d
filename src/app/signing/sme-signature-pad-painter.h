/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-capture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeSignaturePadPainter:
 *
 * Keeps the picture of a signature pad's ink, at the resolution of its screen. What is committed
 * of a stroke is drawn into it once; a frame costs only the tail of the running stroke. A stroke
 * has the same pixels while it is drawn, after, and when it comes back from a draft.
 */
typedef struct _SmeSignaturePadPainter SmeSignaturePadPainter;

SmeSignaturePadPainter *sme_signature_pad_painter_new (void);
void sme_signature_pad_painter_free (SmeSignaturePadPainter *self);

/**
 * sme_signature_pad_painter_paint:
 * @ink: what to draw, its running stroke included
 * @capture: (nullable): who draws, and so knows the shape of the latest stroke
 * @width: of the box on the screen; the ink's own box is scaled to it
 * @height: of the box on the screen
 * @scale: device pixels per unit
 *
 * Returns: (transfer none) (nullable): the picture, its origin that of the box
 */
GskRenderNode *sme_signature_pad_painter_paint (SmeSignaturePadPainter *self,
                                                SmeInk *ink,
                                                SmeInkCapture *capture,
                                                double width,
                                                double height,
                                                int scale);

/** sme_signature_pad_painter_get_n_filled: Returns: parts of outlines drawn so far; for tests */
guint sme_signature_pad_painter_get_n_filled (SmeSignaturePadPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSignaturePadPainter, sme_signature_pad_painter_free)

G_END_DECLS
