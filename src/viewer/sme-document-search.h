/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

G_BEGIN_DECLS

/** Matches kept at most, 8 bytes each: a letter that is on every line of 1,000 dense pages. */
#define SME_DOCUMENT_SEARCH_MAX 1000000

#define SME_TYPE_DOCUMENT_SEARCH (sme_document_search_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentSearch, sme_document_search, SME, DOCUMENT_SEARCH, GObject)

/**
 * SmeDocumentSearch: looks for a text on all pages, page by page, without regard to line breaks
 * nor, unless it is told otherwise, to case and marks ("hop dong" finds "Hợp đồng").
 *
 * Properties, which notify on change: "text", "match-case", "match-marks", "count" (matches found
 * so far), "position" (the number of the current match, from 1 in the order of the document; 0
 * while there is none), "busy". Signal "current-changed": another match is the current one, and
 * should be brought in sight.
 */
SmeDocumentSearch *sme_document_search_new (void);

/** @document: (nullable): begins anew, with no text. */
void sme_document_search_set_document (SmeDocumentSearch *self, SmeDocument *document);

/**
 * sme_document_search_set_text:
 * @text: (nullable): what to look for
 * @page: where to begin; the first match from there on becomes the current one
 */
void sme_document_search_set_text (SmeDocumentSearch *self, const char *text, guint page);
/** Searches the same text again with other demands, from where the current match is. */
void sme_document_search_set_match (SmeDocumentSearch *self, SmeTextMatch match);
SmeTextMatch sme_document_search_get_match (SmeDocumentSearch *self);
const char *sme_document_search_get_text (SmeDocumentSearch *self);

guint sme_document_search_get_count (SmeDocumentSearch *self);
guint sme_document_search_get_position (SmeDocumentSearch *self);
/** Returns: whether there are more matches than are kept; the last page with any has only some. */
gboolean sme_document_search_is_cut (SmeDocumentSearch *self);
/** @max: 1 to %SME_DOCUMENT_SEARCH_MAX; for the searches that begin from now on. */
void sme_document_search_set_max (SmeDocumentSearch *self, guint max);
gboolean sme_document_search_get_busy (SmeDocumentSearch *self);

/** Makes the next or previous match the current one, round the ends of the document. */
void sme_document_search_next (SmeDocumentSearch *self);
void sme_document_search_previous (SmeDocumentSearch *self);

/** Returns: (transfer none) (nullable): a #GArray of #SmeTextRange, the matches on @page. */
GArray *sme_document_search_get_matches (SmeDocumentSearch *self, guint page);

/** Returns: whether there is a current match; then @page and @range say where. */
gboolean
sme_document_search_get_current (SmeDocumentSearch *self, guint *page, SmeTextRange *range);

G_END_DECLS
