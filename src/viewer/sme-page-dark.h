/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** Turns the lightness of an opaque picture round and keeps its hues: black on white becomes light
 * on %SME_PAGE_DARK_PAPER. */
void sme_page_darken (cairo_surface_t *surface);

/** What white becomes, and black: not the full contrast, which dazzles in the dark. */
#define SME_PAGE_DARK_PAPER 0x1e
#define SME_PAGE_DARK_INK 0xe6

G_END_DECLS
