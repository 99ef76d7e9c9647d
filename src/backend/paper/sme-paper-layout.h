/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "backend/paper/sme-paper-block.h"
#include "backend/paper/sme-paper-field.h"

G_BEGIN_DECLS

/* A4 with the margins of Vietnamese official papers, in points. */
#define SME_PAPER_WIDTH 595.276
#define SME_PAPER_HEIGHT 841.89
#define SME_PAPER_LEFT 71.0
#define SME_PAPER_RIGHT 57.0
#define SME_PAPER_TOP 62.0
#define SME_PAPER_BOTTOM 60.0

/**
 * SmePaperPiece:
 * @kind: OPEN and CLOSE a structure element, show lines of a TEXT, draw a RULE, a FRAME or the BOX
 * of a field, which is white inside
 * @tag: the element, or that of the text (nullable)
 * @first, @end: the lines of @layout that stand here; @y is the top of the first
 * @x, @y: upper left corner, in points from the upper left corner of the page
 * @is_light: of a rule: grey
 */
typedef struct
{
  enum
  {
    SME_PAPER_OPEN,
    SME_PAPER_CLOSE,
    SME_PAPER_TEXT,
    SME_PAPER_RULE,
    SME_PAPER_FRAME,
    SME_PAPER_BOX,
  } kind;
  const char *tag;
  PangoLayout *layout;
  guint first;
  guint end;
  double x;
  double y;
  double width;
  double height;
  gboolean is_light;
} SmePaperPiece;

/* An entry of the table of contents. */
typedef struct
{
  char *title;
  guint page;
  double y;
} SmePaperEntry;

/**
 * SmePaperLayout:
 *
 * A document broken into pages: every piece of it has its place. Headings stay with what follows,
 * paragraphs leave two lines or more on either page, the signature block stays together, a table
 * that goes on begins with its head again, and structure elements end with their page.
 */
typedef struct _SmePaperLayout SmePaperLayout;

/* @blocks (element-type SmePaperBlock) are borrowed. */
SmePaperLayout *sme_paper_layout_new (GPtrArray *blocks);
void sme_paper_layout_free (SmePaperLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SmePaperLayout, sme_paper_layout_free)

/* With which further text for these pages can be made; borrowed. */
PangoContext *sme_paper_layout_get_context (SmePaperLayout *self);
guint sme_paper_layout_get_n_pages (SmePaperLayout *self);

/* (element-type SmePaperPiece), borrowed, in reading order */
GArray *sme_paper_layout_get_pieces (SmePaperLayout *self, guint page);

/* (element-type SmePaperEntry), borrowed */
GArray *sme_paper_layout_get_outline (SmePaperLayout *self);

/* FALSE, and @field left alone, if no signatory of the document has the field @id. */
gboolean sme_paper_layout_find_field (SmePaperLayout *self, const char *id, SmePaperField *field);

G_END_DECLS
