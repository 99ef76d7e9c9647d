/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-search.h"

#include "backend/store/sme-search-query.h"
#include "core/sme-search-pass.h"

/* The words are folded before they come here; the engine only cuts at spaces. */
static const char schema[] =
  "DROP TABLE IF EXISTS service_search_term;"
  "DROP TABLE IF EXISTS service_search_word;"
  "DROP TABLE IF EXISTS service_search;"
  "CREATE VIRTUAL TABLE service_search USING fts5 (id UNINDEXED, name, text, prefix ="
  " '1 2 3',"
  " tokenize = 'unicode61 remove_diacritics 0');"
  "CREATE VIRTUAL TABLE service_search_word USING fts5vocab (service_search, 'row');"
  "CREATE TABLE service_search_term (term TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;";

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

/* The engine's own list of words counts where each one is, over the whole index, whenever it is
 * read; a search with a slip reads all of it. */
gboolean
sme_search_finish (SmeDb *db, GError **error)
{
  return sme_db_run (db, NULL, error,
                     "INSERT INTO service_search_term (term) SELECT term FROM service_search_word",
                     NULL);
}

static gboolean
begins_a_word (SmeDb *db, const char *word, gboolean *begins, GError **error)
{
  g_autofree char *end = g_strconcat (word, "\xf4\x8f\xbf\xbf", NULL);
  g_autoptr (SmeRows) rows =
    sme_db_query (db, error,
                  "SELECT 1 AS n FROM service_search_term WHERE term >= :word AND term < :end"
                  " LIMIT 1",
                  "word:s", word, "end:s", end, NULL);

  if (rows != NULL)
    *begins = sme_rows_count (rows) > 0;
  return rows != NULL;
}

/* The words of the whole index, read once for all that is near something. */
typedef struct
{
  SmeRows *rows;
  GPtrArray *terms; /* borrowed from the rows, in the engine's order: that of their bytes */
} Vocabulary;

static void
vocabulary_clear (Vocabulary *self)
{
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  g_clear_pointer (&self->rows, sme_rows_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Vocabulary, vocabulary_clear)

static gboolean
read_vocabulary (SmeDb *db, Vocabulary *self, GError **error)
{
  if (self->terms != NULL)
    return TRUE;
  self->rows = sme_db_query (db, error, "SELECT term FROM service_search_term ORDER BY term", NULL);
  if (self->rows == NULL)
    return FALSE;
  self->terms = g_ptr_array_new ();
  for (guint i = 0; i < sme_rows_count (self->rows); i++)
    g_ptr_array_add (self->terms, (gpointer) sme_rows_text (self->rows, i, "term"));
  return TRUE;
}

/* Where each word begins one there is nothing to read: NULL without an error where not. */
static GPtrArray *
make_plain_groups (SmeDb *db, const char *const *words, GError **error)
{
  g_autoptr (GPtrArray) groups =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_search_group_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean begins = FALSE;

      if (!begins_a_word (db, words[i], &begins, error) || !begins)
        return NULL;
      g_ptr_array_add (groups, sme_search_group_new (words[i], TRUE));
    }
  return g_steal_pointer (&groups);
}

static GPtrArray *
make_groups (SmeDb *db,
             Vocabulary *vocabulary,
             const char *const *words,
             SmeSearchPass pass,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  GPtrArray *plain = pass == SME_SEARCH_PASS_STRICT ? make_plain_groups (db, words, &local) : NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (plain != NULL)
    return plain;
  return read_vocabulary (db, vocabulary, error)
           ? sme_search_pass_make_groups (pass, vocabulary->terms, words)
           : NULL;
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
     Vocabulary *vocabulary,
     const char *const *words,
     const SmeSearchFilter *filter,
     SmeSearchPass pass,
     GError **error)
{
  g_autoptr (GPtrArray) groups = make_groups (db, vocabulary, words, pass, error);
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
  g_auto (Vocabulary) vocabulary = { 0 };
  g_autoptr (SmeSearchResult) most = NULL;

  for (SmeSearchPass pass = SME_SEARCH_PASS_STRICT; pass <= SME_SEARCH_PASS_NAMES; pass++)
    {
      g_autoptr (SmeSearchResult) result = NULL;

      if (!sme_search_pass_is_worth (pass, words))
        continue;
      result = try (db, &vocabulary, words, filter, pass, error);
      if (result == NULL || result->total > 0)
        return g_steal_pointer (&result);
      if (pass == SME_SEARCH_PASS_TOLERANT)
        most = g_steal_pointer (&result);
    }
  return find_most (db, most, filter, error) ? g_steal_pointer (&most) : NULL;
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
