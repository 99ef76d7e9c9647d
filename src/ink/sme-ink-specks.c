/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-specks.h"

/* Pixels that hang together, over a work list: recursion would be as deep as a stroke is long. */
typedef struct
{
  const guint8 *coverage;
  guint8 *seen;
  GArray *spot;
  guint width;
  guint height;
} Fill;

static void
visit (Fill *self, guint x, guint y)
{
  guint at = y * self->width + x;

  if (self->seen[at] || self->coverage[at] == 0)
    return;
  self->seen[at] = TRUE;
  g_array_append_val (self->spot, at);
}

static void
visit_neighbours (Fill *self, guint at)
{
  guint x = at % self->width, y = at / self->width;

  for (guint v = y > 0 ? y - 1 : 0; v <= MIN (y + 1, self->height - 1); v++)
    for (guint u = x > 0 ? x - 1 : 0; u <= MIN (x + 1, self->width - 1); u++)
      visit (self, u, v);
}

/* How many of them are more ink than paper. */
static guint
count_ink (Fill *self)
{
  guint n = 0;

  for (guint i = 0; i < self->spot->len; i++)
    n += self->coverage[g_array_index (self->spot, guint, i)] >= 128;
  return n;
}

void
sme_ink_specks_clear (guint8 *coverage, guint width, guint height, guint least)
{
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) width * height);
  g_autoptr (GArray) spot = g_array_new (FALSE, FALSE, sizeof (guint));
  Fill fill = { coverage, seen, spot, width, height };

  for (guint start = 0; start < width * height; start++)
    {
      g_array_set_size (spot, 0);
      visit (&fill, start % width, start / width);
      for (guint i = 0; i < spot->len; i++)
        visit_neighbours (&fill, g_array_index (spot, guint, i));
      if (spot->len > 0 && count_ink (&fill) < least)
        for (guint i = 0; i < spot->len; i++)
          coverage[g_array_index (spot, guint, i)] = 0;
    }
}
