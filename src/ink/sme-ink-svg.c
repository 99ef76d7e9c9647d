/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-svg.h"

#include "ink/sme-ink-error.h"
#include "ink/sme-ink-number.h"

#include <math.h>
#include <string.h>

#define DECIMALS 2
#define MAX_COORDINATE 16384.0
#define MAX_DIGITS 12

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

/* One number; *@at moves behind it. */
static gboolean
read_number (const char **at, double *value)
{
  const char *p = *at;
  gboolean negative = *p == '-';
  double unit = 1;
  guint n = 0;

  *value = 0;
  for (p += negative; g_ascii_isdigit (*p) && n <= MAX_DIGITS; p++, n++)
    *value = *value * 10 + (*p - '0');
  if (n > 0 && *p == '.')
    for (p++; g_ascii_isdigit (*p) && n <= MAX_DIGITS; p++, n++)
      *value += (*p - '0') * (unit /= 10);
  if (n == 0 || n > MAX_DIGITS || p[-1] == '.')
    return FALSE;
  if (negative)
    *value = -*value;
  *at = p;
  return TRUE;
}

static gboolean
read_numbers (const char **at, double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && *(*at)++ != ' ')
        return FALSE;
      if (!read_number (at, &values[i]))
        return FALSE;
    }
  return TRUE;
}

/* One command with its numbers, where @open tells whether an outline is begun and not closed. */
static gboolean
read_element (const char **at, SmeInkPath *path, gboolean *open, double *largest)
{
  char letter = *(*at)++;
  double v[6] = { 0 };
  guint n = letter == 'C' ? 6 : letter == 'Z' ? 0 : 2;

  if (strchr ("MLCZ", letter) == NULL || (letter == 'M') == *open || !read_numbers (at, v, n))
    return FALSE;
  for (guint i = 0; i < n; i++)
    *largest = MAX (*largest, fabs (v[i]));
  if (letter == 'M')
    sme_ink_path_move_to (path, v[0], v[1]);
  else if (letter == 'L')
    sme_ink_path_line_to (path, v[0], v[1]);
  else if (letter == 'C')
    sme_ink_path_curve_to (path, v[0], v[1], v[2], v[3], v[4], v[5]);
  else
    sme_ink_path_close (path);
  *open = letter != 'Z';
  return TRUE;
}

SmeInkPath *
sme_ink_path_new_from_svg (const char *data, GError **error)
{
  g_autoptr (SmeInkPath) path = NULL;
  const char *at = data;
  gboolean open = FALSE;
  double largest = 0;

  g_return_val_if_fail (data != NULL, NULL);

  if (strnlen (data, SME_INK_SVG_MAX_BYTES + 1) > SME_INK_SVG_MAX_BYTES)
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_LIMIT, "More than a signature has");
      return NULL;
    }
  path = sme_ink_path_new ();
  while (*at != '\0')
    if (!read_element (&at, path, &open, &largest))
      {
        open = TRUE;
        break;
      }
  if (open)
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_FORMAT, "Not a path of ours");
      return NULL;
    }
  if (largest > MAX_COORDINATE)
    {
      g_set_error (error, SME_INK_ERROR, SME_INK_ERROR_VALUE, "A point beyond all measure");
      return NULL;
    }
  return g_steal_pointer (&path);
}
