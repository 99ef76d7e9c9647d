/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_TERMS_PAGE (sme_terms_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeTermsPage, sme_terms_page, SME, TERMS_PAGE, SmePage)

/**
 * SmeTermsPage:
 *
 * "terms:VERSION": the terms of the contract, or the document of a purpose of consent, as text to
 * read, select and copy, before anybody is asked to agree (acceptance A32). The title is the
 * document's.
 */

G_END_DECLS
