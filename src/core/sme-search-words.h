/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SmeSearchWord:
 * @folded: as sme_text_fold() writes it, so without marks, with d for đ, in one case
 * @begin: byte in the text
 * @end: byte behind it
 */
typedef struct
{
  char *folded;
  gsize begin;
  gsize end;
} SmeSearchWord;

/**
 * SmeSearchWordFlags:
 * @SME_SEARCH_WORDS_PARTS: also the parts of words that are written together (Smart and CA of
 * SmartCA), and the other way to spell a word on i or y (kí of ký)
 * @SME_SEARCH_WORDS_PAIRS: also two neighbours as one (kyso of "ký số")
 */
typedef enum
{
  SME_SEARCH_WORDS_PLAIN = 0,
  SME_SEARCH_WORDS_PARTS = 1 << 0,
  SME_SEARCH_WORDS_PAIRS = 1 << 1,
} SmeSearchWordFlags;

/* (element-type SmeSearchWord): the words of a text, in the order of where they begin. The same
 * cuts are made for the index, for what is typed and for what is highlighted. */
GArray *sme_search_words_split (const char *text, SmeSearchWordFlags flags);

/* The folded words, with spaces between them. */
char *sme_search_words_join (const char *text, SmeSearchWordFlags flags);

/* Whether @a becomes @b by typing one letter more, less, another, or two the other way round. */
gboolean sme_search_words_are_near (const char *a, const char *b);

/* Whether two neighbouring letters of @a are the other way round in @b, or of two the other one is
 * there twice ("sll", "ssl"). */
gboolean sme_search_words_are_swapped (const char *a, const char *b);

/* Of a word of four letters, nearly every other word of four letters is one wrong letter away; so
 * only what fingers do: two letters swapped, one hit twice or once too little, a neighbouring key
 * of its row (but for the first letter), or Telex's key of a tone that was left behind ("hoas" of
 * hoá).
 */
gboolean sme_search_words_are_slipped (const char *typed, const char *word);

/* As sme_search_words_are_slipped(), also for words of three letters, and with any one letter
 * forgotten ("fber"): only for words that are few, as those of names are. */
gboolean sme_search_words_are_alike (const char *typed, const char *word);

G_END_DECLS
