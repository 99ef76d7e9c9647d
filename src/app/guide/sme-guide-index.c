/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-index.h"

#include "app/guide/sme-guide-speller.h"

#include <math.h>
#include <string.h>

/* What a term found in the title or in a way of asking counts against one in the text. */
#define HEAD_WEIGHT 1.0
#define TEXT_WEIGHT 0.4
/* Two words next to each other mean more than the same two apart, but are seen more seldom. */
#define PAIR_WEIGHT 0.6
/* Two words that say nothing may say something together ("dấu sao"). */
#define STOP_PAIR_WEIGHT 0.3
/* Nobody wrote this pair: word order differs, or the subject. */
#define UNKNOWN_PAIR_WEIGHT 0.15
#define CORRECTED_WEIGHT 0.75
/* Written with marks, but others than anywhere in the guide: "nhanh" is not "nhánh". Not nothing,
 * for tone marks are mixed up often. */
#define OTHER_MARKS_WEIGHT 0.4
#define GROWING_WEIGHT 0.8
/* Shorter words have too many neighbours; in company of a word that goes with them they are safe
 * earlier, and still earlier if their letters are right ("opt"). */
#define MIN_CORRECTED 6
#define MIN_CORRECTED_IN_PAIR 4
#define MIN_SWAPPED 3
#define MIN_GROWING 2

/* A word, or two next to each other. */
typedef struct
{
  double rarity;
  gboolean pair;
  gboolean stop;     /* says nothing, or is a pair of such */
  GHashTable *forms; /* of a word: as it is written in the guide, see SmeGuideWord */
  GArray *postings;  /* Posting, by article */
} Term;

typedef struct
{
  guint article;
  float weight;
} Posting;

/* One way of asking, as its terms. */
typedef struct
{
  guint article;
  GPtrArray *terms; /* Term, borrowed */
  double rarity;    /* of all of them */
} Ask;

/* A word or pair of a question. */
typedef struct
{
  Term *term; /* NULL: unknown */
  double weight;
} Wanted;

struct _SmeGuideIndex
{
  SmeGuide *guide;
  GHashTable *terms; /* key -> Term */
  GPtrArray *asks;   /* Ask */
};

static void
free_term (gpointer data)
{
  Term *term = data;

  g_array_unref (term->postings);
  g_hash_table_unref (term->forms);
  g_free (term);
}

static void
free_ask (gpointer data)
{
  Ask *ask = data;

  g_ptr_array_unref (ask->terms);
  g_free (ask);
}

static char *
make_pair (const char *first, const char *second)
{
  return g_strconcat (first, " ", second, NULL);
}

static gboolean
is_stop (SmeGuideIndex *self, const char *word)
{
  return sme_guide_words_is_stop (sme_guide_get_words (self->guide), word);
}

/* NULL where there is none. */
static const char *
get_key (GPtrArray *words, guint index)
{
  return index < words->len ? ((SmeGuideWord *) g_ptr_array_index (words, index))->key : NULL;
}

/* Building */

static Term *
ensure_term (SmeGuideIndex *self, const char *key, gboolean pair, gboolean stop)
{
  Term *term = g_hash_table_lookup (self->terms, key);

  if (term != NULL)
    return term;
  term = g_new0 (Term, 1);
  term->pair = pair;
  term->stop = stop;
  term->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  term->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  g_hash_table_insert (self->terms, g_strdup (key), term);
  return term;
}

static void
post (Term *term, guint article, double weight)
{
  Posting *last = term->postings->len > 0
                    ? &g_array_index (term->postings, Posting, term->postings->len - 1)
                    : NULL;
  Posting posting = { article, (float) weight };

  if (last == NULL || last->article != article)
    g_array_append_val (term->postings, posting);
  else
    last->weight = MAX (last->weight, posting.weight);
}

