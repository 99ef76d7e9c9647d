/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/guide/sme-guide.h"

G_BEGIN_DECLS

/**
 * SmeGuideIndex:
 *
 * Finds articles of a guide, without a network and without a log. Marks, case, word order and
 * everyday abbreviations don't matter; a word that the guide doesn't know is read as one that
 * differs from it in a single letter.
 */
typedef struct _SmeGuideIndex SmeGuideIndex;

SmeGuideIndex *sme_guide_index_new (SmeGuide *guide);
void sme_guide_index_free (SmeGuideIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeGuideIndex, sme_guide_index_free)

/**
 * SmeGuideHit:
 * @article: borrowed from the guide
 * @score: 0 to 1; of a question: how sure it is that the article answers it
 */
typedef struct
{
  SmeGuideArticle *article;
  double score;
} SmeGuideHit;

/* The articles that best answer @question, best first, at most @max; those that share nothing with
 * it are left out. (transfer full) (element-type SmeGuideHit) */
GArray *sme_guide_index_ask (SmeGuideIndex *self, const char *question, guint max);

/* The articles in which every word of @typed is found; the last word may still be growing. Best
 * first. (transfer full) (element-type SmeGuideHit) */
GArray *sme_guide_index_find (SmeGuideIndex *self, const char *typed, guint max);

G_END_DECLS
