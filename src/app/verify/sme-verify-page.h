/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/sme-page.h"

G_BEGIN_DECLS

#define SME_TYPE_VERIFY_PAGE (sme_verify_page_get_type ())
G_DECLARE_FINAL_TYPE (SmeVerifyPage, sme_verify_page, SME, VERIFY_PAGE, SmePage)

/**
 * SmeVerifyPage:
 *
 * "verify": checks a sealed PDF that the person chooses or drops, from here or from elsewhere, and
 * says in words what became of its seal, its time stamp and the record of the signing in it.
 *
 * Property "busy" (boolean, read-only): a check is under way. Action: verify.choose.
 */

/* Checks @file; an earlier check that is under way is dropped. */
void sme_verify_page_check (SmeVerifyPage *self, GFile *file);
gboolean sme_verify_page_get_busy (SmeVerifyPage *self);

G_END_DECLS