/* The terms of @text, each of which is posted; those of the way of asking go to @into. */
static void
index_text (SmeGuideIndex *self, guint article, const char *text, double weight, GPtrArray *into)
{
  g_autoptr (GPtrArray) words = sme_guide_words_split (sme_guide_get_words (self->guide), text);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = get_key (words, i);
      const char *next = get_key (words, i + 1);
      const char *marked = ((SmeGuideWord *) g_ptr_array_index (words, i))->marked;
      gboolean stop = is_stop (self, word);
      Term *term = ensure_term (self, word, FALSE, stop);
      g_autofree char *key = next != NULL ? make_pair (word, next) : NULL;

      if (marked != NULL)
        g_hash_table_add (term->forms, g_strdup (marked));
      post (term, article, weight);
      if (into != NULL && !stop)
        g_ptr_array_add (into, term);
      if (next == NULL)
        break;
      term = ensure_term (self, key, TRUE, stop && is_stop (self, next));
      post (term, article, weight);
      if (into != NULL)
        g_ptr_array_add (into, term);
    }
}

static void
index_ask (SmeGuideIndex *self, guint article, const char *text)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->article = article;
  ask->terms = g_ptr_array_new ();
  index_text (self, article, text, HEAD_WEIGHT, ask->terms);
  g_ptr_array_add (self->asks, ask);
}

static void
index_article (SmeGuideIndex *self, guint position)
{
  SmeGuideArticle *article = sme_guide_get_article (self->guide, position);
  const char *const *asks = sme_guide_article_get_asks (article);

  index_ask (self, position, sme_guide_article_get_title (article));
  for (guint i = 0; asks[i] != NULL; i++)
    index_ask (self, position, asks[i]);
  for (guint i = 0; i < sme_guide_article_get_n_blocks (article); i++)
    index_text (self, position, sme_guide_article_get_block (article, i)->text, TEXT_WEIGHT, NULL);
}

static double
get_rarity (SmeGuideIndex *self, double n_articles)
{
  return log (1.0 + sme_guide_get_n_articles (self->guide) / n_articles);
}

static double
weigh (const Term *term)
{
  double weight = !term->pair ? 1.0 : term->stop ? STOP_PAIR_WEIGHT : PAIR_WEIGHT;

  return weight * term->rarity;
}

static void
weigh_all (SmeGuideIndex *self)
{
  GHashTableIter iter;
  Term *term;

  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &term))
    term->rarity = get_rarity (self, term->postings->len);
  for (guint i = 0; i < self->asks->len; i++)
    {
      Ask *ask = g_ptr_array_index (self->asks, i);

      for (guint j = 0; j < ask->terms->len; j++)
        ask->rarity += weigh (g_ptr_array_index (ask->terms, j));
    }
}

SmeGuideIndex *
sme_guide_index_new (SmeGuide *guide)
{
  SmeGuideIndex *self = g_new0 (SmeGuideIndex, 1);

  self->guide = g_object_ref (guide);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_term);
  self->asks = g_ptr_array_new_with_free_func (free_ask);
  for (guint i = 0; i < sme_guide_get_n_articles (guide); i++)
    index_article (self, i);
  weigh_all (self);
  return self;
}

void
sme_guide_index_free (SmeGuideIndex *self)
{
  g_ptr_array_unref (self->asks);
  g_hash_table_unref (self->terms);
  g_object_unref (self->guide);
  g_free (self);
}

/* Reading what was typed */

