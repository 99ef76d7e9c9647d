/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of names. Twenty-nine letters (a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x
 * y, with f j w z at their Latin places) decide first, the tones (level, falling, asking, broken,
 * rising, heavy) where all letters agree; numbers count by their value, case does not count.
 */
#include "base/sme-text.h"

#include <string.h>

/* Bytes of a key. The end of the letters sorts before everything else. */
enum
{
  KEY_END_OF_LETTERS = 0x01,
  KEY_SPACE = 0x02,
  KEY_NUMBER = 0x03,
  KEY_LETTER = 0x10,
  KEY_OTHER = 0x7E,
};

static gboolean
get_tone_rank (gunichar mark, char *rank)
{
  static const gunichar tones[] = { 0x0300, 0x0309, 0x0303, 0x0301, 0x0323 };

  for (gsize i = 0; i < G_N_ELEMENTS (tones); i++)
    if (tones[i] == mark)
      {
        *rank = (char) ('2' + i);
        return TRUE;
      }

  return FALSE;
}

/* Position of a letter of the alphabet, tone taken off; -1 for another character. */
static int
get_letter_rank (gunichar letter)
{
  static const gunichar alphabet[] = {
    'a', 0x103, 0xE2, 'b',   'c', 'd', 0x111, 'e', 0xEA, 'f', 'g',   'h', 'i', 'j', 'k', 'l', 'm',
    'n', 'o',   0xF4, 0x1A1, 'p', 'q', 'r',   's', 't',  'u', 0x1B0, 'v', 'w', 'x', 'y', 'z',
  };

  for (gsize i = 0; i < G_N_ELEMENTS (alphabet); i++)
    if (alphabet[i] == letter)
      return (int) i;

  return -1;
}

/* A letter without its tone: ậ is â and heavy. */
static gunichar
take_tone (gunichar ch, char *tone)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (ch, FALSE, parts, G_N_ELEMENTS (parts));
  gunichar letter = parts[0];

  *tone = '1';
  for (gsize i = 1; i < n_parts; i++)
    {
      gunichar composed;

      if (!get_tone_rank (parts[i], tone) && g_unichar_compose (letter, parts[i], &composed))
        letter = composed;
    }

  return letter;
}

/* Appends the number at @text: first how long it is, leading zeros left out. Returns its end. */
static const char *
append_number (GString *letters, const char *text)
{
  const char *start = text + strspn (text, "0");
  gsize length = strspn (start, "0123456789");

  g_string_append_c (letters, KEY_NUMBER);
  g_string_append_c (letters, (char) (KEY_LETTER + MIN (length, 100)));
  g_string_append_len (letters, start, (gssize) length);
  return start + length;
}

static void
append_letter (GString *letters, GString *tones, gunichar ch)
{
  char tone;
  gunichar letter = take_tone (g_unichar_tolower (ch), &tone);
  int rank = get_letter_rank (letter);

  if (rank >= 0)
    {
      g_string_append_c (letters, (char) (KEY_LETTER + rank));
      g_string_append_c (tones, tone);
      return;
    }

  g_string_append_c (letters, KEY_OTHER);
  g_string_append_unichar (letters, letter);
}

char *
sme_text_sort_key (const char *text)
{
  g_autofree char *name = sme_text_normalize_name (text);
  g_autoptr (GString) tones = g_string_new (NULL);
  GString *letters = g_string_new (NULL);
  const char *p = name;

  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p))
        {
          p = append_number (letters, p);
          continue;
        }
      if (*p == ' ')
        g_string_append_c (letters, KEY_SPACE);
      else
        append_letter (letters, tones, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  g_string_append_c (letters, KEY_END_OF_LETTERS);
  g_string_append (letters, tones->str);
  return g_string_free (letters, FALSE);
}
