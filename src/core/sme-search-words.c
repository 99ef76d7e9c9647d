/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-search-words.h"

#include "base/sme-text.h"

#include <string.h>

#define MIN_ALIKE 3

static void
clear_word (SmeSearchWord *word)
{
  g_free (word->folded);
}

static void
add (GArray *words, const char *text, gsize begin, gsize end)
{
  g_autofree char *piece = g_strndup (text + begin, end - begin);
  SmeSearchWord word = { sme_text_fold (piece), begin, end };

  if (word.folded[0] != '\0')
    g_array_append_val (words, word);
  else
    clear_word (&word);
}

static gboolean
belongs_to_word (gunichar ch)
{
  return g_unichar_isalnum (ch) || g_unichar_ismark (ch);
}

/* Where a capital follows a small letter (vn|Edu), or begins a word behind capitals (SMS|Brand). */
static gboolean
is_seam (gunichar before, gunichar ch, gunichar after)
{
  if (!g_unichar_isupper (ch))
    return FALSE;
  return g_unichar_islower (before) || (g_unichar_isupper (before) && g_unichar_islower (after));
}

/* Also what follows a seam up to the end: "DDoS" of "AntiDDoS" has a seam of its own. */
static void
add_parts (GArray *words, const char *text, gsize begin, gsize end)
{
  const char *start = text + begin, *stop = text + end, *from = start;
  gunichar before = 0;

  for (const char *p = start; p < stop; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (p > from && is_seam (before, ch, next < stop ? g_utf8_get_char (next) : 0))
        {
          add (words, text, (gsize) (from - text), (gsize) (p - text));
          add (words, text, (gsize) (p - text), end);
          from = p;
        }
      before = ch;
    }
}

/* "ki" of "ky": i and y are written for each other behind a consonant (chữ kí, bác sỹ, công ti).
 * NULL where there is no other way. */
static char *
respell (const char *folded)
{
  gsize n = strlen (folded);
  char *other;

  if (n < 2 || n > 3 || (folded[n - 1] != 'y' && folded[n - 1] != 'i') ||
      strcspn (folded, "aeiou") < n - 1)
    return NULL;
  other = g_strdup (folded);
  other[n - 1] = folded[n - 1] == 'y' ? 'i' : 'y';
  return other;
}

static void
add_respelled (GArray *words, const SmeSearchWord *run)
{
  char *folded = respell (run->folded);
  SmeSearchWord word = { folded, run->begin, run->end };

  if (folded != NULL)
    g_array_append_val (words, word);
}

/* The plain words of @text: runs of letters, digits and the marks on them. */
static GArray *
find_runs (const char *text)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (SmeSearchWord));
  const char *p = text;

  g_array_set_clear_func (runs, (GDestroyNotify) clear_word);
  while (*p != '\0')
    {
      const char *begin = p;

      while (*p != '\0' && belongs_to_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > begin)
        add (runs, text, (gsize) (begin - text), (gsize) (p - text));
      else
        p = g_utf8_next_char (p);
    }
  return runs;
}

static void
add_pair (GArray *words, const SmeSearchWord *first, const SmeSearchWord *second)
{
  SmeSearchWord pair = { g_strconcat (first->folded, second->folded, NULL), first->begin,
                         second->end };

  g_array_append_val (words, pair);
}

static void
add_pairs (GArray *words, const SmeSearchWord *first, const SmeSearchWord *second)
{
  g_autofree char *before = respell (first->folded), *after = respell (second->folded);
  SmeSearchWord first_respelled = { before, first->begin, first->end };
  SmeSearchWord second_respelled = { after, second->begin, second->end };

  add_pair (words, first, second);
  if (before != NULL)
    add_pair (words, &first_respelled, second);
  if (after != NULL)
    add_pair (words, first, &second_respelled);
}

GArray *
sme_search_words_split (const char *text, SmeSearchWordFlags flags)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (SmeSearchWord));
  g_autoptr (GArray) runs = find_runs (valid);

  g_array_set_clear_func (words, (GDestroyNotify) clear_word);
  for (guint i = 0; i < runs->len; i++)
    {
      SmeSearchWord *run = &g_array_index (runs, SmeSearchWord, i);

      add (words, valid, run->begin, run->end);
      if ((flags & SME_SEARCH_WORDS_PARTS) != 0)
        {
          add_parts (words, valid, run->begin, run->end);
          add_respelled (words, run);
        }
      if ((flags & SME_SEARCH_WORDS_PAIRS) != 0 && i + 1 < runs->len)
        add_pairs (words, run, &g_array_index (runs, SmeSearchWord, i + 1));
    }
  return words;
}

char *
sme_search_words_join (const char *text, SmeSearchWordFlags flags)
{
  g_autoptr (GArray) words = sme_search_words_split (text, flags);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "",
                            g_array_index (words, SmeSearchWord, i).folded);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

gboolean
sme_search_words_are_near (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b), same = 0;

  if (n > m + 1 || m > n + 1)
    return FALSE;
  while (same < n && same < m && a[same] == b[same])
    same++;
  a += same;
  b += same;
  if (n != m)
    return n > m ? g_str_equal (a + 1, b) : g_str_equal (a, b + 1);
  if (*a == '\0' || g_str_equal (a + 1, b + 1))
    return TRUE;
  return a[1] != '\0' && a[0] == b[1] && a[1] == b[0] && g_str_equal (a + 2, b + 2);
}

gboolean
sme_search_words_are_swapped (const char *a, const char *b)
{
  const char *start = a;

  while (*a != '\0' && *a == *b)
    {
      a++;
      b++;
    }
  if (*a == '\0' || *b == '\0' || a[1] == '\0')
    return FALSE;
  if (a[0] == b[1] && a[1] == b[0])
    return g_str_equal (a + 2, b + 2);
  /* "sll" of "ssl": the other letter twice. */
  return a > start && g_str_equal (a + 1, b + 1) &&
         ((a[0] == a[1] && b[0] == b[-1]) || (a[0] == a[-1] && b[0] == b[1]));
}

/* Whether @longer is @shorter with one of its letters twice. */
static gboolean
is_doubled (const char *longer, const char *shorter)
{
  gsize same = 0;

  while (shorter[same] != '\0' && longer[same] == shorter[same])
    same++;
  return same > 0 && longer[same] == longer[same - 1] &&
         g_str_equal (longer + same + 1, shorter + same);
}

static gboolean
are_neighbouring_keys (char a, char b)
{
  const char *keys = "qwertyuiop asdfghjkl zxcvbnm";
  const char *at = g_ascii_isalpha (a) ? strchr (keys, a) : NULL;

  return at != NULL && g_ascii_isalpha (b) && (at[1] == b || (at > keys && at[-1] == b));
}

gboolean
sme_search_words_are_slipped (const char *typed, const char *word)
{
  gsize n = strlen (typed), m = strlen (word), same = 0;

  while (same < n && typed[same] == word[same])
    same++;
  if (n == m + 1)
    return is_doubled (typed, word) || (same == m && strchr ("sfrxj", typed[m]) != NULL);
  if (m == n + 1)
    return is_doubled (word, typed);
  if (n != m || same == n)
    return FALSE;
  return sme_search_words_are_swapped (typed, word) ||
         (same > 0 && are_neighbouring_keys (typed[same], word[same]) &&
          g_str_equal (typed + same + 1, word + same + 1));
}

gboolean
sme_search_words_are_alike (const char *typed, const char *word)
{
  if (strlen (word) == strlen (typed) + 1)
    return sme_search_words_are_near (typed, word);
  return strlen (word) >= MIN_ALIKE && sme_search_words_are_slipped (typed, word);
}
