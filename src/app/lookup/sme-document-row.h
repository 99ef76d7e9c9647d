/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-document-info.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_ROW (sme_document_row_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentRow, sme_document_row, SME, DOCUMENT_ROW, GtkListBoxRow)

/**
 * SmeDocumentRow:
 *
 * One document of a dossier (acceptance A62): a check box, its name, state and date, and buttons
 * that view and download it (actions "dossier.view" and "dossier.download" with its id).
 *
 * Property "selected" (boolean).
 */
GtkWidget *sme_document_row_new (SmeDocumentInfo *info);

SmeDocumentInfo *sme_document_row_get_info (SmeDocumentRow *self);
gboolean sme_document_row_get_selected (SmeDocumentRow *self);
void sme_document_row_set_selected (SmeDocumentRow *self, gboolean selected);

G_END_DECLS
