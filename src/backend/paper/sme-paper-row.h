/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* Rows of one table in succession are one table, to the reader and to a screen reader. */
typedef enum
{
  SME_PAPER_NO_TABLE,
  SME_PAPER_FIELDS, /* labels and values, a line below each */
  SME_PAPER_GRID,   /* framed cells; the head comes again on each page */
} SmePaperTable;

/**
 * SmePaperCell:
 * @layout: (nullable): its text
 * @field: (nullable): or the name of the field that its empty box is for
 * @tag: (nullable): the structure tag of the text ("TD")
 * @x, @width: in points, from the left edge of the type area
 * @tops: (element-type double): where each line begins, and where the last one ends
 */
typedef struct
{
  PangoLayout *layout;
  char *field;
  const char *tag;
  double x;
  double width;
  GArray *tops;
} SmePaperCell;

/**
 * SmePaperRow:
 * @cells: (element-type SmePaperCell)
 * @tag: (nullable): the structure tag of all cells together ("P", "TR")
 * @before: empty space above, in points, but not at the head of a page
 * @padding: within the row, above and below its cells
 * @height: of the highest cell, and the padding
 * @keep_with_next: never the last thing on a page
 * @splits: may go on on the next page with two lines or more
 * @is_head: the head of a table
 * @underlined: a line below the text, as wide as it
 * @outline: (nullable): its entry in the reader's table of contents
 *
 * What stands side by side: texts that are set and measured, but have no place yet.
 */
typedef struct
{
  GArray *cells;
  SmePaperTable table;
  const char *tag;
  double before;
  double padding;
  double height;
  gboolean keep_with_next;
  gboolean splits;
  gboolean is_head;
  gboolean underlined;
  char *outline;
} SmePaperRow;

SmePaperRow *sme_paper_row_new (void);
void sme_paper_row_free (SmePaperRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePaperRow, sme_paper_row_free)

/* Adds @layout (taken) at @x. Set the padding before. */
void sme_paper_row_add_text (SmePaperRow *self, PangoLayout *layout, const char *tag, double x);

/* Adds the empty box of a field. */
void
sme_paper_row_add_box (SmePaperRow *self, const char *field, double x, double width, double height);

/**
 * sme_paper_row_fit:
 * @first: for each cell, the line with which it goes on
 * @space: in points, for the lines and the padding
 * @force: take a line of each cell even if it does not fit
 * @end: (out): for each cell, the line behind the last one that fits
 *
 * Returns: whether all the lines fit
 */
gboolean sme_paper_row_fit (const SmePaperRow *self,
                            const guint *first,
                            double space,
                            gboolean force,
                            guint *end);

/* Whether the break before the lines @end is a good one; moves it up where that makes it good. */
gboolean sme_paper_row_can_break (const SmePaperRow *self, const guint *first, guint *end);

/* How much of the row must stand on the page on which it begins, in points; @page is how much fits
 * on one. */
double sme_paper_row_measure_beginning (const SmePaperRow *self, double page);

guint sme_paper_cell_count_lines (const SmePaperCell *self);

/* From the top of line @first to the bottom of line @end - 1. */
double sme_paper_cell_measure (const SmePaperCell *self, guint first, guint end);

/* The line after the last one that fits in @space below the top of line @first; the number of lines
 * if all fit. */
guint sme_paper_cell_fit (const SmePaperCell *self, guint first, double space);

G_END_DECLS
