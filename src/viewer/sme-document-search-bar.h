/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-view.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_SEARCH_BAR (sme_document_search_bar_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentSearchBar,
                      sme_document_search_bar,
                      SME,
                      DOCUMENT_SEARCH_BAR,
                      GtkWidget)

/**
 * SmeDocumentSearchBar: the entry that searches a document, the number of matches, next and
 * previous. It names the actions document.find-next and document.find-previous of a parent.
 *
 * Properties: "view" (the #SmeDocumentView), "search-mode" (whether it is shown; closing it clears
 * the search).
 */
void sme_document_search_bar_set_view (SmeDocumentSearchBar *self, SmeDocumentView *view);

void sme_document_search_bar_set_search_mode (SmeDocumentSearchBar *self, gboolean search_mode);
gboolean sme_document_search_bar_get_search_mode (SmeDocumentSearchBar *self);

/** Shows it, and puts the focus into the entry with its text selected. */
void sme_document_search_bar_start (SmeDocumentSearchBar *self);

G_END_DECLS
