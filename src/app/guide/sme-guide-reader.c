/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-reader.h"

#include "app/guide/sme-guide-speller.h"

#include <string.h>

#define CORRECTED_WEIGHT 0.75
/* Written with marks, but others than anywhere in the guide: "nhanh" is not "nhánh". Not nothing,
 * for tone marks are mixed up often. */
#define OTHER_MARKS_WEIGHT 0.4
/* Shorter words have too many neighbours; in company of a word that goes with them they are safe
 * earlier, and still earlier if their letters are right ("opt"). */
#define MIN_CORRECTED 6
#define MIN_CORRECTED_IN_PAIR 4
#define MIN_SWAPPED 3

/* NULL where there is none. */
static const char *
get_key (GPtrArray *words, guint index)
{
  return index < words->len ? ((SmeGuideWord *) g_ptr_array_index (words, index))->key : NULL;
}

static gboolean
is_safe (const char *word, const char *key, gboolean in_pair)
{
  gsize length = strlen (word);

  if (length >= (in_pair ? MIN_CORRECTED_IN_PAIR : MIN_CORRECTED))
    return TRUE;
  return length >= MIN_SWAPPED && sme_guide_speller_is_swapped (word, key);
}

/* The known word next to @word, best one that its neighbours @before and @after go with. */
static const char *
correct (SmeGuideTerms *terms, const char *before, const char *word, const char *after)
{
  const char *best = NULL;
  double best_rank = 0;
  GHashTableIter iter;
  const char *key;
  const SmeGuideTerm *term;

  sme_guide_terms_iter_init (terms, &iter);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &term))
    {
      gboolean in_pair;
      double rank;

      if (term->pair || !sme_guide_speller_is_near (word, key))
        continue;
      in_pair = sme_guide_terms_get_pair (terms, before, key) != NULL ||
                sme_guide_terms_get_pair (terms, key, after) != NULL;
      if (!is_safe (word, key, in_pair))
        continue;
      rank =
        1 + (double) term->postings->len / 1000 + (key[0] == word[0] ? 0.5 : 0) + (in_pair ? 2 : 0);
      /* Ties go by the alphabet: answers don't depend on the order of a hash table. */
      if (rank > best_rank || (rank == best_rank && strcmp (key, best) < 0))
        {
          best = key;
          best_rank = rank;
        }
    }
  return best;
}

static gboolean
has_marks (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const SmeGuideWord *word = g_ptr_array_index (words, i);

      if (word->marked != NULL && !g_str_equal (word->marked, word->key))
        return TRUE;
    }
  return FALSE;
}

/* How far the word can be trusted to be the one that the guide means. */
static double
get_trust (SmeGuideTerms *terms, const SmeGuideWord *word, gboolean marks)
{
  const SmeGuideTerm *term = sme_guide_terms_get (terms, word->key);

  if (term == NULL || term->stop || !marks || word->marked == NULL ||
      g_hash_table_contains (term->forms, word->marked))
    return 1.0;
  return OTHER_MARKS_WEIGHT;
}

/* "arrives", "documents": an s at the end of what the guide knows without it. */
static void
drop_plural (SmeGuideTerms *terms, SmeGuideWord *word)
{
  gsize length = strlen (word->key);
  g_autofree char *stem = NULL;

  if (length < 4 || word->key[length - 1] != 's' || sme_guide_terms_get (terms, word->key) != NULL)
    return;
  stem = g_strndup (word->key, length - 1);
  if (sme_guide_terms_get (terms, stem) == NULL)
    return;
  g_clear_pointer (&word->marked, g_free);
  g_free (word->key);
  word->key = g_steal_pointer (&stem);
}

double *
sme_guide_reader_read (SmeGuideTerms *terms, GPtrArray *words, gboolean growing)
{
  double *trust = g_new0 (double, words->len + 1);
  gboolean marks = has_marks (words);

  for (guint i = 0; i < words->len; i++)
    {
      SmeGuideWord *word = g_ptr_array_index (words, i);
      const char *better = NULL;

      drop_plural (terms, word);
      if (sme_guide_terms_get (terms, word->key) == NULL &&
          !sme_guide_terms_is_stop (terms, word->key) && !(growing && i + 1 == words->len))
        better =
          correct (terms, i > 0 ? get_key (words, i - 1) : NULL, word->key, get_key (words, i + 1));
      trust[i] = better != NULL ? CORRECTED_WEIGHT : get_trust (terms, word, marks);
      if (better != NULL)
        {
          g_free (word->key);
          word->key = g_strdup (better);
        }
    }
  return trust;
}
