/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-terms.h"

#include <math.h>

/* Two words next to each other mean more than the same two apart, but are seen more seldom. */
#define PAIR_WEIGHT 0.6
/* Two words that say nothing may say something together ("dấu sao"). */
#define STOP_PAIR_WEIGHT 0.3
/* Nobody wrote this pair: word order differs, or the subject. */
#define UNKNOWN_PAIR_WEIGHT 0.15
/* What no article has is still rarer than what one has. */
#define UNKNOWN_ARTICLES 0.5

struct _SmeGuideTerms
{
  SmeGuide *guide;
  GHashTable *terms; /* key -> SmeGuideTerm */
};

static void
free_term (gpointer data)
{
  SmeGuideTerm *term = data;

  g_array_unref (term->postings);
  g_hash_table_unref (term->forms);
  g_free (term);
}

static char *
make_pair (const char *first, const char *second)
{
  return g_strconcat (first, " ", second, NULL);
}

static SmeGuideTerm *
ensure_term (SmeGuideTerms *self, const char *key, gboolean pair, gboolean stop)
{
  SmeGuideTerm *term = g_hash_table_lookup (self->terms, key);

  if (term != NULL)
    return term;
  term = g_new0 (SmeGuideTerm, 1);
  term->pair = pair;
  term->stop = stop;
  term->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  term->postings = g_array_new (FALSE, FALSE, sizeof (SmeGuidePosting));
  g_hash_table_insert (self->terms, g_strdup (key), term);
  return term;
}

static void
post (SmeGuideTerm *term, guint article, double weight)
{
  GArray *postings = term->postings;
  SmeGuidePosting *last =
    postings->len > 0 ? &g_array_index (postings, SmeGuidePosting, postings->len - 1) : NULL;
  SmeGuidePosting posting = { article, (float) weight };

  if (last == NULL || last->article != article)
    g_array_append_val (postings, posting);
  else
    last->weight = MAX (last->weight, posting.weight);
}

static SmeGuideTerm *
add_word (SmeGuideTerms *self, guint article, const SmeGuideWord *word, double weight)
{
  SmeGuideTerm *term =
    ensure_term (self, word->key, FALSE, sme_guide_terms_is_stop (self, word->key));

  if (word->marked != NULL)
    g_hash_table_add (term->forms, g_strdup (word->marked));
  post (term, article, weight);
  return term;
}

static SmeGuideTerm *
add_pair (SmeGuideTerms *self, guint article, const char *first, const char *second, double weight)
{
  g_autofree char *key = make_pair (first, second);
  gboolean stop = sme_guide_terms_is_stop (self, first) && sme_guide_terms_is_stop (self, second);
  SmeGuideTerm *term = ensure_term (self, key, TRUE, stop);

  post (term, article, weight);
  return term;
}

void
sme_guide_terms_add_text (SmeGuideTerms *self,
                          guint article,
                          const char *text,
                          double weight,
                          GPtrArray *into)
{
  g_autoptr (GPtrArray) words = sme_guide_words_split (sme_guide_get_words (self->guide), text);

  for (guint i = 0; i < words->len; i++)
    {
      const SmeGuideWord *word = g_ptr_array_index (words, i);
      const SmeGuideWord *next = i + 1 < words->len ? g_ptr_array_index (words, i + 1) : NULL;
      SmeGuideTerm *term = add_word (self, article, word, weight);
      SmeGuideTerm *pair =
        next != NULL ? add_pair (self, article, word->key, next->key, weight) : NULL;

      if (into != NULL && !term->stop)
        g_ptr_array_add (into, term);
      if (into != NULL && pair != NULL)
        g_ptr_array_add (into, pair);
    }
}

/* The rarity of what is in @n_articles. */
static double
get_rarity (SmeGuideTerms *self, double n_articles)
{
  return log (1.0 + sme_guide_get_n_articles (self->guide) / n_articles);
}

void
sme_guide_terms_weigh_all (SmeGuideTerms *self)
{
  GHashTableIter iter;
  SmeGuideTerm *term;

  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &term))
    term->rarity = get_rarity (self, term->postings->len);
}

SmeGuideTerm *
sme_guide_terms_get (SmeGuideTerms *self, const char *key)
{
  return key != NULL ? g_hash_table_lookup (self->terms, key) : NULL;
}

SmeGuideTerm *
sme_guide_terms_get_pair (SmeGuideTerms *self, const char *first, const char *second)
{
  g_autofree char *key = NULL;

  if (first == NULL || second == NULL)
    return NULL;
  key = make_pair (first, second);
  return g_hash_table_lookup (self->terms, key);
}

gboolean
sme_guide_terms_is_stop (SmeGuideTerms *self, const char *word)
{
  return sme_guide_words_is_stop (sme_guide_get_words (self->guide), word);
}

void
sme_guide_terms_iter_init (SmeGuideTerms *self, GHashTableIter *iter)
{
  g_hash_table_iter_init (iter, self->terms);
}

double
sme_guide_term_weigh (const SmeGuideTerm *term)
{
  double weight = !term->pair ? 1.0 : term->stop ? STOP_PAIR_WEIGHT : PAIR_WEIGHT;

  return weight * term->rarity;
}

double
sme_guide_terms_weigh_unknown (SmeGuideTerms *self)
{
  return get_rarity (self, UNKNOWN_ARTICLES);
}

double
sme_guide_terms_weigh_unknown_pair (SmeGuideTerms *self)
{
  return sme_guide_terms_weigh_unknown (self) * PAIR_WEIGHT * UNKNOWN_PAIR_WEIGHT;
}

SmeGuideTerms *
sme_guide_terms_new (SmeGuide *guide)
{
  SmeGuideTerms *self = g_new0 (SmeGuideTerms, 1);

  self->guide = g_object_ref (guide);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_term);
  return self;
}

void
sme_guide_terms_free (SmeGuideTerms *self)
{
  g_hash_table_unref (self->terms);
  g_object_unref (self->guide);
  g_free (self);
}
