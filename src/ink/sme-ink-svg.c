/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-svg.h"

#include "ink/sme-ink-number.h"

#define DECIMALS 2

char *
sme_ink_path_to_svg (const SmeInkPath *self)
{
  static const struct
  {
    guint n_numbers;
    char letter;
  } commands[] = {
    [SME_INK_PATH_MOVE] = { 2, 'M' },
    [SME_INK_PATH_LINE] = { 2, 'L' },
    [SME_INK_PATH_CURVE] = { 6, 'C' },
    [SME_INK_PATH_CLOSE] = { 0, 'Z' },
  };
  const SmeInkPathElement *elements;
  GString *out;
  guint n;

  g_return_val_if_fail (self != NULL, NULL);

  out = g_string_new (NULL);
  elements = sme_ink_path_get_elements (self, 0, G_MAXUINT, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, commands[elements[i].op].letter);
      for (guint k = 0; k < commands[elements[i].op].n_numbers; k++)
        {
          if (k > 0)
            g_string_append_c (out, ' ');
          sme_ink_number_append (out, elements[i].points[k], DECIMALS);
        }
    }
  return g_string_free (out, FALSE);
}
