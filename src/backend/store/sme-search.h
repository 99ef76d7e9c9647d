/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/store/sme-db.h"
#include "core/sme-search-group.h"

G_BEGIN_DECLS

/*
 * Full-text search over the catalog. This is the one place that knows the engine (SQLite's FTS5 in
 * sme-search-fts5.c); another one stands in by implementing these three functions.
 */

/**
 * SmeSearchFilter:
 * @category_id, @customer_type: (nullable)
 * @price_min, @price_max: in đồng per month; -1 for none
 *
 * What else the services must be.
 */
typedef struct
{
  const char *category_id;
  const char *customer_type;
  gboolean free_trial;
  gint64 price_min;
  gint64 price_max;
} SmeSearchFilter;

/**
 * SmeSearchResult:
 * @groups: (element-type SmeSearchGroup): one per typed word, for ranking and highlighting
 * @n_missing: how many of the words may be missing: none, unless nothing has them all
 * @n_named: how many have the words in their name
 * @n_adjacent: how many others have them one after the other, as they were typed
 * @total: how many have them
 */
typedef struct
{
  GPtrArray *groups;
  guint n_missing;
  gint64 n_named;
  gint64 n_adjacent;
  gint64 total;
} SmeSearchResult;

void sme_search_result_free (SmeSearchResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeSearchResult, sme_search_result_free)

/* An empty index; within a write transaction. */
gboolean sme_search_clear (SmeDb *db, GError **error);

/* @name, @text: the words of both, folded, with spaces between them (see sme-search-words.h). Added
 * in the order in which equal finds are to come: the most popular first. */
gboolean
sme_search_add (SmeDb *db, const char *id, const char *name, const char *text, GError **error);

/* Once everything was added; nothing is found before. */
gboolean sme_search_finish (SmeDb *db, GError **error);

/**
 * sme_search_run:
 * @words: folded; a word may be the beginning of one, and one letter of it may be wrong
 *
 * A wrong letter is looked past only where the words as they were typed find nothing: any one in
 * words of five letters and more; in words of three letters two that are swapped, in words of four
 * also other slips of a finger (sme_search_words_are_slipped()); and where that finds nothing
 * either, in short words of a name, alone or beside their neighbour (%SME_SEARCH_PASS_NAMES).
 * Where no service has all words, those with the most of them are found, if that is more than half
 * of them.
 */
SmeSearchResult *
sme_search_run (SmeDb *db, const char *const *words, const SmeSearchFilter *filter, GError **error);

/**
 * sme_search_take:
 * @order: (nullable): SQL to order the services s by; without, those with the words in the name
 * come first, then those that have them one after the other, then the others, and each part in the
 * order in which they were added
 *
 * Returns: (transfer full): at most @n of what was found, from the @start-th on: of the table
 * service what ranking needs, not the records; "adjacent" says that the words stand one after the
 * other in the text
 */
SmeRows *sme_search_take (SmeDb *db,
                          SmeSearchResult *result,
                          const SmeSearchFilter *filter,
                          const char *order,
                          gint64 start,
                          gint64 n,
                          GError **error);

/* SQL for the condition that @filter makes of the services s; its parameters are SME_SEARCH_FILTER.
 */
#define SME_SEARCH_FILTER_SQL \
  "(:category IS NULL OR s.category_id = :category)" \
  " AND (:type IS NULL OR (',' || s.customer_types || ',') LIKE :type)" \
  " AND (:trial = 0 OR s.free_trial = 1)" \
  " AND (:min < 0 OR s.price_per_month >= :min)" \
  " AND (:max < 0 OR s.price_per_month <= :max)"
#define SME_SEARCH_FILTER(filter, type_pattern) \
  "category:s", (filter)->category_id, "type:s", (type_pattern), "trial:i", \
    (gint64) (filter)->free_trial, "min:i", (filter)->price_min, "max:i", (filter)->price_max
/* "%,person,%" for the parameter above; NULL for none. */
char *sme_search_filter_dup_type (const SmeSearchFilter *filter);

/* The columns that ranking needs, of the services s. */
#define SME_SEARCH_COLUMNS "s.id AS id, s.name_words AS name_words, s.base_likes AS base_likes"

G_END_DECLS
