/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-view.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_TOOLBAR (sme_document_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentToolbar, sme_document_toolbar, SME, DOCUMENT_TOOLBAR, GtkWidget)

/**
 * SmeDocumentToolbar: page number, zoom, search, text mode, save and print of a document. Its
 * buttons name actions, which a parent has; it only shows the state of the view it is given.
 *
 * Property "view": the #SmeDocumentView.
 */
void sme_document_toolbar_set_view (SmeDocumentToolbar *self, SmeDocumentView *view);

/** Puts the keyboard into the field of the page number. */
void sme_document_toolbar_enter_page (SmeDocumentToolbar *self);

/** Shows @zoom instead of the view's, for the letters of the text mode; 0: the view's again. */
void sme_document_toolbar_set_text_zoom (SmeDocumentToolbar *self, double zoom);

G_END_DECLS
