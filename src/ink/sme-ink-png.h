/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-error.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * sme_ink_png_read:
 * @png: bytes from anywhere
 * @max_width: in pixels
 * @max_height: in pixels
 * @error: %SME_INK_ERROR_FORMAT or %SME_INK_ERROR_LIMIT
 *
 * Reads a PNG of the plainest form: 8 bit RGBA, not interlaced, and no chunks but those of pixels
 * and their colours. Its header is read before it is unpacked, so no file can make more of itself
 * than @max_width times @max_height pixels.
 *
 * Returns: (transfer full): an ARGB32 image surface
 */
cairo_surface_t *sme_ink_png_read (GBytes *png, guint max_width, guint max_height, GError **error);

/* (transfer full): @surface as such a PNG; the same pixels give the same bytes. */
GBytes *sme_ink_png_write (cairo_surface_t *surface, GError **error);

G_END_DECLS
