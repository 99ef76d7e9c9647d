/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-facts.h"
#include "viewer/sme-outline-item.h"
#include "viewer/sme-page-geometry.h"
#include "viewer/sme-page-text.h"
#include "viewer/sme-render-thread.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT (sme_document_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocument, sme_document, SME, DOCUMENT, GObject)

/**
 * SmeDocument: an opened PDF document.
 *
 * Its facts are there as data once it is open; pages and text come from the render thread, each by
 * an async call. Errors are #SmeDocumentError, or %G_IO_ERROR_CANCELLED. Pages count from 0. A
 * signed file is never rewritten: the bytes are those that came.
 */

/** A document will be opened soon: makes ready what that takes, while its bytes are on their way.
 */
void sme_document_prepare (void);

/** Opens the document in @bytes, which is kept. */
void sme_document_open_bytes_async (GBytes *bytes,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/** Reads a regular file, up to the limit of size, and opens it. */
void sme_document_open_file_async (GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SmeDocument *sme_document_open_finish (GAsyncResult *result, GError **error);

guint sme_document_get_n_pages (SmeDocument *self);
/** Returns: (transfer none): one size per page. */
const SmePageSize *sme_document_get_page_sizes (SmeDocument *self);
/** Returns: (nullable): the title that the file gives itself. */
const char *sme_document_get_title (SmeDocument *self);
/** Returns: (transfer none): the file. */
GBytes *sme_document_get_bytes (SmeDocument *self);

/**
 * sme_document_render_async:
 * @owner: (nullable): who asks. A newer request of the same owner for the same page replaces one
 *   that still waits.
 *
 * Draws a piece of a page, at most %SME_PAGE_MAX_PIXELS.
 */
void sme_document_render_async (SmeDocument *self,
                                const SmePageArea *area,
                                SmeRenderPriority priority,
                                gconstpointer owner,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GdkTexture *sme_document_render_finish (SmeDocument *self, GAsyncResult *result, GError **error);

/**
 * sme_document_print_async:
 * @cr: kept until the call is done, and drawn on in the render thread: nobody else may touch it
 *
 * Draws a page as vectors, with its upper left corner at 0, 0 and a unit per point.
 */
void sme_document_print_async (SmeDocument *self,
                               guint page,
                               cairo_t *cr,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean sme_document_print_finish (SmeDocument *self, GAsyncResult *result, GError **error);

/** Writes the bytes of the document as they came; an older file is replaced as a whole. */
void sme_document_save_async (SmeDocument *self,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean sme_document_save_finish (SmeDocument *self, GAsyncResult *result, GError **error);

/** Returns: (transfer none) (nullable): the text of @page if it is at hand. */
SmePageText *sme_document_peek_text (SmeDocument *self, guint page);

/** Gets the text of @page, which is kept within a bound of memory. */
void sme_document_get_text_async (SmeDocument *self,
                                  guint page,
                                  SmeRenderPriority priority,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
SmePageText *sme_document_get_text_finish (SmeDocument *self, GAsyncResult *result, GError **error);

/** Reads the document's table of contents. */
void sme_document_get_outline_async (SmeDocument *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
/** Returns: (transfer full): a heading without title that has those of the document below it. */
SmeOutlineItem *
sme_document_get_outline_finish (SmeDocument *self, GAsyncResult *result, GError **error);

/** Reads what the file says of itself. */
void sme_document_get_facts_async (SmeDocument *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SmeDocumentFacts *
sme_document_get_facts_finish (SmeDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
