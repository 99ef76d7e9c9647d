/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sme-catalog-search.h"

#include "core/sme-search-pass.h"
#include "core/sme-search-rank.h"
#include "core/sme-search-text.h"
#include "core/sme-search-words.h"
#include "core/sme-service.h"

#include <string.h>

#define CUTS (SME_SEARCH_WORDS_PARTS | SME_SEARCH_WORDS_PAIRS)

/* In which way the words stand in a service; the better first. */
typedef enum
{
  IN_NAME,
  ADJACENT, /* in the text, one after the other */
  ANYWHERE,
  NOWHERE,
} Place;

/* A service as the index of a server has it. */
typedef struct
{
  SmeRecord *service;
  char *name_words; /* with spaces between them */
  char **name;      /* the same ones */
  char **text;
  gboolean fits;
  Place place;
  guint score;
  guint row;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->service);
  g_free (entry->name_words);
  g_strfreev (entry->name);
  g_strfreev (entry->text);
  g_free (entry);
}

static Entry *
make_entry (SmeRecord *service, guint row, gboolean fits)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *text_words = NULL;
  Entry *entry = g_new0 (Entry, 1);

  sme_search_text_append (text, service);
  text_words = sme_search_words_join (text->str, CUTS);
  entry->service = g_object_ref (service);
  entry->name_words = sme_search_words_join (sme_record_get_text (service, "name"), CUTS);
  entry->name = g_strsplit (entry->name_words, " ", -1);
  entry->text = g_strsplit (text_words, " ", -1);
  entry->row = row;
  entry->fits = fits;
  return entry;
}

/* ---- The words of the index */

static void
add_terms (GHashTable *seen, char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (seen, words[i]);
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (element-type utf8), borrowed from the entries: each word once, in the order of the alphabet. */
static GPtrArray *
collect_terms (GPtrArray *entries)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *terms = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer term;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      add_terms (seen, entry->name);
      add_terms (seen, entry->text);
    }
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &term, NULL))
    g_ptr_array_add (terms, term);
  g_ptr_array_sort (terms, compare_terms);
  return terms;
}

static gboolean
any_begins (char **words, const char *beginning)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], beginning))
      return TRUE;
  return FALSE;
}

/* ---- Where they stand */

static gboolean
has_group (char **words, const SmeSearchGroup *group, gboolean in_name)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (sme_search_group_matches (group, words[i], in_name))
      return TRUE;
  return FALSE;
}

/* @text: (nullable): where else they may stand */
static guint
count_groups (GPtrArray *groups, char **name, char **text)
{
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      SmeSearchGroup *group = g_ptr_array_index (groups, i);

      if (has_group (name, group, TRUE) || (text != NULL && has_group (text, group, FALSE)))
        n++;
    }
  return n;
}

static gboolean
has_pair (const Entry *entry, GPtrArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const char *pair = g_ptr_array_index (pairs, i);

      if (any_begins (entry->name, pair) || any_begins (entry->text, pair))
        return TRUE;
    }
  return FALSE;
}

/* Each word beside its neighbour; where words may be missing, some. */
static gboolean
is_adjacent (const Entry *entry, GPtrArray *groups, guint n_missing)
{
  guint n = 0;

  for (guint i = 0; i + 1 < groups->len; i++)
    {
      g_autoptr (GPtrArray) pairs = sme_search_group_make_pairs (g_ptr_array_index (groups, i),
                                                                 g_ptr_array_index (groups, i + 1));

      if (has_pair (entry, pairs))
        n++;
      else if (n_missing == 0)
        return FALSE;
    }
  return n > 0;
}

static Place
find_place (const Entry *entry, GPtrArray *groups, guint n_missing)
{
  guint wanted = groups->len - n_missing;

  if (!entry->fits || count_groups (groups, entry->name, entry->text) < wanted)
    return NOWHERE;
  if (count_groups (groups, entry->name, NULL) >= wanted)
    return IN_NAME;
  return is_adjacent (entry, groups, n_missing) ? ADJACENT : ANYWHERE;
}

static gboolean
look (GPtrArray *entries, GPtrArray *groups, guint n_missing)
{
  gboolean any = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      entry->place = find_place (entry, groups, n_missing);
      entry->score = sme_search_rank (groups, entry->name_words, entry->place == ADJACENT);
      any |= entry->place != NOWHERE;
    }
  return any;
}

/* As typed, then with slips, then most of the words. What they were taken for is returned. */
static GPtrArray *
look_for (GPtrArray *entries, const char *const *words)
{
  g_autoptr (GPtrArray) terms = collect_terms (entries);
  g_autoptr (GPtrArray) tolerant = NULL;

  for (SmeSearchPass pass = SME_SEARCH_PASS_STRICT; pass <= SME_SEARCH_PASS_NAMES; pass++)
    {
      g_autoptr (GPtrArray) groups = NULL;

      if (!sme_search_pass_is_worth (pass, words))
        continue;
      groups = sme_search_pass_make_groups (pass, terms, words);
      if (look (entries, groups, 0))
        return g_steal_pointer (&groups);
      if (pass == SME_SEARCH_PASS_TOLERANT)
        tolerant = g_steal_pointer (&groups);
    }
  for (guint n = 0; n == 0 || sme_search_may_miss (n, tolerant->len); n++)
    if (look (entries, tolerant, n))
      break;
  return g_steal_pointer (&tolerant);
}

/* ---- In their order */

#define COMPARE(a, b) ((a) < (b) ? -1 : (a) > (b))

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = *(const Entry *const *) a, *y = *(const Entry *const *) b;
  int order = COMPARE (y->score, x->score);

  if (order == 0)
    order =
      COMPARE (sme_record_get_int (y->service, "likes"), sme_record_get_int (x->service, "likes"));
  if (order == 0)
    order = COMPARE (x->place, y->place);
  return order != 0 ? order : COMPARE (x->row, y->row);
}

GListStore *
sme_catalog_search (GListModel *services,
                    const char *const *words,
                    gboolean ranked,
                    SmeCatalogFits fits,
                    gpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) groups = NULL;
  GListStore *found = g_list_store_new (SME_TYPE_SERVICE);

  for (guint i = 0; i < g_list_model_get_n_items (services); i++)
    {
      g_autoptr (SmeRecord) service = g_list_model_get_item (services, i);

      g_ptr_array_add (entries, make_entry (service, i, fits (service, data)));
    }
  groups = look_for (entries, words);
  if (ranked)
    g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (entry->place == NOWHERE)
        continue;
      sme_record_unset (entry->service, "matches");
      sme_search_mark (groups, entry->service, "name");
      sme_search_mark (groups, entry->service, "summary");
      sme_search_mark (groups, entry->service, "overview");
      g_list_store_append (found, entry->service);
    }
  return found;
}
