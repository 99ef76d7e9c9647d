/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-search-group.h"

G_BEGIN_DECLS

/**
 * SmeSearchPass:
 * @SME_SEARCH_PASS_STRICT: words as they were typed, or the beginnings of words; near words only
 * where nothing begins so
 * @SME_SEARCH_PASS_TOLERANT: near words also where some begin as typed
 * @SME_SEARCH_PASS_NAMES: also what a short word may have been meant for in a name: "fber" (Fiber),
 * "hrn" (HRM), "hoa dpn" (Hóa đơn)
 *
 * How freely what was typed is taken. A later pass is for what the passes before it did not find:
 * nearly every short word is one letter away from many others, and what has nothing to do with it
 * is no answer.
 */
typedef enum
{
  SME_SEARCH_PASS_STRICT,
  SME_SEARCH_PASS_TOLERANT,
  SME_SEARCH_PASS_NAMES,
} SmeSearchPass;

/* Whether @terms, (element-type utf8) words of the index in the order of their bytes, has one that
 * begins with @word. */
gboolean sme_search_pass_begins (GPtrArray *terms, const char *word);

/* Whether a word is short enough for the pass to find more than the one before it. */
gboolean sme_search_pass_is_worth (SmeSearchPass pass, const char *const *words);

/* (transfer full) (element-type SmeSearchGroup): what @words, folded, stand for in this pass. Of
 * two that were joined there is one group. */
GPtrArray *
sme_search_pass_make_groups (SmeSearchPass pass, GPtrArray *terms, const char *const *words);

G_END_DECLS
