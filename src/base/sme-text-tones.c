/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the tone mark stands. Vietnamese has two correct placements, and only in the open rhymes
 * oa, oe and uy: on the first vowel (hòa, the older) or on the second (hoà). In every other rhyme
 * both schools agree, so those are left alone; "qu" is a consonant, so quý is not among them.
 */
#include "base/sme-text.h"

static gboolean
is_tone (gunichar ch)
{
  return ch == 0x0300 || ch == 0x0301 || ch == 0x0303 || ch == 0x0309 || ch == 0x0323;
}

/* Splits ò into o and its tone; FALSE for a vowel without a tone or with a hat or horn as well. */
static gboolean
split_tone (gunichar ch, gunichar *vowel, gunichar *tone)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (ch, FALSE, parts, G_N_ELEMENTS (parts));

  if (n_parts != 2 || !is_tone (parts[1]))
    return FALSE;

  *vowel = parts[0];
  *tone = parts[1];
  return TRUE;
}

static gboolean
is_movable_rhyme (gunichar before, gunichar first, gunichar second)
{
  gunichar b = g_unichar_tolower (before);
  gunichar f = g_unichar_tolower (first);
  gunichar s = g_unichar_tolower (second);

  if (f == 'o')
    return s == 'a' || s == 'e';

  return f == 'u' && s == 'y' && b != 'q';
}

char *
sme_text_normalize_tones (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  glong length = 0;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (composed, -1, &length);

  for (glong i = 1; i < length; i++)
    {
      gunichar vowel, tone, moved;
      gunichar before = i > 1 ? chars[i - 2] : 0;
      gboolean open = i + 1 == length || !g_unichar_isalpha (chars[i + 1]);

      if (!open || !split_tone (chars[i], &vowel, &tone))
        continue;
      if (!is_movable_rhyme (before, chars[i - 1], vowel) ||
          !g_unichar_compose (chars[i - 1], tone, &moved))
        continue;

      chars[i - 1] = moved;
      chars[i] = vowel;
    }

  return g_ucs4_to_utf8 (chars, length, NULL, NULL, NULL);
}
