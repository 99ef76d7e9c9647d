/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_CONSENTS_PAGE (sme_consents_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeConsentsPage, sme_consents_page, SME, CONSENTS_PAGE, SmePage)

/**
 * SmeConsentsPage:
 *
 * Route "consents": for each purpose what was agreed to, in which version and when, and giving or
 * withdrawing it; below it everything that was ever given, as the proof keeps it.
 */

G_END_DECLS
