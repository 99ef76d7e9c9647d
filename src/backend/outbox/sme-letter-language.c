/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/outbox/sme-letter.h"

#include <string.h>

/* The weight of an item "en-GB;q=0.8", 1 if it says none. */
static double
read_weight (char **parts)
{
  for (gsize i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (g_ascii_strncasecmp (part, "q=", 2) == 0)
        return CLAMP (g_ascii_strtod (part + 2, NULL), 0.0, 1.0);
    }

  return 1.0;
}

static gboolean
is_language (const char *range, const char *language)
{
  gsize length = strlen (language);

  return g_ascii_strncasecmp (range, language, length) == 0 &&
         (range[length] == '\0' || range[length] == '-');
}

const char *
sme_letter_pick_language (const char *accept_language)
{
  static const char *const languages[] = { "vi", "en" };
  g_auto (GStrv) items = g_strsplit (accept_language != NULL ? accept_language : "", ",", 32);
  const char *best = languages[0];
  double best_weight = 0;

  for (gsize i = 0; items[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (items[i], ";", 8);
      double weight = read_weight (parts);

      for (gsize l = 0; parts[0] != NULL && l < G_N_ELEMENTS (languages); l++)
        if (weight > best_weight && is_language (g_strstrip (parts[0]), languages[l]))
          {
            best = languages[l];
            best_weight = weight;
          }
    }

  return best;
}
