/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-view.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_PANE (sme_document_pane_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentPane, sme_document_pane, SME, DOCUMENT_PANE, GtkWidget)

/**
 * SmeDocumentPane: a document with all that one does with it: pages or text, page number, zoom,
 * search, save a copy, print; and what is shown while it opens or cannot be opened.
 *
 * Properties that notify on change: "document", "name" (for the file and the print job),
 * "text-mode", "search-mode", "dark-pages", "fit-mode", "sidebar" (pages and contents are
 * shown beside it), "reached-end" (the end was shown, as page or as text).
 * Signal "retry": the person asks for another try at what sme_document_pane_show_error() told of.
 *
 * Actions: document.save, document.print, document.properties, document.sidebar,
 * document.enter-page, document.find, document.find-next,
 * document.find-previous, document.search-mode, document.text-mode, document.retry, and those of
 * the view but copy and select-all.
 */
GtkWidget *sme_document_pane_new (void);

/** Opens a document; the pane tells the person what becomes of it. */
void sme_document_pane_open_bytes (SmeDocumentPane *self, GBytes *bytes);
void sme_document_pane_open_file (SmeDocumentPane *self, GFile *file);

/** @document: (nullable): an opened one; %NULL empties the pane. */
void sme_document_pane_set_document (SmeDocumentPane *self, SmeDocument *document);
SmeDocument *sme_document_pane_get_document (SmeDocumentPane *self);

/** While somebody else fetches the bytes: a spinner, after 200 ms. */
void sme_document_pane_show_loading (SmeDocumentPane *self);

/** @can_retry: offers "Try again", which emits "retry". */
void sme_document_pane_show_error (SmeDocumentPane *self, const char *message, gboolean can_retry);

/** @help: below "Try again" of every error: whom to ask when that doesn't help. Once. */
void sme_document_pane_add_help (SmeDocumentPane *self, GtkWidget *help);

/** @name: (nullable): what the document is called, without ".pdf". */
void sme_document_pane_set_name (SmeDocumentPane *self, const char *name);
const char *sme_document_pane_get_name (SmeDocumentPane *self);

void sme_document_pane_set_text_mode (SmeDocumentPane *self, gboolean text_mode);
gboolean sme_document_pane_get_text_mode (SmeDocumentPane *self);

gboolean sme_document_pane_get_reached_end (SmeDocumentPane *self);

/** Returns: (transfer none): the pages. */
SmeDocumentView *sme_document_pane_get_view (SmeDocumentPane *self);

G_END_DECLS
