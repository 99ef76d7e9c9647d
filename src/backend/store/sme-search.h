/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-db.h"

G_BEGIN_DECLS

/*
 * Full-text search over the catalog. This is the one place that knows the engine (SQLite's FTS5 in
 * sme-search-fts5.c); another one stands in by implementing these three functions.
 */

/**
 * SmeSearchGroup:
 * @exact: (element-type utf8): words of the index that stand for what was typed
 * @prefix: (nullable): and all words that begin so
 *
 * What one typed word found: words that begin with it, or, where none does, words that differ by
 * one letter.
 */
typedef struct
{
  GPtrArray *exact;
  char *prefix;
} SmeSearchGroup;

/**
 * SmeSearchResult:
 * @ids: set of what has every typed word
 * @groups: (element-type SmeSearchGroup): one per typed word, for ranking and highlighting
 */
typedef struct
{
  GHashTable *ids;
  GPtrArray *groups;
} SmeSearchResult;

void sme_search_result_free (SmeSearchResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSearchResult, sme_search_result_free)

/* Whether @word, folded, is one that the group stands for. */
gboolean sme_search_group_matches (const SmeSearchGroup *self, const char *word);

/* An empty index; within a write transaction. */
gboolean sme_search_clear (SmeDb *db, GError **error);

/* @words: of the thing's text, folded, with spaces between them (see sme-search-words.h) */
gboolean sme_search_add (SmeDb *db, const char *id, const char *words, GError **error);

/**
 * sme_search_run:
 * @words: folded; a word may be the beginning of one, and one letter of it may be wrong
 *
 * Wrong letters are looked past only in words of four letters and more, and only where the words as
 * they were typed find nothing.
 */
SmeSearchResult *sme_search_run (SmeDb *db, const char *const *words, GError **error);

G_END_DECLS
