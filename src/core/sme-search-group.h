/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How a typed word is taken by every search of the catalog, whatever holds its index: the server's
 * full-text engine, or what the app has seen when there is no server.
 */

/**
 * SmeSearchGroup:
 * @typed: the word as it was typed, folded
 * @exact: (element-type utf8): words of the index that stand for what was typed
 * @prefix: (nullable): and all words that begin so
 * @named: (element-type utf8): and these, where they stand in a name
 * @joined: whether two typed words are looked for as one
 *
 * What one typed word found: words that begin with it, or, where none does, words that differ by
 * one letter.
 */
typedef struct
{
  char *typed;
  GPtrArray *exact;
  char *prefix;
  GPtrArray *named;
  gboolean joined;
} SmeSearchGroup;

/* @begins: whether a word of the index begins with @typed. Its near words are to be added. */
SmeSearchGroup *sme_search_group_new (const char *typed, gboolean begins);
void sme_search_group_free (SmeSearchGroup *self);

/* Whether @word is so short that a letter of it is wrong only in a name. */
gboolean sme_search_group_is_short (const char *word);

/* Two words as they stand beside each other in a name (%SME_SEARCH_WORDS_PAIRS): "hoa dpn" is near
 * "hoadon", while of "dpn" alone nobody knows. NULL where both are too long for that, or too short
 * together. */
SmeSearchGroup *sme_search_group_new_joined (const char *first, const char *second);

/* Whether near words of the index are asked for: where none begins as typed, and, with @tolerant,
 * also where some do, unless so short a word was hardly mistyped. */
gboolean sme_search_group_wants_near (const SmeSearchGroup *self, gboolean tolerant);

/* Adds @term, a word of the index, if it is near what was typed. FALSE when there are enough. */
gboolean sme_search_group_offer (SmeSearchGroup *self, const char *term);

/* The same for what a short word, or two joined ones, may have been meant for in a name. */
gboolean sme_search_group_offer_name (SmeSearchGroup *self, const char *term);

/* Whether @word, folded, is one that the group stands for; @in_name: where it stands. */
gboolean sme_search_group_matches (const SmeSearchGroup *self, const char *word, gboolean in_name);

/* Whether it stands for no word at all. */
gboolean sme_search_group_is_empty (const SmeSearchGroup *self);

/* What the words of two groups look like where they stand one after the other (see
 * %SME_SEARCH_WORDS_PAIRS): (element-type utf8) beginnings of words of the index. */
GPtrArray *sme_search_group_make_pairs (const SmeSearchGroup *self, const SmeSearchGroup *next);

/* The words that count of what was typed, folded; more than eight are not looked for. */
GStrv sme_search_split_query (const char *query);

/* How many of @n words may be missing where no service has more of them: fewer than half. */
gboolean sme_search_may_miss (guint n_missing, guint n);

G_END_DECLS
