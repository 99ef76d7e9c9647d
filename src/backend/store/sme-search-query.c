/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-search-query.h"

/* ("ky" * OR "kyso" OR name : "kyso") */
static void
append_group (GString *text, const SmeSearchGroup *group)
{
  const char * or = "";

  g_string_append_c (text, '(');
  if (group->prefix != NULL)
    {
      g_string_append_printf (text, "\"%s\" *", group->prefix);
      or = " OR ";
    }
  for (guint k = 0; k < group->exact->len; k++, or = " OR ")
    g_string_append_printf (text, "%s\"%s\"", or,
                            (const char *) g_ptr_array_index (group->exact, k));
  for (guint k = 0; k < group->named->len; k++, or = " OR ")
    g_string_append_printf (text, "%sname : \"%s\"", or,
                            (const char *) g_ptr_array_index (group->named, k));
  g_string_append_c (text, ')');
}

/* The groups whose bits are set, all of them; FALSE when one of them stands for nothing. */
static gboolean
append_set (GString *text, GPtrArray *groups, guint set)
{
  const char *and = "";

  for (guint i = 0; i < groups->len; i++)
    if ((set >> i & 1) != 0 && sme_search_group_is_empty (g_ptr_array_index (groups, i)))
      return FALSE;
  for (guint i = 0; i < groups->len; i++)
    if ((set >> i & 1) != 0)
      {
        g_string_append (text, and);
        append_group (text, g_ptr_array_index (groups, i));
        and = " AND ";
      }
  return TRUE;
}

/* ("ky" *) AND ("so" *), or of three words any two; NULL when they stand for nothing. */
char *
sme_search_query_make (const SmeSearchResult *result)
{
  GPtrArray *groups = result->groups;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint set = 1; set < 1u << groups->len; set++)
    {
      g_autoptr (GString) part = g_string_new (NULL);

      if ((guint) __builtin_popcount (set) + result->n_missing == groups->len &&
          append_set (part, groups, set))
        g_string_append_printf (text, "%s(%s)", text->len > 0 ? " OR " : "", part->str);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* ("kyso" *) AND ("sotu" *): each word beside its neighbour, or, where words are missing, some.
 * NULL when that cannot be. */
static char *
make_adjacent (const SmeSearchResult *result)
{
  GPtrArray *groups = result->groups;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i + 1 < groups->len; i++)
    {
      g_autoptr (GPtrArray) pairs = sme_search_group_make_pairs (g_ptr_array_index (groups, i),
                                                                 g_ptr_array_index (groups, i + 1));

      if (pairs->len == 0 && result->n_missing == 0)
        return NULL;
      if (pairs->len > 0)
        g_string_append (text, text->len == 0 ? "(" : result->n_missing > 0 ? " OR (" : " AND (");
      for (guint k = 0; k < pairs->len; k++)
        g_string_append_printf (text, "%s\"%s\" *", k > 0 ? " OR " : "",
                                (const char *) g_ptr_array_index (pairs, k));
      if (pairs->len > 0)
        g_string_append_c (text, ')');
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
sme_search_query_make_named (const char *expression)
{
  return g_strdup_printf ("name : (%s)", expression);
}

char *
sme_search_query_make_adjacent (const SmeSearchResult *result, const char *expression)
{
  g_autofree char *adjacent = make_adjacent (result);

  return adjacent != NULL
           ? g_strdup_printf ("((%s) AND (%s)) NOT (name : (%s))", expression, adjacent, expression)
           : NULL;
}
