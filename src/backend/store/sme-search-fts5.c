/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-search.h"

#include "backend/store/sme-search-query.h"
/* The words are folded before they come here; the engine only cuts at spaces. */
static const char schema[] =
  "DROP TABLE IF EXISTS service_search_word;"
  "DROP TABLE IF EXISTS service_search;"
  "CREATE VIRTUAL TABLE service_search USING fts5 (id UNINDEXED, name, text, prefix ="
  " '1 2 3',"
  " tokenize = 'unicode61 remove_diacritics 0');"
  "CREATE VIRTUAL TABLE service_search_word USING fts5vocab (service_search, 'row');";

void
sme_search_result_free (SmeSearchResult *self)
{
  g_ptr_array_unref (self->groups);
  g_free (self);
}

gboolean
sme_search_clear (SmeDb *db, GError **error)
{
  return sme_db_run_script (db, schema, error);
}

gboolean
sme_search_add (SmeDb *db, const char *id, const char *name, const char *text, GError **error)
{
  return sme_db_run (db, NULL, error,
                     "INSERT INTO service_search (id, name, text) VALUES (:id, :name, :text)",
                     "id:s", id, "name:s", name, "text:s", text, NULL);
}

static gboolean
begins_a_word (SmeDb *db, const char *word, gboolean *begins, GError **error)
{
  g_autofree char *end = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL);
  g_autoptr (SmeRows) rows =
    sme_db_query (db, error,
                  "SELECT 1 AS n FROM service_search_word WHERE term >= :word AND term < :end"
                  " LIMIT 1",
                  "word:s", word, "end:s", end, NULL);

  if (rows != NULL)
    *begins = sme_rows_count (rows) > 0;
  return rows != NULL;
}

static gboolean
add_near (SmeDb *db, SmeSearchGroup *group, GError **error)
{
  g_autoptr (SmeRows) rows = sme_db_query (db, error, "SELECT term FROM service_search_word", NULL);

  for (guint i = 0; rows != NULL && i < sme_rows_count (rows); i++)
    if (!sme_search_group_offer (group, sme_rows_text (rows, i, "term")))
      break;
  return rows != NULL;
}

/* NULL only with an error; a group may stand for nothing. */
static SmeSearchGroup *
make_group (SmeDb *db, const char *word, gboolean tolerant, GError **error)
{
  SmeSearchGroup *group;
  gboolean begins = FALSE;

  if (!begins_a_word (db, word, &begins, error))
    return NULL;
  group = sme_search_group_new (word, begins);
  if (sme_search_group_wants_near (group, tolerant) && !add_near (db, group, error))
    g_clear_pointer (&group, sme_search_group_free);
  return group;
}

static GPtrArray *
make_groups (SmeDb *db, const char *const *words, gboolean tolerant, GError **error)
{
  g_autoptr (GPtrArray) groups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_search_group_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      SmeSearchGroup *group = make_group (db, words[i], tolerant, error);

      if (group == NULL)
        return NULL;
      g_ptr_array_add (groups, group);
    }
  return g_steal_pointer (&groups);
}

char *
sme_search_filter_dup_type (const SmeSearchFilter *filter)
{
  return filter->customer_type != NULL ? g_strdup_printf ("%%,%s,%%", filter->customer_type) : NULL;
}

static gboolean
is_empty (const SmeSearchFilter *filter)
{
  return filter->category_id == NULL && filter->customer_type == NULL && !filter->free_trial &&
         filter->price_min < 0 && filter->price_max < 0;
}

/* "service_search f" or, where more must be looked at, with the services. */
#define JOIN "service_search f CROSS JOIN service s ON s.id = f.id"

static gboolean
count (SmeDb *db, const char *expression, const SmeSearchFilter *filter, gint64 *n, GError **error)
{
  g_autofree char *type = sme_search_filter_dup_type (filter);
  g_autoptr (SmeRows) rows =
    is_empty (filter)
      ? sme_db_query (db, error,
                      "SELECT COUNT (*) AS n FROM service_search WHERE service_search MATCH :words",
                      "words:s", expression, NULL)
      : sme_db_query (db, error,
                      "SELECT COUNT (*) AS n FROM " JOIN
                      " WHERE service_search MATCH :words AND " SME_SEARCH_FILTER_SQL,
                      "words:s", expression, SME_SEARCH_FILTER (filter, type), NULL);

  if (rows != NULL)
    *n = sme_rows_int (rows, 0, "n");
  return rows != NULL;
}

