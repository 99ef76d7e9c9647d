/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-index.h"

#include "app/guide/sme-guide-reader.h"
#include "app/guide/sme-guide-terms.h"

#include <string.h>

/* What a term found in the title or in a way of asking counts against one in the text. */
#define HEAD_WEIGHT 1.0
#define TEXT_WEIGHT 0.4
#define GROWING_WEIGHT 0.8
#define MIN_GROWING 2

/* One way of asking, as its terms. */
typedef struct
{
  guint article;
  GPtrArray *terms; /* SmeGuideTerm, borrowed */
  double rarity;    /* of all of them */
} Ask;

/* A word or pair of a question. */
typedef struct
{
  SmeGuideTerm *term; /* NULL: unknown */
  double weight;
} Wanted;

struct _SmeGuideIndex
{
  SmeGuide *guide;
  SmeGuideTerms *terms;
  GPtrArray *asks; /* Ask */
};

static void
free_ask (gpointer data)
{
  Ask *ask = data;

  g_ptr_array_unref (ask->terms);
  g_free (ask);
}

/* NULL where there is none. */
static const char *
get_key (GPtrArray *words, guint index)
{
  return index < words->len ? ((SmeGuideWord *) g_ptr_array_index (words, index))->key : NULL;
}

/* Building */

static void
index_ask (SmeGuideIndex *self, guint article, const char *text)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->article = article;
  ask->terms = g_ptr_array_new ();
  sme_guide_terms_add_text (self->terms, article, text, HEAD_WEIGHT, ask->terms);
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
    sme_guide_terms_add_text (self->terms, position, sme_guide_article_get_block (article, i)->text,
                              TEXT_WEIGHT, NULL);
}

static void
weigh_asks (SmeGuideIndex *self)
{
  for (guint i = 0; i < self->asks->len; i++)
    {
      Ask *ask = g_ptr_array_index (self->asks, i);

      for (guint j = 0; j < ask->terms->len; j++)
        ask->rarity += sme_guide_term_weigh (g_ptr_array_index (ask->terms, j));
    }
}

SmeGuideIndex *
sme_guide_index_new (SmeGuide *guide)
{
  SmeGuideIndex *self = g_new0 (SmeGuideIndex, 1);

  self->guide = g_object_ref (guide);
  self->terms = sme_guide_terms_new (guide);
  self->asks = g_ptr_array_new_with_free_func (free_ask);
  for (guint i = 0; i < sme_guide_get_n_articles (guide); i++)
    index_article (self, i);
  sme_guide_terms_weigh_all (self->terms);
  weigh_asks (self);
  return self;
}

void
sme_guide_index_free (SmeGuideIndex *self)
{
  g_ptr_array_unref (self->asks);
  sme_guide_terms_free (self->terms);
  g_object_unref (self->guide);
  g_free (self);
}

/* A question */

static void
want (GArray *wanted, SmeGuideTerm *term, double weight)
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
  SmeGuideTerms *terms = self->terms;
  double sum = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = get_key (words, i);
      const char *next = get_key (words, i + 1);
      SmeGuideTerm *pair = sme_guide_terms_get_pair (terms, word, next);
      gboolean stop = sme_guide_terms_is_stop (terms, word);

      if (!stop)
        want (wanted, sme_guide_terms_get (terms, word), trust[i]);
      if (pair != NULL)
        want (wanted, pair, MIN (trust[i], trust[i + 1]));
      else if (next != NULL && !(stop && sme_guide_terms_is_stop (terms, next)))
        sum += sme_guide_terms_weigh_unknown_pair (terms);
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *one = &g_array_index (wanted, Wanted, i);

      sum += one->term != NULL ? sme_guide_term_weigh (one->term)
                               : sme_guide_terms_weigh_unknown (terms);
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
          const SmeGuidePosting *posting = &g_array_index (one->term->postings, SmeGuidePosting, j);

          scores[posting->article] +=
            0.5 * one->weight * posting->weight * sme_guide_term_weigh (one->term) / whole;
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
        common += one->weight * sme_guide_term_weigh (one->term);
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
  g_autofree double *trust = sme_guide_reader_read (self->terms, words, FALSE);
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
add_term (const SmeGuideTerm *term, double weight, double *scores)
{
  for (guint i = 0; i < term->postings->len; i++)
    {
      const SmeGuidePosting *posting = &g_array_index (term->postings, SmeGuidePosting, i);
      double score = weight * posting->weight * term->rarity;

      scores[posting->article] = MAX (scores[posting->article], score);
    }
}

static void
add_growing (SmeGuideIndex *self, const char *begin, double *scores)
{
  GHashTableIter iter;
  const char *key;
  const SmeGuideTerm *term;

  if (strlen (begin) < MIN_GROWING)
    return;
  sme_guide_terms_iter_init (self->terms, &iter);
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
  g_autofree double *trust = sme_guide_reader_read (self->terms, words, TRUE);
  guint n = sme_guide_get_n_articles (self->guide);
  g_autofree double *scores = g_new0 (double, n);
  gboolean first = TRUE;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = get_key (words, i);
      const SmeGuideTerm *term = sme_guide_terms_get (self->terms, word);
      g_autofree double *word_scores = g_new0 (double, n);

      /* What says nothing is looked for only if there is nothing else. */
      if (words->len > 1 && sme_guide_terms_is_stop (self->terms, word))
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
