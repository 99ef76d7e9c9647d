/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/sme-record.h"
#include "core/sme-search-group.h"

G_BEGIN_DECLS

/* What an item of a list of texts is called as the field of a match: "overview-0" */
#define SME_SEARCH_ITEM_FORMAT "%s-%u"

/**
 * sme_search_rank:
 * @groups: (element-type SmeSearchGroup): one per typed word
 * @name_words: the words of the thing's name (see sme_search_words_join())
 * @adjacent: whether the words stand one after the other in the text
 *
 * How well a thing fits that has the words: a word in the name counts more than one in the text, a
 * whole word more than a beginning, as it was typed more than with another letter; words one after
 * the other as they were typed more still, in the name or the text: "từ xa" is not somewhere "điện
 * tử" and somewhere "xã hội".
 */
guint sme_search_rank (GPtrArray *groups, const char *name_words, gboolean adjacent);

/* Adds to "matches" of @record where the words stand in its text @field, in characters, without
 * overlaps, in their order. Of a list of texts only what a card shows, under the names
 * SME_SEARCH_ITEM_FORMAT makes. */
void sme_search_mark (GPtrArray *groups, SmeRecord *record, const char *field);

G_END_DECLS
