/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-facts.h"
#include "viewer/sme-outline-item.h"
#include "viewer/sme-page-geometry.h"
#include "viewer/sme-page-text.h"

#include <cairo.h>
#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * SmePoppler: a PopplerDocument and the facts read from it once. Only
 * sme-poppler.c, -facts.c and -compare.c know poppler. All functions run in the render thread; the
 * facts (pages, sizes, title) never change after opening, so every thread may read them.
 */
typedef struct _SmePoppler SmePoppler;

/** Returns: %NULL with a #SmeDocumentError. */
SmePoppler *sme_poppler_open (GBytes *bytes, GError **error);
void sme_poppler_free (SmePoppler *self);

guint sme_poppler_get_n_pages (const SmePoppler *self);
const SmePageSize *sme_poppler_get_sizes (const SmePoppler *self);
const char *sme_poppler_get_title (const SmePoppler *self);

/** Draws a piece of a page on white. */
GdkTexture *sme_poppler_render (SmePoppler *self, const SmePageArea *area, GError **error);

/** Returns: the text of @page, empty where it has none, with its links. */
SmePageText *sme_poppler_get_text (SmePoppler *self, guint page, GError **error);

/** Draws @page for print, as vectors, with its upper left corner at 0, 0 and a unit per point. */
gboolean sme_poppler_print (SmePoppler *self, guint page, cairo_t *cr, GError **error);

/** Returns: (transfer full): a heading without title, with those of the document below it. */
SmeOutlineItem *sme_poppler_get_outline (SmePoppler *self, GError **error);

SmeDocumentFacts *sme_poppler_get_facts (SmePoppler *self, GError **error);

/** Returns: (transfer full): a #GArray of #graphene_rect_t: where signature fields of @page are, in
 * points. */
GArray *sme_poppler_get_signature_rects (SmePoppler *self, guint page, GError **error);

/**
 * sme_poppler_shows_same:
 * @masks: (nullable): a #GArray of #graphene_rect_t, places in points that do not count
 *
 * Whether @page looks and reads the same in both.
 */
gboolean sme_poppler_shows_same (SmePoppler *before, SmePoppler *now, guint page, GArray *masks);

G_END_DECLS
