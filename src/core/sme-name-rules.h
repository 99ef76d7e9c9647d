/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-profile.h"
#include "core/sme-reason.h"

G_BEGIN_DECLS

/**
 * sme_name_check: a person's name (acceptance A21): Latin letters, the Vietnamese ones included,
 * spaces, ' and -; %SME_REASON_REQUIRED for none.
 *
 * Letters that Vietnamese does not have are not refused: names of ethnic minorities (H'Wiên) and of
 * foreigners who became citizens stand with them on Vietnamese cards.
 */
SmeReason sme_name_check (const char *name);

/**
 * sme_name_find_foreign: the letters of @name that the Vietnamese alphabet of 29 letters, with its
 * five tones, does not have: F, J, W, Z and letters with marks of other languages.
 *
 * Returns: (transfer full) (nullable): each once, in capitals, "J, W"; %NULL for none
 */
char *sme_name_find_foreign (const char *name);

/**
 * sme_profile_find_foreign_letters: of the declared name on a Vietnamese paper, to be warned of and
 * never refused: there they are mostly slips. A foreigner's passport has them rightly.
 *
 * Returns: (transfer full) (nullable): as sme_name_find_foreign()
 */
char *sme_profile_find_foreign_letters (SmeProfile *profile);

G_END_DECLS
