/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-account.h"
#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_profile_suggestion_fill: what the account knows is a good guess where nothing was declared:
 * fields of @profile that are there stay as they are.
 */
void sme_profile_suggestion_fill (SmeProfile *profile, SmeAccount *account);

G_END_DECLS
