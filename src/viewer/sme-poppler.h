/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-page-geometry.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * SmePoppler: a PopplerDocument and the facts read from it once. Only sme-poppler.c, -facts.c and
 * -compare.c know poppler; they run in a process of their own (sme-page-service.c), and where
 * vectors are needed, which is for print, in the render thread. Answers are #GVariant of the types
 * in sme-page-wire.h.
 */
typedef struct _SmePoppler SmePoppler;

/** Returns: %NULL with a #SmeDocumentError. */
SmePoppler *sme_poppler_open (GBytes *bytes, GError **error);
void sme_poppler_free (SmePoppler *self);

/** Title and sizes of the pages. */
GVariant *sme_poppler_describe (SmePoppler *self);

/** Draws a piece of a page on white; @surface is of the size of the piece. */
gboolean sme_poppler_render (SmePoppler *self,
                             const SmePageArea *area,
                             cairo_surface_t *surface,
                             GError **error);

/** The text of @page, empty where it has none, with its places and links. */
GVariant *sme_poppler_get_text (SmePoppler *self, guint page, GError **error);

/** Draws @page for print, as vectors, with its upper left corner at 0, 0 and a unit per point. */
gboolean sme_poppler_print (SmePoppler *self, guint page, cairo_t *cr, GError **error);

GVariant *sme_poppler_get_outline (SmePoppler *self);
GVariant *sme_poppler_get_facts (SmePoppler *self);

/** Returns: (transfer full): a #GArray of #graphene_rect_t: where signature fields of @page are, in
 * points. */
GArray *sme_poppler_get_signature_rects (SmePoppler *self, guint page);

/**
 * sme_poppler_shows_same:
 * @except_signatures: leave out the signature fields of @now that are of a signature's size and
 * were there before, or lie where the page was blank
 *
 * Whether @page looks, prints and reads the same in both.
 */
gboolean sme_poppler_shows_same (SmePoppler *before,
                                 SmePoppler *now,
                                 guint page,
                                 gboolean except_signatures);

G_END_DECLS