static gboolean
knows_pair (SmeGuideIndex *self, const char *first, const char *second)
{
  g_autofree char *key = NULL;

  if (first == NULL || second == NULL)
    return FALSE;
  key = make_pair (first, second);
  return g_hash_table_contains (self->terms, key);
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
correct (SmeGuideIndex *self, const char *before, const char *word, const char *after)
{
  const char *best = NULL;
  double best_rank = 0;
  GHashTableIter iter;
  const char *key;
  const Term *term;

  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &term))
    {
      gboolean in_pair;
      double rank;

      if (term->pair || !sme_guide_speller_is_near (word, key))
        continue;
      in_pair = knows_pair (self, before, key) || knows_pair (self, key, after);
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
get_trust (SmeGuideIndex *self, const SmeGuideWord *word, gboolean marks)
{
  const Term *term = g_hash_table_lookup (self->terms, word->key);

  if (term == NULL || term->stop || !marks || word->marked == NULL ||
      g_hash_table_contains (term->forms, word->marked))
    return 1.0;
  return OTHER_MARKS_WEIGHT;
}

/* "arrives", "documents": an s at the end of what the guide knows without it. */
static void
drop_plural (SmeGuideIndex *self, SmeGuideWord *word)
{
  gsize length = strlen (word->key);
  g_autofree char *stem = NULL;

  if (length < 4 || word->key[length - 1] != 's' || g_hash_table_contains (self->terms, word->key))
    return;
  stem = g_strndup (word->key, length - 1);
  if (!g_hash_table_contains (self->terms, stem))
    return;
  g_clear_pointer (&word->marked, g_free);
  g_free (word->key);
  word->key = g_steal_pointer (&stem);
}

/* Replaces unknown words by known ones, and says of each word how far to trust it. */
static double *
read_words (SmeGuideIndex *self, GPtrArray *words, gboolean growing)
{
  double *trust = g_new0 (double, words->len + 1);
  gboolean marks = has_marks (words);

  for (guint i = 0; i < words->len; i++)
    {
      SmeGuideWord *word = g_ptr_array_index (words, i);
      const char *better = NULL;

      drop_plural (self, word);
      if (!g_hash_table_contains (self->terms, word->key) && !is_stop (self, word->key) &&
          !(growing && i + 1 == words->len))
        better =
          correct (self, i > 0 ? get_key (words, i - 1) : NULL, word->key, get_key (words, i + 1));
      trust[i] = better != NULL ? CORRECTED_WEIGHT : get_trust (self, word, marks);
      if (better != NULL)
        {
          g_free (word->key);
          word->key = g_strdup (better);
        }
    }
  return trust;
}

static void
want (GArray *wanted, Term *term, double weight)
{
  Wanted one = { term, weight };

  for (guint i = 0; term != NULL && i < wanted->len; i++)
    if (g_array_index (wanted, Wanted, i).term == term)
      return;
  g_array_append_val (wanted, one);
}

/* What @words ask for; gives how much of it there is, known or not. */
static double
want_all (SmeGuideIndex *self, GPtrArray *words, const double *trust, GArray *wanted)
{
  double unknown = get_rarity (self, 0.5);
  double sum = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = get_key (words, i);
      const char *next = get_key (words, i + 1);
      g_autofree char *key = next != NULL ? make_pair (word, next) : NULL;
      Term *pair = key != NULL ? g_hash_table_lookup (self->terms, key) : NULL;

      if (!is_stop (self, word))
        want (wanted, g_hash_table_lookup (self->terms, word), trust[i]);
      if (pair != NULL)
        want (wanted, pair, MIN (trust[i], trust[i + 1]));
      else if (next != NULL && !(is_stop (self, word) && is_stop (self, next)))
        sum += unknown * PAIR_WEIGHT * UNKNOWN_PAIR_WEIGHT;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);

      sum += one->term != NULL ? weigh (one->term) : unknown;
    }
  return sum;
}

static int
compare_hits (gconstpointer a, gconstpointer b, gpointer data)
{
  const SmeGuideHit *first = a;
  const SmeGuideHit *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return (int) sme_guide_get_position (data, first->article) -
         (int) sme_guide_get_position (data, second->article);
}

static GArray *
make_hits (SmeGuideIndex *self, const double *scores, guint max)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (SmeGuideHit));

  for (guint i = 0; i < sme_guide_get_n_articles (self->guide); i++)
    {
      SmeGuideHit hit = { sme_guide_get_article (self->guide, i), scores[i] };

      if (hit.score > 0)
        g_array_append_val (hits, hit);
    }
  g_array_sort_with_data (hits, compare_hits, self->guide);
  g_array_set_size (hits, MIN (hits->len, max));
  return hits;
}

