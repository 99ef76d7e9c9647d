/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-terms.h"

G_BEGIN_DECLS

/* The terms of service that are to be agreed to now. */
#define SME_TERMS_CURRENT_VERSION "2026-11"

/**
 * sme_terms_get:
 * @version: a version that is or was in force ("2026-11")
 *
 * The terms of service as plain text, with the SHA-256 of the bytes of that text, so that what
 * somebody agreed to can be told for ever.
 *
 * Returns: (transfer full) (nullable): the terms, %NULL if there is no such version
 */
SmeTerms *sme_terms_get (const char *version);

/**
 * sme_paper_draw_terms:
 * @version: as above
 * @order_number: (nullable): the order whose dossier they are for, printed on every page
 * @demonstration: every page says "BẢN TRÌNH DIỄN - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
 *
 * Draws the terms of service as a document of a dossier; see sme_paper_draw_contract().
 *
 * Returns: (transfer full) (nullable): a PDF 1.4, or %NULL with an error of %SME_PAPER_ERROR
 */
GBytes *sme_paper_draw_terms (const char *version,
                              const char *order_number,
                              gint64 drawn_at,
                              gboolean demonstration,
                              GError **error);

G_END_DECLS
