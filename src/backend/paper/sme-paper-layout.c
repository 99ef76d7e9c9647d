/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-layout.h"

#include "backend/paper/sme-paper-row.h"
#include "backend/paper/sme-paper-typesetter.h"

#define TYPE_WIDTH (SME_PAPER_WIDTH - SME_PAPER_LEFT - SME_PAPER_RIGHT)
#define LOWER_EDGE (SME_PAPER_HEIGHT - SME_PAPER_BOTTOM)
#define PAGE_HEIGHT (LOWER_EDGE - SME_PAPER_TOP)

typedef struct
{
  char *id;
  SmePaperField place;
} NamedField;

struct _SmePaperLayout
{
  PangoContext *context;
  GPtrArray *rows;
  GPtrArray *pages;
  GArray *outline;
  GArray *fields;

  /* While pages are made: */
  GArray *page;
  double y;
  gboolean is_fresh;   /* nothing on this page yet but the head of a table that goes on */
  SmePaperTable table; /* the one that is open */
  SmePaperRow *head;   /* of that table */
};

static void
clear_piece (SmePaperPiece *piece)
{
  g_clear_object (&piece->layout);
}

static void
clear_entry (SmePaperEntry *entry)
{
  g_clear_pointer (&entry->title, g_free);
}

static void
clear_field (NamedField *field)
{
  g_clear_pointer (&field->id, g_free);
}

static void
add_piece (SmePaperLayout *self, SmePaperPiece piece)
{
  g_array_append_val (self->page, piece);
}

static void
open_tag (SmePaperLayout *self, const char *tag)
{
  if (tag != NULL)
    add_piece (self, (SmePaperPiece){ .kind = SME_PAPER_OPEN, .tag = tag });
}

static void
close_tag (SmePaperLayout *self, const char *tag)
{
  if (tag != NULL)
    add_piece (self, (SmePaperPiece){ .kind = SME_PAPER_CLOSE, .tag = tag });
}

static void
close_table (SmePaperLayout *self)
{
  if (self->table != SME_PAPER_NO_TABLE)
    close_tag (self, "Table");
  self->table = SME_PAPER_NO_TABLE;
}

static void
enter_table (SmePaperLayout *self, SmePaperRow *row)
{
  if (self->table == row->table && !row->is_head)
    return;

  close_table (self);
  self->table = row->table;
  if (self->table != SME_PAPER_NO_TABLE)
    open_tag (self, "Table");
  self->head = row->is_head ? row : NULL;
}

static void
place_box (SmePaperLayout *self, const SmePaperCell *cell)
{
  double height = sme_paper_cell_measure (cell, 0, 1);
  SmePaperPiece frame = { .kind = SME_PAPER_FRAME,
                          .x = SME_PAPER_LEFT + cell->x,
                          .y = self->y,
                          .width = cell->width,
                          .height = height };
  NamedField field = { g_strdup (cell->field),
                       { self->pages->len - 1, frame.x, SME_PAPER_HEIGHT - frame.y - height,
                         frame.width, height } };

  add_piece (self, frame);
  g_array_append_val (self->fields, field);
}

static void
place_text (SmePaperLayout *self,
            const SmePaperRow *row,
            const SmePaperCell *cell,
            guint first,
            guint end)
{
  if (end > first)
    add_piece (self, (SmePaperPiece){ .kind = SME_PAPER_TEXT,
                                      .tag = cell->tag,
                                      .layout = g_object_ref (cell->layout),
                                      .first = first,
                                      .end = end,
                                      .x = SME_PAPER_LEFT + cell->x,
                                      .y = self->y + row->padding,
                                      .width = cell->width });
}

/* What is drawn round the cells of a row @height high. */
static void
place_lines (SmePaperLayout *self, const SmePaperRow *row, double height)
{
  for (guint i = 0; row->table == SME_PAPER_GRID && i < row->cells->len; i++)
    {
      const SmePaperCell *cell = &g_array_index (row->cells, SmePaperCell, i);

      add_piece (self, (SmePaperPiece){ .kind = SME_PAPER_FRAME,
                                        .y = self->y,
                                        .height = height,
                                        .x = SME_PAPER_LEFT + cell->x - SME_PAPER_GRID_INSET,
                                        .width = cell->width + 2 * SME_PAPER_GRID_INSET });
    }

  if (row->table == SME_PAPER_FIELDS)
    add_piece (self, (SmePaperPiece){ .kind = SME_PAPER_RULE,
                                      .x = SME_PAPER_LEFT,
                                      .y = self->y + height,
                                      .width = TYPE_WIDTH,
                                      .is_light = TRUE });
  if (row->underlined)
    {
      PangoRectangle extents;
      double width;

      pango_layout_get_extents (g_array_index (row->cells, SmePaperCell, 0).layout, NULL, &extents);
      width = pango_units_to_double (extents.width);
      add_piece (self, (SmePaperPiece){ .kind = SME_PAPER_RULE,
                                        .y = self->y + height + 1,
                                        .x = SME_PAPER_LEFT + (TYPE_WIDTH - width) / 2,
                                        .width = width });
    }
}

/* Puts the lines from @first up to @end of each cell here. */
static void
place_slice (SmePaperLayout *self, SmePaperRow *row, const guint *first, const guint *end)
{
  double height = 0;

  enter_table (self, row);
  open_tag (self, row->tag);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const SmePaperCell *cell = &g_array_index (row->cells, SmePaperCell, i);

      height = MAX (height, sme_paper_cell_measure (cell, first[i], end[i]));
      if (cell->field != NULL)
        place_box (self, cell);
      else
        place_text (self, row, cell, first[i], end[i]);
    }

  height += 2 * row->padding;
  place_lines (self, row, height);
  close_tag (self, row->tag);
  self->y += height;
}

