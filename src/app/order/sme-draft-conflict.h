/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-profile.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SME_TYPE_DRAFT_CONFLICT (sme_draft_conflict_get_type ())
G_DECLARE_FINAL_TYPE (SmeDraftConflict, sme_draft_conflict, SME, DRAFT_CONFLICT, AdwBin)

/**
 * SmeDraftConflict:
 *
 * A declaration that was changed here and on another computer (acceptance A24): both versions of
 * each field that differs, one of which the person chooses. What was typed here is chosen at first,
 * because it is what the form shows. Hidden while there is nothing to choose.
 *
 * Signal "resolved": the person has chosen.
 */
GtkWidget *sme_draft_conflict_new (void);

/* @conflicts: pointers as of sme_profile_merge() */
void sme_draft_conflict_ask (SmeDraftConflict *self,
                             SmeProfile *mine,
                             SmeProfile *theirs,
                             const char *const *conflicts);
/* Puts what was chosen of the other version into @profile. */
void sme_draft_conflict_apply (SmeDraftConflict *self, SmeProfile *profile);

G_END_DECLS
