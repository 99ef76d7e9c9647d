/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-transfer-text.h"

#include "base/sme-text.h"

#include <string.h>

#define PREFIX "OSM"
#define MARK 'P' /* between the order's number and that of its payment */
#define MOST_DIGITS 6

/* Only letters and digits, in capitals: what no bank changes. */
static char *
squeeze (const char *text)
{
  g_autofree char *ascii = sme_text_to_ascii (text);
  GString *squeezed = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (squeezed, g_ascii_toupper (*c));
  return g_string_free (squeezed, FALSE);
}

static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* With the blanks gone, a number that follows the reference is joined to it: so the longest is
 * tried first, then shorter ones. */
static void
add_candidates (GStrvBuilder *builder, const char *found)
{
  gsize order = count_digits (found + strlen (PREFIX));
  const char *mark = found + strlen (PREFIX) + order;
  gsize payment = *mark == MARK ? MIN (count_digits (mark + 1), MOST_DIGITS) : 0;

  for (; order > 0 && payment > 0; payment--)
    {
      g_autofree char *reference = g_strndup (found, (gsize) (mark - found) + 1 + payment);

      g_strv_builder_add (builder, reference);
    }
}

GStrv
sme_transfer_text_find_references (const char *text)
{
  g_autofree char *squeezed = squeeze (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (const char *at = squeezed; (at = strstr (at, PREFIX)) != NULL; at += strlen (PREFIX))
    add_candidates (builder, at);
  return g_strv_builder_end (builder);
}

/* As many steps as lead from the reference to what stands in the text before this character, the
 * beginning being anywhere (P. H. Sellers, 1980). */
static void
take_step (guint *steps, const char *reference, gsize length, char c)
{
  guint above = steps[0];

  for (gsize i = 1; i <= length; i++)
    {
      guint beside = steps[i];
      guint changed = above + (reference[i - 1] == c ? 0 : 1);

      steps[i] = MIN (changed, 1 + MIN (beside, steps[i - 1]));
      above = beside;
    }
}

gboolean
sme_transfer_text_is_near (const char *text, const char *reference)
{
  g_autofree char *squeezed = squeeze (text);
  gsize length = strlen (reference);
  g_autofree guint *steps = g_new (guint, length + 1);

  for (gsize i = 0; i <= length; i++)
    steps[i] = (guint) i;
  for (const char *c = squeezed; *c != '\0'; c++)
    {
      take_step (steps, reference, length, *c);
      if (steps[length] <= 1)
        return TRUE;
    }
  return FALSE;
}
