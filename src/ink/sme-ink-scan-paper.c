/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ink/sme-ink-scan-paper.h"

#include <math.h>

/* Tiles along the longer side; each is several strokes wide, so most of it is paper. */
#define TILES 24
#define SMALLEST_TILE 8
/* Of the pixels of a tile this part is darker than what is taken for its paper: all ink is, and the
 * darker half of the grain. */
#define DARKER 0.80

struct _SmeInkPaper
{
  double *tiles;
  guint tile; /* pixels */
  guint columns;
  guint rows;
};

static double
measure_tile (const guint8 *values, guint width, guint height, guint tile, guint column, guint row)
{
  guint counts[256] = { 0 }, n = 0, wanted, at = 0;

  for (guint y = row * tile; y < MIN (height, (row + 1) * tile); y++)
    for (guint x = column * tile; x < MIN (width, (column + 1) * tile); x++, n++)
      counts[values[(gsize) y * width + x]]++;
  wanted = (guint) (n * DARKER);
  for (guint below = counts[0]; at < 255 && below <= wanted; below += counts[at])
    at++;
  return MAX (1, at);
}

static double
get_tile (const SmeInkPaper *self, const double *tiles, int column, int row)
{
  column = CLAMP (column, 0, (int) self->columns - 1);
  row = CLAMP (row, 0, (int) self->rows - 1);
  return tiles[(guint) row * self->columns + (guint) column];
}

/* A tile full of ink has bright neighbours; then what is left of steps is smoothed. */
static double *
spread (const SmeInkPaper *self, gboolean brightest)
{
  double *spread = g_new (double, self->columns * self->rows);

  for (int row = 0; row < (int) self->rows; row++)
    for (int column = 0; column < (int) self->columns; column++)
      {
        double most = 0, sum = 0;

        for (int i = 0; i < 9; i++)
          {
            double value = get_tile (self, self->tiles, column + i % 3 - 1, row + i / 3 - 1);

            most = MAX (most, value);
            sum += value;
          }
        spread[(guint) row * self->columns + (guint) column] =
          brightest ? MAX (get_tile (self, self->tiles, column, row), 0.85 * most) : sum / 9;
      }
  return spread;
}

SmeInkPaper *
sme_ink_paper_new (const guint8 *values, guint width, guint height)
{
  SmeInkPaper *self = g_new0 (SmeInkPaper, 1);
  double *old;

  self->tile = MAX (SMALLEST_TILE, MAX (width, height) / TILES);
  self->columns = (width + self->tile - 1) / self->tile;
  self->rows = (height + self->tile - 1) / self->tile;
  self->tiles = g_new (double, self->columns * self->rows);
  for (guint row = 0; row < self->rows; row++)
    for (guint column = 0; column < self->columns; column++)
      self->tiles[row * self->columns + column] =
        measure_tile (values, width, height, self->tile, column, row);
  for (guint i = 0; i < 2; i++)
    {
      old = self->tiles;
      self->tiles = spread (self, i == 0);
      g_free (old);
    }
  return self;
}

void
sme_ink_paper_free (SmeInkPaper *self)
{
  g_free (self->tiles);
  g_free (self);
}

double
sme_ink_paper_at (const SmeInkPaper *self, guint x, guint y)
{
  double column = (x + 0.5) / self->tile - 0.5, row = (y + 0.5) / self->tile - 0.5;
  double left = floor (column), top = floor (row), u = column - left, v = row - top;
  double above = (1 - u) * get_tile (self, self->tiles, (int) left, (int) top) +
                 u * get_tile (self, self->tiles, (int) left + 1, (int) top);
  double below = (1 - u) * get_tile (self, self->tiles, (int) left, (int) top + 1) +
                 u * get_tile (self, self->tiles, (int) left + 1, (int) top + 1);

  return (1 - v) * above + v * below;
}