static void
place_whole (SmePaperLayout *self, SmePaperRow *row)
{
  g_autofree guint *first = g_new0 (guint, row->cells->len);
  g_autofree guint *end = g_new0 (guint, row->cells->len);

  for (guint i = 0; i < row->cells->len; i++)
    end[i] = sme_paper_cell_count_lines (&g_array_index (row->cells, SmePaperCell, i));
  place_slice (self, row, first, end);
}

static void
begin_page (SmePaperLayout *self, SmePaperRow *row)
{
  SmePaperRow *head = row->table == self->table && !row->is_head ? self->head : NULL;

  if (self->page != NULL)
    close_table (self);
  self->page = g_array_new (FALSE, TRUE, sizeof (SmePaperPiece));
  g_array_set_clear_func (self->page, (GDestroyNotify) clear_piece);
  g_ptr_array_add (self->pages, self->page);
  self->y = SME_PAPER_TOP;
  if (head != NULL)
    place_whole (self, head);
  self->is_fresh = TRUE;
}

/* Fills @end with the lines of each cell that fit on the rest of the page; TRUE if these are all.
 */
static gboolean
fit_row (SmePaperLayout *self, const SmePaperRow *row, const guint *first, guint *end)
{
  /* A line that fits on no page is placed all the same: pages must not go on for ever. */
  return sme_paper_row_fit (row, first, LOWER_EDGE - self->y, self->is_fresh, end);
}

static void
place_row (SmePaperLayout *self, SmePaperRow *row)
{
  g_autofree guint *first = g_new0 (guint, row->cells->len);
  g_autofree guint *end = g_new0 (guint, row->cells->len);
  gboolean all = FALSE;

  if (!self->is_fresh)
    self->y += row->before;
  while (!all)
    {
      all = fit_row (self, row, first, end);
      if (!all && !self->is_fresh && !sme_paper_row_can_break (row, first, end))
        {
          begin_page (self, row);
          continue;
        }

      place_slice (self, row, first, end);
      self->is_fresh = FALSE;
      for (guint i = 0; i < row->cells->len; i++)
        first[i] = end[i];
      if (!all)
        begin_page (self, row);
    }
}

/* How much room row @index needs to begin on this page, with what must follow it there. */
static double
measure_kept (SmePaperLayout *self, guint index)
{
  double height = 0;

  for (guint i = index; i < self->rows->len; i++)
    {
      const SmePaperRow *row = g_ptr_array_index (self->rows, i);

      if (!row->keep_with_next)
        return height + row->before + sme_paper_row_measure_beginning (row, PAGE_HEIGHT);
      height += row->before + row->height;
    }

  return height;
}

static void
note_outline (SmePaperLayout *self, const SmePaperRow *row)
{
  SmePaperEntry entry = { g_strdup (row->outline), self->pages->len - 1, self->y - row->height };

  g_array_append_val (self->outline, entry);
}

static void
place_rows (SmePaperLayout *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SmePaperRow *row = g_ptr_array_index (self->rows, i);
      double kept = measure_kept (self, i);

      if (self->page == NULL ||
          (!self->is_fresh && self->y + kept > LOWER_EDGE && kept <= PAGE_HEIGHT))
        begin_page (self, row);
      place_row (self, row);
      if (row->outline != NULL)
        note_outline (self, row);
    }

  if (self->page != NULL)
    close_table (self);
}

SmePaperLayout *
sme_paper_layout_new (GPtrArray *blocks)
{
  SmePaperLayout *self;

  g_return_val_if_fail (blocks != NULL, NULL);

  self = g_new0 (SmePaperLayout, 1);
  self->context = sme_paper_create_context ();
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->outline = g_array_new (FALSE, TRUE, sizeof (SmePaperEntry));
  g_array_set_clear_func (self->outline, (GDestroyNotify) clear_entry);
  self->fields = g_array_new (FALSE, TRUE, sizeof (NamedField));
  g_array_set_clear_func (self->fields, (GDestroyNotify) clear_field);
  self->rows = sme_paper_set_type (self->context, blocks, TYPE_WIDTH);
  place_rows (self);
  return self;
}

void
sme_paper_layout_free (SmePaperLayout *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->pages);
  g_array_unref (self->outline);
  g_array_unref (self->fields);
  g_ptr_array_unref (self->rows);
  g_object_unref (self->context);
  g_free (self);
}

PangoContext *
sme_paper_layout_get_context (SmePaperLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->context;
}

guint
sme_paper_layout_get_n_pages (SmePaperLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

GArray *
sme_paper_layout_get_pieces (SmePaperLayout *self, guint page)
{
  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);

  return g_ptr_array_index (self->pages, page);
}

GArray *
sme_paper_layout_get_outline (SmePaperLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->outline;
}

gboolean
sme_paper_layout_find_field (SmePaperLayout *self, const char *id, SmePaperField *field)
{
  g_return_val_if_fail (self != NULL && id != NULL && field != NULL, FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const NamedField *named = &g_array_index (self->fields, NamedField, i);

      if (g_str_equal (named->id, id))
        {
          *field = named->place;
          return TRUE;
        }
    }

  return FALSE;
}
