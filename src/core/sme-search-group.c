/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-search-group.h"

#include "core/sme-search-words.h"

#include <string.h>

#define MIN_TOLERANT 5 /* letters of a word that may have any one wrong; below, see is_near */
#define MIN_SWAPPED 3  /* letters of a word that may have two the other way round */
#define MAX_SHORT 4    /* letters of a word that may be one of a name with a letter wrong */
#define MAX_NEAR 50
#define MAX_SPELLINGS 4 /* of a wrong word that are looked for beside its neighbour */
#define MAX_WORDS 8

SmeSearchGroup *
sme_search_group_new (const char *typed, gboolean begins)
{
  SmeSearchGroup *self = g_new0 (SmeSearchGroup, 1);

  self->typed = g_strdup (typed);
  self->exact = g_ptr_array_new_with_free_func (g_free);
  self->named = g_ptr_array_new_with_free_func (g_free);
  self->prefix = begins ? g_strdup (typed) : NULL;
  return self;
}

gboolean
sme_search_group_is_short (const char *word)
{
  return strlen (word) <= MAX_SHORT && !g_ascii_isdigit (*word);
}

/* A number that stands beside a word is no slip of it. */
static gboolean
may_join (const char *first, const char *second)
{
  return (sme_search_group_is_short (first) || sme_search_group_is_short (second)) &&
         strlen (first) + strlen (second) > MIN_SWAPPED && !g_ascii_isdigit (*first) &&
         !g_ascii_isdigit (*second);
}

SmeSearchGroup *
sme_search_group_new_joined (const char *first, const char *second)
{
  g_autofree char *typed = g_strconcat (first, second, NULL);
  SmeSearchGroup *self;

  if (!may_join (first, second))
    return NULL;
  self = sme_search_group_new (typed, FALSE);
  self->joined = TRUE;
  return self;
}

void
sme_search_group_free (SmeSearchGroup *self)
{
  g_ptr_array_unref (self->exact);
  g_ptr_array_unref (self->named);
  g_free (self->typed);
  g_free (self->prefix);
  g_free (self);
}

gboolean
sme_search_group_wants_near (const SmeSearchGroup *self, gboolean tolerant)
{
  gsize length = strlen (self->typed);

  if (length < MIN_SWAPPED || g_ascii_isdigit (self->typed[0]))
    return FALSE;
  return self->prefix == NULL || (tolerant && length > MIN_SWAPPED);
}

/* Also while it is still being typed: "smatr" is near the beginning of "smartca". */
static gboolean
is_near_beginning (const char *typed, const char *term)
{
  gsize length = strlen (typed), n = strlen (term);

  for (gsize cut = length - 1; cut <= length + 1 && cut < n; cut++)
    {
      g_autofree char *beginning = g_strndup (term, cut);

      if (sme_search_words_are_near (typed, beginning))
        return TRUE;
    }
  return sme_search_words_are_near (typed, term);
}

/* The shorter a word, the more others are near it that have nothing to do with it. */
static gboolean
is_near (const char *typed, const char *term)
{
  switch (strlen (typed))
    {
    case MIN_SWAPPED:
      return sme_search_words_are_swapped (typed, term);
    case MIN_SWAPPED + 1:
      return strlen (term) >= MIN_SWAPPED && sme_search_words_are_slipped (typed, term);
    default:
      return strlen (term) >= MIN_TOLERANT - 1 && is_near_beginning (typed, term);
    }
}

gboolean
sme_search_group_offer (SmeSearchGroup *self, const char *term)
{
  if (self->exact->len < MAX_NEAR && is_near (self->typed, term))
    g_ptr_array_add (self->exact, g_strdup (term));
  return self->exact->len < MAX_NEAR;
}

/* Whole words: of a beginning there is too little to be sure. */
static gboolean
may_be_name (const SmeSearchGroup *self, const char *term)
{
  gsize length = strlen (self->typed);

  if (sme_search_group_is_short (self->typed))
    return length >= MIN_SWAPPED && sme_search_words_are_alike (self->typed, term);
  return self->joined && sme_search_words_are_near (self->typed, term);
}

gboolean
sme_search_group_offer_name (SmeSearchGroup *self, const char *term)
{
  if (self->named->len < MAX_NEAR && may_be_name (self, term))
    g_ptr_array_add (self->named, g_strdup (term));
  return self->named->len < MAX_NEAR;
}

static gboolean
contains (GPtrArray *words, const char *word)
{
  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

gboolean
sme_search_group_matches (const SmeSearchGroup *self, const char *word, gboolean in_name)
{
  if (self->prefix != NULL && g_str_has_prefix (word, self->prefix))
    return TRUE;
  return contains (self->exact, word) || (in_name && contains (self->named, word));
}

gboolean
sme_search_group_is_empty (const SmeSearchGroup *self)
{
  return self->prefix == NULL && self->exact->len == 0 && self->named->len == 0;
}

static void
add_some (GPtrArray *spellings, GPtrArray *words)
{
  for (guint i = 0; i < words->len && spellings->len < MAX_SPELLINGS; i++)
    g_ptr_array_add (spellings, g_ptr_array_index (words, i));
}

static void
add_spellings (GPtrArray *spellings, const SmeSearchGroup *group)
{
  if (group->prefix != NULL)
    {
      g_ptr_array_add (spellings, group->prefix);
      return;
    }
  add_some (spellings, group->exact);
  add_some (spellings, group->named);
}

GPtrArray *
sme_search_group_make_pairs (const SmeSearchGroup *self, const SmeSearchGroup *next)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new ();
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);

  add_spellings (first, self);
  add_spellings (second, next);
  for (guint i = 0; i < first->len; i++)
    for (guint k = 0; k < second->len; k++)
      g_ptr_array_add (
        pairs, g_strconcat (g_ptr_array_index (first, i), g_ptr_array_index (second, k), NULL));
  return pairs;
}

GStrv
sme_search_split_query (const char *query)
{
  g_autoptr (GArray) words = sme_search_words_split (query, SME_SEARCH_WORDS_PLAIN);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (words->len, MAX_WORDS); i++)
    g_strv_builder_add (builder, g_array_index (words, SmeSearchWord, i).folded);
  return g_strv_builder_end (builder);
}

gboolean
sme_search_may_miss (guint n_missing, guint n)
{
  return 2 * n_missing < n;
}
