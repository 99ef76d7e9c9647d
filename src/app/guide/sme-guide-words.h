/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeGuideWords:
 *
 * What the search knows of a language: words that say nothing ("a", "là"), words that mean the same
 * ("mk", "mật khẩu"), greetings and thanks. All are compared folded (base/sme-text.h).
 */
typedef struct _SmeGuideWords SmeGuideWords;

SmeGuideWords *sme_guide_words_new (void);
void sme_guide_words_free (SmeGuideWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmeGuideWords, sme_guide_words_free)

/* @key: "stop", "same", "hello" or "thanks"; FALSE if it is another or @value is malformed. */
gboolean sme_guide_words_set (SmeGuideWords *self, const char *key, const char *value);

/**
 * SmeGuideWord:
 * @key: folded
 * @marked: as it was written, but in small letters, composed, and with the tone mark in one place;
 *   %NULL of a word that stands for another
 */
typedef struct
{
  char *key;
  char *marked;
} SmeGuideWord;

/* @text in words, what means the same made the same; runs of letters and digits, at most 512 of
 * them. (transfer full) (element-type SmeGuideWord) */
GPtrArray *sme_guide_words_split (SmeGuideWords *self, const char *text);

gboolean sme_guide_words_is_stop (SmeGuideWords *self, const char *word);
/* Whether @text is nothing but a greeting, or thanks. */
gboolean sme_guide_words_is_hello (SmeGuideWords *self, const char *text);
gboolean sme_guide_words_is_thanks (SmeGuideWords *self, const char *text);

G_END_DECLS
