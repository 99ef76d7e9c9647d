/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-image.h"

G_BEGIN_DECLS

/* Longer side of what is looked at, in pixels: twice what is kept, so that edges are clean. */
#define SME_INK_SCAN_MAX_SIDE 2400

/* How much is taken for paper: 0 to 1. */
#define SME_INK_SCAN_STRENGTH 0.5

/**
 * SmeInkScan:
 *
 * A picture of a signature on paper, from a camera or a scanner. Immutable, so it may go from
 * thread to thread; pixels only, whatever else the file held is not here.
 */
typedef struct _SmeInkScan SmeInkScan;

/**
 * sme_ink_scan_new:
 * @rgb: (transfer full): red, green, blue of each pixel, row by row from the top, no padding
 * @width: in pixels, at most %SME_INK_SCAN_MAX_SIDE
 * @height: in pixels, likewise
 */
SmeInkScan *sme_ink_scan_new (guint8 *rgb, guint width, guint height);
SmeInkScan *sme_ink_scan_ref (SmeInkScan *self);
void sme_ink_scan_unref (SmeInkScan *self);

/**
 * sme_ink_scan_extract:
 * @strength: 0 keeps the faintest ink, 1 takes all but the darkest for paper
 * @error: %SME_INK_ERROR_PAPER, %SME_INK_ERROR_SOLID or %SME_INK_ERROR_COARSE
 *
 * The ink alone: paper, its shade and its tint are taken away, specks too, and what is left is
 * trimmed and made to fit the limits of #SmeInkImage. The same scan and strength give the same
 * bytes. Takes tens of milliseconds: not for a main loop.
 *
 * Returns: (transfer full): the picture
 */
SmeInkImage *sme_ink_scan_extract (SmeInkScan *self, double strength, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkScan, sme_ink_scan_unref)

G_END_DECLS
