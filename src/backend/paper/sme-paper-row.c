/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-row.h"

/* Sums of measures differ in the last bits; this much too much still fits. */
#define TOLERANCE 0.001

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
