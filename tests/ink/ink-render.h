/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ink/sme-ink.h"

G_BEGIN_DECLS

/* The same ink through three renderers, for comparing: how dark each pixel is, 0..255, one byte
 * each, rows without padding. The box is 480 x 200, and so is the page, in points. */
#define INK_RENDER_WIDTH 480
#define INK_RENDER_HEIGHT 200

guint8 *ink_render_cairo (SmeInk *ink, double scale);

/** ink_render_pdf: @content: the page's content stream; drawn by poppler */
guint8 *ink_render_pdf (GBytes *content, double scale);

/** ink_render_pdf_with: The same, drawn by @tool (pdftoppm), which does not use cairo. */
guint8 *ink_render_pdf_with (GBytes *content, const char *tool, double scale);

/** ink_render_svg: @data: path data; @tool: rsvg-convert */
guint8 *ink_render_svg (const char *data, const char *tool, double scale);

/** ink_render_size: Returns: bytes of each of these */
gsize ink_render_size (double scale);

G_END_DECLS