/* How much of what is wanted each article has, of the whole. */
static void
add_coverage (const GArray *wanted, double whole, double *scores)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);

      for (guint j = 0; one->term != NULL && j < one->term->postings->len; j++)
        {
          const Posting *posting = &g_array_index (one->term->postings, Posting, j);

          scores[posting->article] +=
            0.5 * one->weight * posting->weight * weigh (one->term) / whole;
        }
    }
}

static double
compare_ask (const Ask *ask, const GArray *wanted, double whole)
{
  double common = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);

      if (one->term != NULL && g_ptr_array_find (ask->terms, one->term, NULL))
        common += one->weight * weigh (one->term);
    }
  return 2 * common / (whole + ask->rarity);
}

/* How near the question comes to the nearest way of asking for each article. */
static void
add_nearness (SmeGuideIndex *self, const GArray *wanted, double whole, double *scores)
{
  g_autofree double *best = g_new0 (double, sme_guide_get_n_articles (self->guide));

  for (guint i = 0; i < self->asks->len; i++)
    {
      const Ask *ask = g_ptr_array_index (self->asks, i);

      best[ask->article] = MAX (best[ask->article], compare_ask (ask, wanted, whole));
    }
  for (guint i = 0; i < sme_guide_get_n_articles (self->guide); i++)
    scores[i] += 0.5 * best[i];
}

GArray *
sme_guide_index_ask (SmeGuideIndex *self, const char *question, guint max)
{
  g_autoptr (GPtrArray) words = sme_guide_words_split (sme_guide_get_words (self->guide), question);
  g_autofree double *trust = read_words (self, words, FALSE);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));
  g_autofree double *scores = g_new0 (double, sme_guide_get_n_articles (self->guide));
  double whole = want_all (self, words, trust, wanted);

  if (whole > 0)
    {
      add_coverage (wanted, whole, scores);
      add_nearness (self, wanted, whole, scores);
    }
  return make_hits (self, scores, max);
}

/* As one types */

static void
add_term (const Term *term, double weight, double *scores)
{
  for (guint i = 0; i < term->postings->len; i++)
    {
      const Posting *posting = &g_array_index (term->postings, Posting, i);
      double score = weight * posting->weight * term->rarity;

      scores[posting->article] = MAX (scores[posting->article], score);
    }
}

static void
add_growing (SmeGuideIndex *self, const char *begin, double *scores)
{
  GHashTableIter iter;
  const char *key;
  const Term *term;

  if (strlen (begin) < MIN_GROWING)
    return;
  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &term))
    if (!term->pair && g_str_has_prefix (key, begin))
      add_term (term, GROWING_WEIGHT, scores);
}

/* The articles that don't have this word are out. */
static void
keep_with (const double *word_scores, double *scores, guint n, gboolean first)
{
  for (guint i = 0; i < n; i++)
    if (word_scores[i] == 0)
      scores[i] = 0;
    else if (first || scores[i] > 0)
      scores[i] += word_scores[i];
}

GArray *
sme_guide_index_find (SmeGuideIndex *self, const char *typed, guint max)
{
  g_autoptr (GPtrArray) words = sme_guide_words_split (sme_guide_get_words (self->guide), typed);
  g_autofree double *trust = read_words (self, words, TRUE);
  guint n = sme_guide_get_n_articles (self->guide);
  g_autofree double *scores = g_new0 (double, n);
  gboolean first = TRUE;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = get_key (words, i);
      const Term *term = g_hash_table_lookup (self->terms, word);
      g_autofree double *word_scores = g_new0 (double, n);

      /* What says nothing is looked for only if there is nothing else. */
      if (words->len > 1 && is_stop (self, word))
        continue;
      if (term != NULL)
        add_term (term, trust[i], word_scores);
      if (i + 1 == words->len)
        add_growing (self, word, word_scores);
      keep_with (word_scores, scores, n, first);
      first = FALSE;
    }
  return make_hits (self, scores, max);
}
