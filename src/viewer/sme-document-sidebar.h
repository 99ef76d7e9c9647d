/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document-view.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_SIDEBAR (sme_document_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentSidebar, sme_document_sidebar, SME, DOCUMENT_SIDEBAR, GtkWidget)

/**
 * SmeDocumentSidebar: the pages of a view's document as small pictures, and its table of contents
 * where it has one. A row that is activated scrolls the view there.
 *
 * Nothing is read or drawn while it is not on the screen. Property: "view".
 * Signal "chosen" (page, top): a row was activated that leads there, @top (0 to 1) down the page.
 */
void sme_document_sidebar_set_view (SmeDocumentSidebar *self, SmeDocumentView *view);

/** Whether the document has a table of contents; known a moment after it is first in sight. */
gboolean sme_document_sidebar_has_outline (SmeDocumentSidebar *self);

/** Returns: (transfer none): what the two lists show, for tests. */
GtkListView *sme_document_sidebar_get_pages (SmeDocumentSidebar *self);
GtkListView *sme_document_sidebar_get_outline (SmeDocumentSidebar *self);

G_END_DECLS
