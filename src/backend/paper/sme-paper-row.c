/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-row.h"

/* Sums of measures differ in the last bits; this much too much still fits. */
#define TOLERANCE 0.001

/* No fewer lines of a paragraph stand alone on a page. */
#define MIN_LINES 2

static void
clear_cell (SmePaperCell *cell)
{
  g_clear_object (&cell->layout);
  g_clear_pointer (&cell->field, g_free);
  g_clear_pointer (&cell->tops, g_array_unref);
}

SmePaperRow *
sme_paper_row_new (void)
{
  SmePaperRow *self = g_new0 (SmePaperRow, 1);

  self->cells = g_array_new (FALSE, TRUE, sizeof (SmePaperCell));
  g_array_set_clear_func (self->cells, (GDestroyNotify) clear_cell);
  return self;
}

void
sme_paper_row_free (SmePaperRow *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_free (self->outline);
  g_free (self);
}

static GArray *
measure_lines (PangoLayout *layout)
{
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (double));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top, bottom;

  do
    {
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      top = pango_units_to_double (y0);
      bottom = pango_units_to_double (y1);
      g_array_append_val (tops, top);
    }
  while (pango_layout_iter_next_line (iter));

  g_array_append_val (tops, bottom);
  pango_layout_iter_free (iter);
  return tops;
}

static void
add_cell (SmePaperRow *self, SmePaperCell *cell)
{
  double height = sme_paper_cell_measure (cell, 0, sme_paper_cell_count_lines (cell));

  self->height = MAX (self->height, height + 2 * self->padding);
  g_array_append_vals (self->cells, cell, 1);
}

void
sme_paper_row_add_text (SmePaperRow *self, PangoLayout *layout, const char *tag, double x)
{
  SmePaperCell cell = { .layout = layout, .tag = tag, .x = x };

  g_return_if_fail (self != NULL && PANGO_IS_LAYOUT (layout));

  cell.width = pango_units_to_double (pango_layout_get_width (layout));
  cell.tops = measure_lines (layout);
  add_cell (self, &cell);
}

void
sme_paper_row_add_box (SmePaperRow *self, const char *field, double x, double width, double height)
{
  SmePaperCell cell = { .field = g_strdup (field), .x = x, .width = width };
  double top = 0;

  g_return_if_fail (self != NULL && field != NULL);

  cell.tops = g_array_new (FALSE, FALSE, sizeof (double));
  g_array_append_val (cell.tops, top);
  g_array_append_val (cell.tops, height);
  add_cell (self, &cell);
}

static const SmePaperCell *
get_cell (const SmePaperRow *self, guint index)
{
  return &g_array_index (self->cells, SmePaperCell, index);
}

gboolean
sme_paper_row_fit (const SmePaperRow *self,
                   const guint *first,
                   double space,
                   gboolean force,
                   guint *end)
{
  gboolean all = TRUE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint n_lines = sme_paper_cell_count_lines (get_cell (self, i));

      end[i] = sme_paper_cell_fit (get_cell (self, i), first[i], space - 2 * self->padding);
      if (force && end[i] == first[i] && end[i] < n_lines)
        end[i]++;
      all = all && end[i] == n_lines;
    }

  return all;
}

gboolean
sme_paper_row_can_break (const SmePaperRow *self, const guint *first, guint *end)
{
  if (!self->splits)
    return FALSE;

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint n_lines = sme_paper_cell_count_lines (get_cell (self, i));

      if (end[i] == n_lines)
        continue;
      end[i] = MIN (end[i], n_lines > MIN_LINES ? n_lines - MIN_LINES : 0);
      if (end[i] < first[i] + MIN_LINES)
        return FALSE;
    }

  return TRUE;
}

static const SmePaperCell *
find_longest (const SmePaperRow *self)
{
  const SmePaperCell *longest = get_cell (self, 0);

  for (guint i = 1; i < self->cells->len; i++)
    if (sme_paper_cell_count_lines (get_cell (self, i)) > sme_paper_cell_count_lines (longest))
      longest = get_cell (self, i);

  return longest;
}

double
sme_paper_row_measure_beginning (const SmePaperRow *self, double page)
{
  const SmePaperCell *cell = find_longest (self);
  gboolean is_kept_whole = !self->splits && self->height < page / 2;

  if (is_kept_whole || sme_paper_cell_count_lines (cell) < 2 * MIN_LINES)
    return self->height;

  return self->padding + sme_paper_cell_measure (cell, 0, MIN_LINES);
}

guint
sme_paper_cell_count_lines (const SmePaperCell *self)
{
  return self->tops->len - 1;
}

double
sme_paper_cell_measure (const SmePaperCell *self, guint first, guint end)
{
  return g_array_index (self->tops, double, end) - g_array_index (self->tops, double, first);
}

guint
sme_paper_cell_fit (const SmePaperCell *self, guint first, double space)
{
  guint n_lines = sme_paper_cell_count_lines (self);
  guint end = first;

  while (end < n_lines && sme_paper_cell_measure (self, first, end + 1) <= space + TOLERANCE)
    end++;

  return end;
}
