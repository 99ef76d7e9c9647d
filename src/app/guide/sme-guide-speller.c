/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/guide/sme-guide-speller.h"

#include <string.h>

/* @longer without one character is @shorter. */
static gboolean
lacks_one (const char *longer, const char *shorter)
{
  gsize same = 0;

  while (shorter[same] != '\0' && shorter[same] == longer[same])
    same++;
  return g_str_equal (longer + same + 1, shorter + same);
}

static gsize
get_first_difference (const char *a, const char *b)
{
  gsize at = 0;

  while (a[at] == b[at] && a[at] != '\0')
    at++;
  return at;
}

gboolean
sme_guide_speller_is_swapped (const char *a, const char *b)
{
  gsize at = get_first_difference (a, b);

  return a[at] != '\0' && b[at] != '\0' && a[at + 1] != '\0' && a[at] == b[at + 1] &&
         a[at + 1] == b[at] && g_str_equal (a + at + 2, b + at + 2);
}

/* Both are as long as each other, and not the same. */
static gboolean
differs_in_one (const char *a, const char *b)
{
  gsize at = get_first_difference (a, b);

  return g_str_equal (a + at + 1, b + at + 1) || sme_guide_speller_is_swapped (a, b);
}

gboolean
sme_guide_speller_is_near (const char *a, const char *b)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);

  if (length_a == length_b)
    return !g_str_equal (a, b) && differs_in_one (a, b);
  if (length_a == length_b + 1)
    return lacks_one (a, b);
  return length_b == length_a + 1 && lacks_one (b, a);
}
