/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_KEPT_PAGE (sme_kept_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeKeptPage, sme_kept_page, SME, KEPT_PAGE, SmePage)

/**
 * SmeKeptPage:
 *
 * "kept": the documents of eContract that are kept on this computer (SmeLookupShelf), to be read
 * without a connection. They can be taken away here.
 */

G_END_DECLS
