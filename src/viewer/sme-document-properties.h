/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "viewer/sme-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_PROPERTIES (sme_document_properties_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentProperties,
                      sme_document_properties,
                      SME,
                      DOCUMENT_PROPERTIES,
                      AdwWindow)

/**
 * SmeDocumentProperties: a window that tells what a document says of itself: title, author, dates,
 * size, pages, fonts it does not carry. What the file does not say has no row.
 */
GtkWidget *sme_document_properties_new (GtkWindow *parent, SmeDocument *document);

/** Whether the rows are there. */
gboolean sme_document_properties_is_complete (SmeDocumentProperties *self);

G_END_DECLS
