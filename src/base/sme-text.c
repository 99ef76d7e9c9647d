/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/sme-text.h"

#include <string.h>

#define REPLACEMENT 0xFFFD

static gboolean
is_dropped_mark (gunichar ch)
{
  return ch >= 0x0300 && ch <= 0x036F;
}

/* The next character of @text, REPLACEMENT for a broken byte, and how many bytes it took. */
static gunichar
next_char (const char *text, gsize *size)
{
  gunichar ch = g_utf8_get_char_validated (text, -1);

  if (ch == (gunichar) -1 || ch == (gunichar) -2)
    {
      *size = 1;
      return REPLACEMENT;
    }

  *size = g_utf8_next_char (text) - text;
  return ch;
}

static char *
compose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
}

/* Appends the key of one character, which is empty for a mark. */
static void
append_folded_char (GString *key, gunichar ch)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (ch, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      char utf8[6];
      int size;

      if (is_dropped_mark (parts[i]))
        continue;

      if (parts[i] == 0x0110 || parts[i] == 0x0111)
        parts[i] = 'd';

      if (parts[i] < 0x80)
        {
          g_string_append_c (key, g_ascii_tolower ((char) parts[i]));
          continue;
        }

      size = g_unichar_to_utf8 (parts[i], utf8);
      g_autofree char *folded = g_utf8_casefold (utf8, size);
      g_string_append (key, folded);
    }
}

static void
fill_map (GArray *map, gsize length, gsize offset)
{
  while (map->len < length)
    g_array_append_val (map, offset);
}

static char *
fold (const char *text, GArray *map)
{
  GString *key = g_string_new (NULL);
  gsize offset = 0;

  while (text[offset] != '\0')
    {
      gsize size;
      gunichar ch = next_char (text + offset, &size);

      append_folded_char (key, ch);
      if (map != NULL)
        fill_map (map, key->len, offset);
      offset += size;
    }

  if (map != NULL)
    g_array_append_val (map, offset);

  return g_string_free (key, FALSE);
}

char *
sme_text_fold (const char *text)
{
  return fold (text != NULL ? text : "", NULL);
}

char *
sme_text_fold_with_map (const char *text, gsize **map, gsize *length)
{
  GArray *offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  char *key;

  g_return_val_if_fail (map != NULL, NULL);

  key = fold (text != NULL ? text : "", offsets);
  if (length != NULL)
    *length = offsets->len - 1;
  *map = (gsize *) (void *) g_array_free (offsets, FALSE);

  return key;
}

void
sme_text_map_range (const gsize *map, gsize length, gsize from, gsize to, gsize *begin, gsize *end)
{
  g_return_if_fail (map != NULL && from <= to && to <= length);
  g_return_if_fail (begin != NULL && end != NULL);

  *begin = map[from];
  /* A range that ends within a character takes the whole of it (ß is two letters in the key). */
  while (to > from && to < length && map[to] == map[to - 1])
    to++;
  *end = map[to];
}

gboolean
sme_text_same_name (const char *a, const char *b)
{
  g_autofree char *name_a = sme_text_normalize_name (a);
  g_autofree char *name_b = sme_text_normalize_name (b);
  g_autofree char *tones_a = sme_text_normalize_tones (name_a);
  g_autofree char *tones_b = sme_text_normalize_tones (name_b);
  g_autofree char *key_a = g_utf8_casefold (tones_a, -1);
  g_autofree char *key_b = g_utf8_casefold (tones_b, -1);

  return g_str_equal (key_a, key_b);
}

static const char *
ascii_for_sign (gunichar ch)
{
  static const struct
  {
    gunichar ch;
    const char *ascii;
  } signs[] = {
    { 0x00A9, "(c)" }, { 0x00AB, "\"" }, { 0x00BB, "\"" },  { 0x00C6, "AE" }, { 0x00D7, "x" },
    { 0x00D8, "O" },   { 0x00DF, "ss" }, { 0x00E6, "ae" },  { 0x00F8, "o" },  { 0x0110, "D" },
    { 0x0111, "d" },   { 0x0141, "L" },  { 0x0142, "l" },   { 0x0152, "OE" }, { 0x0153, "oe" },
    { 0x02BC, "'" },   { 0x2010, "-" },  { 0x2011, "-" },   { 0x2012, "-" },  { 0x2013, "-" },
    { 0x2014, "-" },   { 0x2018, "'" },  { 0x2019, "'" },   { 0x201C, "\"" }, { 0x201D, "\"" },
    { 0x2022, "-" },   { 0x2044, "/" },  { 0x20AB, "VND" }, { 0x2212, "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].ch == ch)
      return signs[i].ascii;

  return "?";
}

char *
sme_text_to_ascii (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  GString *ascii = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_ismark (ch) || g_unichar_type (ch) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (ch) || g_unichar_iscntrl (ch))
        g_string_append_c (ascii, ' ');
      else if (ch < 0x80)
        g_string_append_c (ascii, (char) ch);
      else
        g_string_append (ascii, ascii_for_sign (ch));
    }

  return g_string_free (ascii, FALSE);
}

static gunichar
plain_punctuation (gunichar ch)
{
  switch (ch)
    {
    case 0x02BC:
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return ch;
    }
}

char *
sme_text_normalize_name (const char *text)
{
  g_autofree char *composed = compose (text);
  GString *name = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_type (ch) == G_UNICODE_FORMAT)
        continue;
      if (g_unichar_isspace (ch))
        {
          gap = name->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (name, ' ');
      gap = FALSE;
      g_string_append_unichar (name, plain_punctuation (ch));
    }

  return g_string_free (name, FALSE);
}

/* Neither phonetic signs nor letters of another width, nor "a" and "o" of ordinal numbers. */
static gboolean
is_name_letter (gunichar ch)
{
  if (ch == 0x00AA || ch == 0x00BA || (ch > 0x024F && ch < 0x1E00) || ch > 0x1EFF)
    return FALSE;
  return g_unichar_isalpha (ch) && g_unichar_get_script (ch) == G_UNICODE_SCRIPT_LATIN;
}

gboolean
sme_text_is_name (const char *text)
{
  g_autofree char *composed = compose (text);
  gboolean has_letter = FALSE;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == ' ' || ch == '\'' || ch == '-')
        continue;
      if (!is_name_letter (ch))
        return FALSE;
      has_letter = TRUE;
    }

  return has_letter;
}

/* Not g_utf8_strup(): that one asks the process locale about i and dotless i. */
char *
sme_text_upper (const char *text)
{
  g_autofree char *composed = compose (text);
  GString *upper = g_string_new (NULL);

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (ch == 0x00DF)
        g_string_append (upper, "SS");
      else
        g_string_append_unichar (upper, g_unichar_toupper (ch));
    }

  return g_string_free (upper, FALSE);
}

gsize
sme_text_length (const char *text)
{
  g_autofree char *composed = compose (text);

  return (gsize) g_utf8_strlen (composed, -1);
}

char *
sme_text_make_line (const char *text, guint max_length)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);
  guint length = 0;

  for (const char *p = valid; *p != '\0' && length < max_length; p = g_utf8_next_char (p), length++)
    {
      gunichar ch = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (ch);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR)
        ch = ' ';
      if (type != G_UNICODE_FORMAT)
        g_string_append_unichar (line, ch);
    }
  return g_strstrip (g_string_free (line, FALSE));
}
