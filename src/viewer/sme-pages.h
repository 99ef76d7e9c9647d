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
 * SmePages: an opened document as the render thread sees it; poppler has it in another process
 * (sme-page-process.h), and again if that one ends. All functions run in the render thread; the
 * facts (pages, sizes, title) never change after opening, so every thread may read them.
 *
 * What takes too long fails with %SME_DOCUMENT_ERROR_TOO_COMPLEX; what is cancelled while it runs
 * ends soon after.
 */
typedef struct _SmePages SmePages;

/** Returns: %NULL with a #SmeDocumentError. */
SmePages *sme_pages_open (GBytes *bytes, GCancellable *cancellable, GError **error);
void sme_pages_free (SmePages *self);

guint sme_pages_get_n_pages (const SmePages *self);
const SmePageSize *sme_pages_get_sizes (const SmePages *self);
const char *sme_pages_get_title (const SmePages *self);

/** Draws a piece of a page on white. %G_IO_ERROR_BUSY: it gave way to something more urgent. */
GdkTexture *sme_pages_render (SmePages *self,
                              const SmePageArea *area,
                              GCancellable *cancellable,
                              GError **error);

/** Returns: the text of @page, empty where it has none, with its links. */
SmePageText *
sme_pages_get_text (SmePages *self, guint page, GCancellable *cancellable, GError **error);

/** Draws @page for print, as vectors, with its upper left corner at 0, 0 and a unit per point. */
gboolean sme_pages_print (SmePages *self,
                          guint page,
                          cairo_t *cr,
                          GCancellable *cancellable,
                          GError **error);

/** Returns: (transfer full): a heading without title, with those of the document below it. */
SmeOutlineItem *sme_pages_get_outline (SmePages *self, GCancellable *cancellable, GError **error);

SmeDocumentFacts *sme_pages_get_facts (SmePages *self, GCancellable *cancellable, GError **error);

/**
 * sme_pages_compare:
 * @except_signatures: leave out the places of signature fields
 * @same: (out): whether @page looks and reads the same in both
 *
 * Returns: %FALSE with @error if that cannot be found out
 */
gboolean sme_pages_compare (SmePages *before,
                            SmePages *now,
                            guint page,
                            gboolean except_signatures,
                            gboolean *same,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
