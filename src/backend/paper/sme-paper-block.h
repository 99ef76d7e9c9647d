/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * SmePaperBlockKind:
 * @SME_PAPER_NATION: the national title and motto; two cells
 * @SME_PAPER_CENTRED: a short centred text
 * @SME_PAPER_CLAUSE: its label ("1.1.", "a)", "-") and its text
 * @SME_PAPER_FIELD: a row of label and value
 * @SME_PAPER_GRID_HEAD: the head of a table; columns say width and alignment
 * @SME_PAPER_GRID_SUM: a row below a table: what is summed, and the sum
 * @SME_PAPER_SIGNATORY: a column of the signature block: heading, note, box label, name
 */
typedef enum
{
  SME_PAPER_NATION,
  SME_PAPER_TITLE,
  SME_PAPER_SUBTITLE,
  SME_PAPER_CENTRED,
  SME_PAPER_HEADING,
  SME_PAPER_PARAGRAPH,
  SME_PAPER_CLAUSE,
  SME_PAPER_FIELD,
  SME_PAPER_GRID_HEAD,
  SME_PAPER_GRID_ROW,
  SME_PAPER_GRID_SUM,
  SME_PAPER_SIGNATORY,
} SmePaperBlockKind;

/* A text and the emphasis on its bytes (%NULL: none). */
typedef struct
{
  char *text;
  PangoAttrList *emphasis;
} SmePaperText;

/* A column of a table: its share of the width and where its text stands. */
typedef struct
{
  guint share;
  PangoAlignment alignment;
} SmePaperColumn;

/**
 * SmePaperBlock:
 * @level: of a clause: 1 or 2
 * @id: of a signatory: the name of the field that is its box
 * @cells: (element-type SmePaperText): at least one
 * @columns: (element-type SmePaperColumn): of a table's rows; shared with its head
 *
 * A part of a document, made from a template: data only, no sizes, no places.
 */
typedef struct
{
  SmePaperBlockKind kind;
  guint level;
  char *id;
  GPtrArray *cells;
  GArray *columns;
} SmePaperBlock;

SmePaperText *sme_paper_text_new (const char *text);
void sme_paper_text_free (SmePaperText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePaperText, sme_paper_text_free)

SmePaperBlock *sme_paper_block_new (SmePaperBlockKind kind);
void sme_paper_block_free (SmePaperBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePaperBlock, sme_paper_block_free)

/* The text of a cell, %NULL where there is none; borrowed. */
const SmePaperText *sme_paper_block_get_cell (const SmePaperBlock *self, guint index);

/* What @blocks say as plain text: one paragraph per block, with a line between them. */
char *sme_paper_blocks_to_text (GPtrArray *blocks);

G_END_DECLS
