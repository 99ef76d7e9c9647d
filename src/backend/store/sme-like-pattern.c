/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/store/sme-like-pattern.h"

#include "base/sme-text.h"

char *
sme_like_pattern_new (const char *typed)
{
  g_autofree char *folded = g_strstrip (sme_text_fold (typed));
  g_autoptr (GString) pattern = g_string_new ("%");

  if (folded[0] == '\0')
    return g_strdup ("");
  for (const char *p = folded; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '!')
        g_string_append_c (pattern, '!');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (g_steal_pointer (&pattern), FALSE);
}
