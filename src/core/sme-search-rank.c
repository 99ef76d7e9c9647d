/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-search-rank.h"

#include "base/sme-text.h"
#include "core/sme-match.h"
#include "core/sme-search-words.h"
#include "core/sme-service.h"

#include <string.h>

enum
{
  SCORE_WHOLE = 12,
  SCORE_BEGINNING = 10,
  SCORE_NEAR = 7,
  SCORE_TEXT = 1,
  SCORE_IN_A_ROW = 4,      /* for each two in the name */
  SCORE_TEXT_IN_A_ROW = 6, /* for each of all */
};

typedef struct
{
  gsize begin;
  gsize end;
} Range;

static guint
rank_group (const SmeSearchGroup *group, char **words)
{
  guint best = SCORE_TEXT;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint score = 0;

      if (group->prefix != NULL && g_str_equal (words[i], group->prefix))
        score = SCORE_WHOLE;
      else if (group->prefix != NULL && g_str_has_prefix (words[i], group->prefix))
        score = SCORE_BEGINNING;
      else if (sme_search_group_matches (group, words[i], TRUE))
        score = SCORE_NEAR;
      best = MAX (best, score);
    }
  return best;
}

static gboolean
has_pair (char **words, const SmeSearchGroup *first, const SmeSearchGroup *second)
{
  g_autoptr (GPtrArray) pairs = sme_search_group_make_pairs (first, second);

  for (guint i = 0; i < pairs->len; i++)
    for (guint k = 0; words[k] != NULL; k++)
      if (g_str_has_prefix (words[k], g_ptr_array_index (pairs, i)))
        return TRUE;
  return FALSE;
}

static guint
rank_neighbours (GPtrArray *groups, char **words)
{
  guint score = 0;

  for (guint i = 0; i + 1 < groups->len; i++)
    if (has_pair (words, g_ptr_array_index (groups, i), g_ptr_array_index (groups, i + 1)))
      score += SCORE_IN_A_ROW;
  return score;
}

guint
sme_search_rank (GPtrArray *groups, const char *name_words, gboolean adjacent)
{
  g_auto (GStrv) words = g_strsplit (name_words, " ", -1);
  guint score = rank_neighbours (groups, words);

  for (guint i = 0; i < groups->len; i++)
    score += rank_group (g_ptr_array_index (groups, i), words);
  if (adjacent)
    score += SCORE_TEXT_IN_A_ROW * groups->len;
  return score;
}

/* Bytes of @folded that its first @n bytes of letters take: a pair of words has none between them.
 */
static gsize
find_end (const char *folded, gsize n)
{
  const char *p = folded;

  for (gsize seen = 0; *p != '\0' && seen < n; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      seen += (gsize) (g_utf8_next_char (p) - p);
  return (gsize) (p - folded);
}

/* How much of @word was typed, maybe with a wrong letter. */
static gsize
find_typed (const char *word, const SmeSearchGroup *group)
{
  gsize n = strlen (group->typed), length = strlen (word);
  gsize cuts[] = { n, n + 1, n - 1 };

  if (g_str_has_prefix (word, group->typed))
    return n;
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *beginning = g_strndup (word, cuts[i]);

      if (cuts[i] <= length && sme_search_words_are_near (group->typed, beginning))
        return cuts[i];
    }
  return length;
}

/* What of the word was typed. */
static Range
cut_range (const SmeSearchWord *word, const SmeSearchGroup *group, const char *text)
{
  g_autofree char *piece = g_strndup (text + word->begin, word->end - word->begin);
  g_autofree gsize *map = NULL;
  g_autofree char *folded = NULL;
  gsize length, begin, end;

  folded = sme_text_fold_with_map (piece, &map, &length);
  sme_text_map_range (map, length, 0, find_end (folded, find_typed (word->folded, group)), &begin,
                      &end);
  return (Range){ word->begin + begin, word->begin + end };
}

static gboolean
is_inside (const SmeSearchWord *part, const SmeSearchWord *whole)
{
  return part->begin >= whole->begin && part->end <= whole->end &&
         part->end - part->begin < whole->end - whole->begin;
}

/* Whether @word is only near what was typed and a part of it is too: of two neighbours taken for
 * one only that part was meant ("điện" of "điện tử" by "dienn"). */
static gboolean
is_too_much (const SmeSearchGroup *group, const SmeSearchWord *word, GArray *words)
{
  if (group->joined || (group->prefix != NULL && g_str_has_prefix (word->folded, group->prefix)))
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      const SmeSearchWord *part = &g_array_index (words, SmeSearchWord, i);

      if (is_inside (part, word) && sme_search_group_matches (group, part->folded, TRUE))
        return TRUE;
    }
  return FALSE;
}

static void
collect (GPtrArray *groups,
         const char *text,
         GArray *words,
         const SmeSearchWord *word,
         GArray *ranges)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const SmeSearchGroup *group = g_ptr_array_index (groups, i);

      if (sme_search_group_matches (group, word->folded, TRUE) && !is_too_much (group, word, words))
        {
          Range range = cut_range (word, group, text);
          g_array_append_val (ranges, range);
        }
    }
}

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const Range *x = a, *y = b;

  return x->begin < y->begin ? -1 : x->begin > y->begin;
}

static void
add_match (SmeRecord *record, const char *field, const char *text, const Range *range)
{
  g_autoptr (SmeMatch) match = sme_match_new ();

  sme_record_set_text (SME_RECORD (match), "field", field);
  sme_record_set_int (SME_RECORD (match), "start",
                      g_utf8_pointer_to_offset (text, text + range->begin));
  sme_record_set_int (SME_RECORD (match), "length",
                      g_utf8_strlen (text + range->begin, (gssize) (range->end - range->begin)));
  sme_record_append (record, "matches", match);
}

static void
mark_text (GPtrArray *groups, SmeRecord *record, const char *field, const char *text)
{
  g_autoptr (GArray) words =
    sme_search_words_split (text, SME_SEARCH_WORDS_PARTS | SME_SEARCH_WORDS_PAIRS);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  Range open = { 0, 0 };

  if (text == NULL)
    return;
  for (guint i = 0; i < words->len; i++)
    collect (groups, text, words, &g_array_index (words, SmeSearchWord, i), ranges);
  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const Range *range = &g_array_index (ranges, Range, i);

      if (range->begin > open.end || open.end == 0)
        {
          if (open.end > open.begin)
            add_match (record, field, text, &open);
          open = *range;
        }
      open.end = MAX (open.end, range->end);
    }
  if (open.end > open.begin)
    add_match (record, field, text, &open);
}

static void
mark_items (GPtrArray *groups, SmeRecord *record, const char *field)
{
  const char *const *items = sme_record_get_texts (record, field);

  for (guint i = 0; items != NULL && items[i] != NULL && i < SME_SERVICE_CARD_POINTS; i++)
    {
      g_autofree char *name = g_strdup_printf (SME_SEARCH_ITEM_FORMAT, field, i);

      mark_text (groups, record, name, items[i]);
    }
}

void
sme_search_mark (GPtrArray *groups, SmeRecord *record, const char *field)
{
  const SmeField *known = sme_record_class_find_field (SME_RECORD_GET_CLASS (record), field);

  g_return_if_fail (known != NULL);
  if (known->kind == SME_FIELD_TEXTS)
    mark_items (groups, record, field);
  else
    mark_text (groups, record, field, sme_record_get_text (record, field));
}
