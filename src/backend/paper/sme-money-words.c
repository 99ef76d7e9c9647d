/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-money-words.h"

#define BILLION G_GUINT64_CONSTANT (1000000000)

static const char *const digits[] = { "không", "một", "hai", "ba",  "bốn",
                                      "năm",   "sáu", "bảy", "tám", "chín" };

static void
say (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, word);
}

/* The last digit of a group, whose sound changes after a ten. */
static void
say_ones (GString *words, guint tens, guint ones)
{
  if (ones == 1 && tens >= 2)
    say (words, "mốt");
  else if (ones == 4 && tens >= 2)
    say (words, "tư");
  else if (ones == 5 && tens >= 1)
    say (words, "lăm");
  else if (ones > 0)
    say (words, digits[ones]);
}

/* Three digits, not all zero. @inner: something of the number was said before. */
static void
say_group (GString *words, guint group, gboolean inner)
{
  guint hundreds = group / 100, tens = group / 10 % 10, ones = group % 10;

  if (hundreds > 0 || inner)
    {
      say (words, digits[hundreds]);
      say (words, "trăm");
    }

  if (tens == 1)
    say (words, "mười");
  else if (tens > 1)
    {
      say (words, digits[tens]);
      say (words, "mươi");
    }
  else if (ones > 0 && (hundreds > 0 || inner))
    say (words, "linh");

  say_ones (words, tens, ones);
}

/* Up to nine digits are read in threes; what is above counts billions (tỷ), read the same way. */
static void
say_number (GString *words, guint64 number)
{
  static const struct
  {
    guint64 size;
    const char *name;
  } groups[] = { { 1000000, "triệu" }, { 1000, "nghìn" }, { 1, NULL } };

  if (number >= BILLION)
    {
      say_number (words, number / BILLION);
      say (words, "tỷ");
      number %= BILLION;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint group = (guint) (number / groups[i].size % 1000);

      if (group == 0)
        continue;
      say_group (words, group, words->len > 0);
      if (groups[i].name != NULL)
        say (words, groups[i].name);
    }
}

char *
sme_number_to_words (gint64 number)
{
  guint64 size = number < 0 ? (guint64) 0 - (guint64) number : (guint64) number;
  g_autoptr (GString) words = g_string_new (NULL);

  if (size == 0)
    return g_strdup (digits[0]);

  say_number (words, size);
  if (number < 0)
    g_string_prepend (words, "âm ");

  return g_strdup (words->str);
}

char *
sme_money_to_words (gint64 dong)
{
  g_autofree char *words = sme_number_to_words (dong);
  g_autofree char *first = g_utf8_strup (words, g_utf8_next_char (words) - words);

  return g_strconcat (first, g_utf8_next_char (words), " đồng", NULL);
}
