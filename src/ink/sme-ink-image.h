/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink-error.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Most that a signature's picture may have: 400 dots per inch in the field of a contract. */
#define SME_INK_IMAGE_MAX_WIDTH 1200
#define SME_INK_IMAGE_MAX_HEIGHT 500
#define SME_INK_IMAGE_MIN_WIDTH 40
#define SME_INK_IMAGE_MIN_HEIGHT 12
/* Of the PNG. Uncompressed it cannot have more than 2.4 MB. */
#define SME_INK_IMAGE_MAX_BYTES (1536 * 1024)

/**
 * SmeInkImage:
 *
 * A signature as a picture, without paper: where there is no ink it is transparent. Immutable, so
 * it may go from thread to thread.
 */
typedef struct _SmeInkImage SmeInkImage;

/**
 * sme_ink_image_new:
 * @surface: an ARGB32 image surface within the limits; taken over, must not be drawn on any more
 * @error: as below
 *
 * Returns: (transfer full): the picture, encoded
 */
SmeInkImage *sme_ink_image_new (cairo_surface_t *surface, GError **error);

/**
 * sme_ink_image_new_from_png:
 * @png: bytes from anywhere
 * @error: %SME_INK_ERROR_FORMAT (no PNG of 8 bit RGBA that holds pixels and nothing else),
 *   %SME_INK_ERROR_LIMIT, %SME_INK_ERROR_COARSE, %SME_INK_ERROR_PAPER or %SME_INK_ERROR_SOLID
 *
 * Reads what sme_ink_image_get_png() gave. The size is checked before anything is unpacked.
 *
 * Returns: (transfer full): the picture, with these very bytes
 */
SmeInkImage *sme_ink_image_new_from_png (GBytes *png, GError **error);

SmeInkImage *sme_ink_image_ref (SmeInkImage *self);
void sme_ink_image_unref (SmeInkImage *self);

/* (transfer none): the PNG: header, pixels, end; no text, no time, no place. */
GBytes *sme_ink_image_get_png (SmeInkImage *self);
guint sme_ink_image_get_width (SmeInkImage *self);
guint sme_ink_image_get_height (SmeInkImage *self);

/* As large as fits into the middle of @to, not distorted. */
void sme_ink_image_paint (SmeInkImage *self, cairo_t *cr, const cairo_rectangle_t *to);

/**
 * sme_ink_image_to_pdf:
 * @name: of the picture among the stream's resources, without the slash
 * @from: the signature's box, CSS pixels; the picture is in its middle
 * @to: where, in PDF points, y up
 * @error: %SME_INK_ERROR_BOX
 *
 * Returns: (transfer full): operators that draw it, see sme_ink_path_to_pdf()
 */
GBytes *sme_ink_image_to_pdf (SmeInkImage *self,
                              const char *name,
                              const cairo_rectangle_t *from,
                              const cairo_rectangle_t *to,
                              GError **error);

/* (transfer full): row by row from the top, without padding: red, green, blue of each pixel; and
 * how much ink there is, 0 to 255. */
GBytes *sme_ink_image_get_colours (SmeInkImage *self);
GBytes *sme_ink_image_get_coverage (SmeInkImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeInkImage, sme_ink_image_unref)

G_END_DECLS
