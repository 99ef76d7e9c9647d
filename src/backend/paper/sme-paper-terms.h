/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-terms.h"

G_BEGIN_DECLS

/* The terms of the SmartCA contract that are to be agreed to with an order now. */
#define SME_TERMS_CURRENT_VERSION "2026-11"

/* What an account consents to now: a document of its own for each purpose (Law 91/2025/QH15). Its
 * version begins with the purpose. */
#define SME_TERMS_SERVICE_VERSION "service-2026-11-23"
#define SME_TERMS_PERSONAL_DATA_VERSION "personal-data-2026-11-23"
#define SME_TERMS_MARKETING_VERSION "marketing-2026-11-23"

/**
 * sme_terms_get:
 * @version: a version that is or was in force ("2026-11", "marketing-2026-11-23")
 * @language: "vi" or "en"; the terms of the contract are in Vietnamese only
 *
 * Terms as plain text, with the SHA-256 of the bytes of that text, so that what somebody agreed to
 * can be told for ever. Each language is a text, and has a hash, of its own.
 *
 * Returns: (transfer full) (nullable): the terms, %NULL if there is no such version
 */
SmeTerms *sme_terms_get (const char *version, const char *language);

/**
 * sme_paper_draw_terms:
 * @version: of the terms of the contract, as above
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
