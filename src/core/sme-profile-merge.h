/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * sme_profile_merge: two versions of a half-typed declaration that began as one (acceptance A24).
 * @base: (nullable): as both began; NULL if that is not known
 * @merged: (out) (transfer full): @mine, with what only the other side changed
 *
 * The places of an address, edition and codes, are one field ("/address"): a province of the one
 * and a ward of the other would be nowhere.
 *
 * Returns: (transfer full): pointers of the fields that both changed, to different values; @merged
 *   has @mine there
 */
GStrv
sme_profile_merge (SmeProfile *base, SmeProfile *mine, SmeProfile *theirs, SmeProfile **merged);

/* Takes the field at @pointer, one that sme_profile_merge() named, from the other version. */
void sme_profile_take (SmeProfile *self, SmeProfile *from, const char *pointer);

G_END_DECLS
