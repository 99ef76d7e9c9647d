/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-words.h"

#include "base/sme-text.h"

#define MAX_WORDS 512
#define MAX_PHRASE 6

struct _SmeGuideWords
{
  GHashTable *stop;
  GHashTable *same; /* phrase -> the phrase that stands for it */
  GHashTable *hello;
  GHashTable *thanks;
};

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

SmeGuideWords *
sme_guide_words_new (void)
{
  SmeGuideWords *self = g_new0 (SmeGuideWords, 1);

  self->stop = new_set ();
  self->same = new_set ();
  self->hello = new_set ();
  self->thanks = new_set ();
  return self;
}

void
sme_guide_words_free (SmeGuideWords *self)
{
  g_hash_table_unref (self->stop);
  g_hash_table_unref (self->same);
  g_hash_table_unref (self->hello);
  g_hash_table_unref (self->thanks);
  g_free (self);
}

static void
free_word (gpointer data)
{
  SmeGuideWord *word = data;

  g_free (word->key);
  g_free (word->marked);
  g_free (word);
}

static void
add_word (GPtrArray *words, char *key, char *marked)
{
  SmeGuideWord *word = g_new0 (SmeGuideWord, 1);

  word->key = key;
  word->marked = marked;
  g_ptr_array_add (words, word);
}

/* Runs of letters and digits of @text. */
static GPtrArray *
split_plain (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);
  g_autofree char *composed = sme_text_normalize_tones (text);
  g_autofree char *small = g_utf8_strdown (composed, -1);
  const char *begin = NULL;

  for (const char *at = small; words->len < MAX_WORDS; at = g_utf8_next_char (at))
    {
      gboolean in_word = *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));

      if (in_word && begin == NULL)
        begin = at;
      else if (!in_word && begin != NULL)
        {
          char *marked = g_strndup (begin, (gsize) (at - begin));

          add_word (words, sme_text_fold (marked), marked);
          begin = NULL;
        }
      if (*at == '\0')
        break;
    }
  return words;
}

static char *
join (GPtrArray *words, guint from, guint n)
{
  GString *phrase = g_string_new (NULL);

  for (guint i = from; i < from + n; i++)
    {
      if (i > from)
        g_string_append_c (phrase, ' ');
      g_string_append (phrase, ((SmeGuideWord *) g_ptr_array_index (words, i))->key);
    }
  return g_string_free (phrase, FALSE);
}

static char *
make_phrase (const char *text)
{
  g_autoptr (GPtrArray) words = split_plain (text);

  return join (words, 0, words->len);
}

static gboolean
add_list (GHashTable *set, const char *value, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (value, separator, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *phrase = make_phrase (parts[i]);

      g_hash_table_replace (set, phrase, g_strdup (phrase));
    }
  return parts[0] != NULL;
}

/* "what stands for them = one; another" */
static gboolean
add_same (SmeGuideWords *self, const char *value)
{
  g_auto (GStrv) sides = g_strsplit (value, "=", 0);
  g_auto (GStrv) parts = NULL;
  g_autofree char *target = NULL;

  if (g_strv_length (sides) != 2)
    return FALSE;
  target = make_phrase (sides[0]);
  /* Longer phrases come first: a word in one that stands for others is left alone. */
  g_hash_table_replace (self->same, g_strdup (target), g_strdup (target));
  parts = g_strsplit (sides[1], ";", 0);
  for (guint i = 0; parts[i] != NULL; i++)
    g_hash_table_replace (self->same, make_phrase (parts[i]), g_strdup (target));
  return *target != '\0' && parts[0] != NULL;
}

gboolean
sme_guide_words_set (SmeGuideWords *self, const char *key, const char *value)
{
  if (g_str_equal (key, "stop"))
    return add_list (self->stop, value, ",");
  if (g_str_equal (key, "same"))
    return add_same (self, value);
  if (g_str_equal (key, "hello"))
    return add_list (self->hello, value, ";");
  return g_str_equal (key, "thanks") && add_list (self->thanks, value, ";");
}

/* How many words at @from are a phrase that another stands for, which is added instead of them. */
static guint
replace_phrase (SmeGuideWords *self, GPtrArray *words, guint from, GPtrArray *result)
{
  for (guint n = MIN (MAX_PHRASE, words->len - from); n > 0; n--)
    {
      g_autofree char *phrase = join (words, from, n);
      const char *target = g_hash_table_lookup (self->same, phrase);
      g_auto (GStrv) parts = NULL;

      if (target == NULL)
        continue;
      parts = g_strsplit (target, " ", 0);
      for (guint i = 0; parts[i] != NULL; i++)
        add_word (result, g_strdup (parts[i]), NULL);
      return n;
    }
  return 0;
}

GPtrArray *
sme_guide_words_split (SmeGuideWords *self, const char *text)
{
  g_autoptr (GPtrArray) words = split_plain (text);
  GPtrArray *result = g_ptr_array_new_with_free_func (free_word);
  guint at = 0;

  while (at < words->len)
    {
      guint n = replace_phrase (self, words, at, result);
      const SmeGuideWord *word = g_ptr_array_index (words, at);

      if (n == 0)
        add_word (result, g_strdup (word->key), g_strdup (word->marked));
      at += MAX (n, 1);
    }
  return result;
}

gboolean
sme_guide_words_is_stop (SmeGuideWords *self, const char *word)
{
  return g_hash_table_contains (self->stop, word);
}

static gboolean
is_in (GHashTable *set, const char *text)
{
  g_autofree char *phrase = make_phrase (text);

  return *phrase != '\0' && g_hash_table_contains (set, phrase);
}

gboolean
sme_guide_words_is_hello (SmeGuideWords *self, const char *text)
{
  return is_in (self->hello, text);
}

gboolean
sme_guide_words_is_thanks (SmeGuideWords *self, const char *text)
{
  return is_in (self->thanks, text);
}
