/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-profile.h"

G_BEGIN_DECLS

/**
 * SmeDraftVersions:
 *
 * The versions of a half-typed declaration: what the server had when it was seen last (base), what
 * was typed since and is not there yet (waiting), and, where another computer changed the same
 * fields, what it wrote (theirs). Knows no time and no server.
 */
typedef struct _SmeDraftVersions SmeDraftVersions;

SmeDraftVersions *sme_draft_versions_new (void);
void sme_draft_versions_free (SmeDraftVersions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeDraftVersions, sme_draft_versions_free)

/* Borrowed; NULL where there is none. */
SmeProfile *sme_draft_versions_get_base (SmeDraftVersions *self);
SmeProfile *sme_draft_versions_get_waiting (SmeDraftVersions *self);
SmeProfile *sme_draft_versions_get_theirs (SmeDraftVersions *self);
/* The fields that both changed, as JSON pointers; NULL unless they are disputed. */
const char *const *sme_draft_versions_get_conflicts (SmeDraftVersions *self);

/* Both (nullable); @waiting is copied. */
void sme_draft_versions_set_base (SmeDraftVersions *self, SmeProfile *base);
void sme_draft_versions_type (SmeDraftVersions *self, SmeProfile *typed);

/* (transfer full): what waits, which is on its way from now on */
SmeProfile *sme_draft_versions_take (SmeDraftVersions *self);
/* It did not arrive; unless something newer waits, it waits again. */
void sme_draft_versions_give_back (SmeDraftVersions *self, SmeProfile *sent);

/**
 * sme_draft_versions_meet:
 * @theirs: what the server has by now
 * @changed: (out): whether what waits took something up from it
 *
 * Puts together what both sides changed. Where nobody has to be asked, the next write goes on from
 * @theirs.
 *
 * Returns: %FALSE if both changed the same fields
 */
gboolean sme_draft_versions_meet (SmeDraftVersions *self, SmeProfile *theirs, gboolean *changed);

/* The person has seen both versions; @chosen (copied) shall be kept. */
void sme_draft_versions_resolve (SmeDraftVersions *self, SmeProfile *chosen);

/* Nothing half-typed is left. */
void sme_draft_versions_forget (SmeDraftVersions *self);

G_END_DECLS
