/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** Turns round how light the colours of an opaque picture are to the eye, and keeps their hues:
 * black on white becomes light on %SME_PAGE_DARK_PAPER. What has a contrast of at least 4.5 on
 * white has it there, too. */
void sme_page_darken (cairo_surface_t *surface);

/** What white becomes, and black: not the full contrast, which dazzles in the dark. */
#define SME_PAGE_DARK_PAPER 0x1e
#define SME_PAGE_DARK_INK 0xe6

G_END_DECLS
