/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-search.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_TEXT_VIEW (sme_document_text_view_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentTextView,
                      sme_document_text_view,
                      SME,
                      DOCUMENT_TEXT_VIEW,
                      GtkTextView)

/**
 * SmeDocumentTextView: the text of all pages of a document, to be read with a screen reader, with
 * large letters or with the keyboard alone. It cannot be changed.
 *
 * Properties that notify on change: "document", "reached-end" (all pages have text, and the end of
 * it was shown), "page" (the one in sight), "zoom" (1.0: letters as large as everywhere). Signals:
 * "link-activated" (address): a link to the outside was chosen; "jump" (page, how far down on it):
 * one inside. Nothing is opened here.
 */
GtkWidget *sme_document_text_view_new (void);

/** @document: (nullable): its text comes page by page. */
void sme_document_text_view_set_document (SmeDocumentTextView *self, SmeDocument *document);

gboolean sme_document_text_view_get_reached_end (SmeDocumentTextView *self);

/** Brings the heading of a page to the upper edge, as soon as its text has come. */
void sme_document_text_view_go_to_page (SmeDocumentTextView *self, guint page);
/** Goes to the line that stands @top (0 to 1) down @page, as soon as its text is there. */
void sme_document_text_view_go_to_place (SmeDocumentTextView *self, guint page, double top);
guint sme_document_text_view_get_page (SmeDocumentTextView *self);

/** Letters of 75 to 400 %; what stands at the upper edge stays there. */
void sme_document_text_view_set_zoom (SmeDocumentTextView *self, double zoom);
double sme_document_text_view_get_zoom (SmeDocumentTextView *self);
/** The same for the actions view.zoom-in, view.zoom-out, view.zoom-normal. Returns: %FALSE for
 * others. */
gboolean sme_document_text_view_zoom (SmeDocumentTextView *self, const char *action);
gboolean sme_document_text_view_can_zoom (SmeDocumentTextView *self, const char *action);

/** @search: (nullable): its matches are marked, and the current one is brought in sight. */
void sme_document_text_view_set_search (SmeDocumentTextView *self, SmeDocumentSearch *search);

/** Goes to characters of a page and brings them in sight; nothing while that page has not come. */
void
sme_document_text_view_reveal (SmeDocumentTextView *self, guint page, const SmeTextRange *range);

G_END_DECLS
