/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_DOCUMENT_PAGE (sme_document_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeDocumentPage, sme_document_page, SME, DOCUMENT_PAGE, SmePage)

/**
 * SmeDocumentPage:
 *
 * "document:DOSSIER?document=ID": one document of a dossier of eContract, to read, search, save and
 * print, with a line about its seal. Needs a lookup session, as the page of the dossier.
 */

G_END_DECLS
