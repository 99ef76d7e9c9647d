/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-guide.h"

G_BEGIN_DECLS

/**
 * SmeGuideTerm:
 * @rarity: the higher, the fewer articles have it; known after sme_guide_terms_weigh_all()
 * @pair: two words next to each other
 * @stop: says nothing, or is a pair of such
 * @forms: of a word: as it is written in the guide, see #SmeGuideWord
 * @postings: (element-type SmeGuidePosting): by article
 *
 * A word of the guide, or two next to each other.
 */
typedef struct
{
  double rarity;
  gboolean pair;
  gboolean stop;
  GHashTable *forms;
  GArray *postings;
} SmeGuideTerm;

typedef struct
{
  guint article;
  float weight;
} SmeGuidePosting;

/**
 * SmeGuideTerms:
 *
 * Every word and every pair of words of a guide, and where they stand.
 */
typedef struct _SmeGuideTerms SmeGuideTerms;

SmeGuideTerms *sme_guide_terms_new (SmeGuide *guide);
void sme_guide_terms_free (SmeGuideTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeGuideTerms, sme_guide_terms_free)

/* Takes @text of the article at position @article in. The terms that say something are added to
 * @into. (nullable) (element-type SmeGuideTerm) */
void sme_guide_terms_add_text (SmeGuideTerms *self,
                               guint article,
                               const char *text,
                               double weight,
                               GPtrArray *into);
/* To be called when all texts are in. */
void sme_guide_terms_weigh_all (SmeGuideTerms *self);

/* (nullable): NULL for what the guide doesn't know, or where @key is NULL */
SmeGuideTerm *sme_guide_terms_get (SmeGuideTerms *self, const char *key);
SmeGuideTerm *sme_guide_terms_get_pair (SmeGuideTerms *self, const char *first, const char *second);
gboolean sme_guide_terms_is_stop (SmeGuideTerms *self, const char *word);
void sme_guide_terms_iter_init (SmeGuideTerms *self, GHashTableIter *iter);
/* What a term counts in a question, what a word counts that no article has, and a pair of words
 * that nobody wrote. */
double sme_guide_term_weigh (const SmeGuideTerm *term);
double sme_guide_terms_weigh_unknown (SmeGuideTerms *self);
double sme_guide_terms_weigh_unknown_pair (SmeGuideTerms *self);

G_END_DECLS
