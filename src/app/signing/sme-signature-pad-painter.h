/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-capture.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SmeSignaturePadPainter:
 *
 * Keeps the ink of a signature pad as render nodes. What is committed of a stroke becomes nodes
 * once and is never drawn again; only the tail of the running stroke is made anew in each frame.
 * Nodes are shapes, not pixels, so they are sharp at every scale. A stroke has the same nodes
 * while it is drawn, after, and when it comes back from a draft.
 */
typedef struct _SmeSignaturePadPainter SmeSignaturePadPainter;

SmeSignaturePadPainter *sme_signature_pad_painter_new (void);
void sme_signature_pad_painter_free (SmeSignaturePadPainter *self);

/**
 * sme_signature_pad_painter_snapshot:
 * @ink: what to draw, its running stroke included
 * @capture: (nullable): who draws, and so knows the shape of the latest stroke
 * @snapshot: its units are the ink's CSS pixels
 */
void sme_signature_pad_painter_snapshot (SmeSignaturePadPainter *self,
                                         SmeInk *ink,
                                         SmeInkCapture *capture,
                                         GtkSnapshot *snapshot);

/** sme_signature_pad_painter_get_n_made: Returns: nodes made so far; for tests and measuring */
guint sme_signature_pad_painter_get_n_made (SmeSignaturePadPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSignaturePadPainter, sme_signature_pad_painter_free)

G_END_DECLS
