/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-search.h"
#include "core/sme-record.h"

G_BEGIN_DECLS

/**
 * sme_search_rank:
 * @query: what was typed, folded
 * @name: of the thing, folded
 * @name_words: its words (see sme_search_words_join())
 *
 * How well a thing fits that has all the words: a word in the name counts more than one in the
 * text, a whole word more than a beginning, as it was typed more than with another letter; the
 * words one after the other as they were typed more still.
 */
guint sme_search_rank (SmeSearchResult *result,
                       const char *query,
                       const char *name,
                       const char *name_words);

/* Adds to "matches" of @record where the words stand in its text @field, in characters, without
 * overlaps, in their order. */
void sme_search_mark (SmeSearchResult *result, SmeRecord *record, const char *field);

G_END_DECLS