static gboolean
count_parts (SmeDb *db, SmeSearchResult *result, const SmeSearchFilter *filter, GError **error)
{
  g_autofree char *expression = sme_search_query_make (result);
  g_autofree char *in_name = expression != NULL ? sme_search_query_make_named (expression) : NULL;
  g_autofree char *in_text = NULL;

  if (expression == NULL)
    return TRUE;
  if (!count (db, expression, filter, &result->total, error) ||
      (result->total > 0 && !count (db, in_name, filter, &result->n_named, error)))
    return FALSE;
  in_text =
    result->n_named < result->total ? sme_search_query_make_adjacent (result, expression) : NULL;
  return in_text == NULL || count (db, in_text, filter, &result->n_adjacent, error);
}

static SmeSearchResult *
try (SmeDb *db,
     const char *const *words,
     const SmeSearchFilter *filter,
     gboolean tolerant,
     GError **error)
{
  g_autoptr (GPtrArray) groups = make_groups (db, words, tolerant, error);
  g_autoptr (SmeSearchResult) self = NULL;

  if (groups == NULL)
    return NULL;
  self = g_new0 (SmeSearchResult, 1);
  self->groups = g_steal_pointer (&groups);
  return count_parts (db, self, filter, error) ? g_steal_pointer (&self) : NULL;
}

/* The most words that something has. */
static gboolean
find_most (SmeDb *db, SmeSearchResult *result, const SmeSearchFilter *filter, GError **error)
{
  while (result->total == 0 && sme_search_may_miss (result->n_missing + 1, result->groups->len))
    {
      result->n_missing++;
      if (!count_parts (db, result, filter, error))
        return FALSE;
    }
  return TRUE;
}

SmeSearchResult *
sme_search_run (SmeDb *db, const char *const *words, const SmeSearchFilter *filter, GError **error)
{
  g_autoptr (SmeSearchResult) strict = try (db, words, filter, FALSE, error);
  g_autoptr (SmeSearchResult) tolerant = NULL;

  if (strict == NULL || strict->total > 0)
    return g_steal_pointer (&strict);
  tolerant = try (db, words, filter, TRUE, error);
  if (tolerant == NULL || !find_most (db, tolerant, filter, error))
    return NULL;
  return g_steal_pointer (&tolerant);
}

/* What of the services is asked for, and in which order. */
typedef struct
{
  const char *expression;
  const char *order;
  gboolean adjacent;
} Part;

static SmeRows *
take (SmeDb *db,
      const Part *part,
      const SmeSearchFilter *filter,
      gint64 start,
      gint64 n,
      GError **error)
{
  g_autofree char *type = sme_search_filter_dup_type (filter);
  g_autofree char *sql =
    g_strdup_printf ("SELECT " SME_SEARCH_COLUMNS ", %d AS adjacent FROM " JOIN
                     " WHERE service_search MATCH :words AND " SME_SEARCH_FILTER_SQL
                     " ORDER BY %s LIMIT :n OFFSET :start",
                     part->adjacent, part->order);

  return sme_db_query (db, error, sql, "words:s", part->expression, "n:i", n, "start:i", start,
                       SME_SEARCH_FILTER (filter, type), NULL);
}

static SmeRows *
take_named (SmeDb *db,
            const char *expression,
            const SmeSearchFilter *filter,
            gint64 start,
            gint64 n,
            GError **error)
{
  g_autofree char *in_name = sme_search_query_make_named (expression);
  Part part = { in_name, "f.rowid", FALSE };

  return take (db, &part, filter, start, n, error);
}

static SmeRows *
take_rest (SmeDb *db,
           const SmeSearchResult *result,
           const char *expression,
           const SmeSearchFilter *filter,
           gint64 start,
           gint64 n,
           GError **error)
{
  g_autofree char *in_text =
    result->n_adjacent > 0 ? sme_search_query_make_adjacent (result, expression) : NULL;
  g_autofree char *without = in_text != NULL ? g_strdup_printf (" NOT (%s)", in_text) : NULL;
  g_autofree char *rest = g_strdup_printf ("((%s) NOT (name : (%s)))%s", expression, expression,
                                           without != NULL ? without : "");
  Part part = { rest, "f.rowid", FALSE };

  if (start < result->n_adjacent)
    {
      part = (Part){ in_text, "f.rowid", TRUE };
      return take (db, &part, filter, start, MIN (n, result->n_adjacent - start), error);
    }
  return take (db, &part, filter, start - result->n_adjacent, n, error);
}

SmeRows *
sme_search_take (SmeDb *db,
                 SmeSearchResult *result,
                 const SmeSearchFilter *filter,
                 const char *order,
                 gint64 start,
                 gint64 n,
                 GError **error)
{
  g_autofree char *expression = sme_search_query_make (result);
  Part ordered = { expression, order, FALSE };

  if (expression == NULL)
    ordered.expression = expression = g_strdup ("\"\"");
  if (order != NULL)
    return take (db, &ordered, filter, start, n, error);
  if (start < result->n_named)
    return take_named (db, expression, filter, start, MIN (n, result->n_named - start), error);
  return take_rest (db, result, expression, filter, start - result->n_named, n, error);
}
