/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-typesetter.h"

#include <pango/pangocairo.h>

#define BODY "10"
#define BODY_BOLD "bold 10"
#define SMALL "italic 9"

/* The families have much air between lines, for scripts with higher marks than Vietnamese. */
#define LINE_SPACING 0.94f

#define FIELD_LABEL_WIDTH 150.0
#define FIELD_GAP 10.0
#define FIELD_PADDING 1.6
#define GRID_PADDING 3.0
#define CLAUSE_INDENT 30.0
#define ITEM_INDENT 16.0

/* The box of a signature is 12 : 5, like the pad on which it is drawn. */
#define SIGNATURE_WIDTH 216.0
#define SIGNATURE_RATIO (5.0 / 12)

typedef struct
{
  PangoContext *context;
  double width;
  GPtrArray *rows;
} Typesetter;

/* Finding fonts is a third of the work, and a font map remembers them; it belongs to one thread. */
static PangoFontMap *
get_fonts_of_thread (void)
{
  static GPrivate key = G_PRIVATE_INIT (g_object_unref);
  PangoFontMap *fonts = g_private_get (&key);

  if (fonts == NULL)
    {
      fonts = pango_cairo_font_map_new ();
      g_private_set (&key, fonts);
    }

  return fonts;
}

PangoContext *
sme_paper_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (get_fonts_of_thread ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
}

PangoLayout *
sme_paper_create_text (PangoContext *context,
                       const char *font,
                       const SmePaperText *text,
                       PangoAlignment alignment,
                       double width)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autofree char *name = g_strconcat (SME_PAPER_FONTS " ", font, NULL);
  PangoFontDescription *description = pango_font_description_from_string (name);
  PangoAttrList *attributes =
    text->emphasis != NULL ? pango_attr_list_copy (text->emphasis) : pango_attr_list_new ();

  /* A long word is broken where it must be, and nothing is added to what was declared. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  /* Two letters in one glyph would be one character to who copies or compares the text. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga 0, clig 0, dlig 0"));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_width (layout, width < 0 ? -1 : pango_units_from_double (width));
  pango_layout_set_text (layout, text->text, -1);

  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
  return layout;
}

static void
add_text (Typesetter *self,
          SmePaperRow *row,
          const SmePaperText *text,
          const char *font,
          PangoAlignment alignment,
          double x,
          double width)
{
  const char *tag = row->table == SME_PAPER_NO_TABLE ? NULL : row->is_head ? "TH" : "TD";

  sme_paper_row_add_text (row, sme_paper_create_text (self->context, font, text, alignment, width),
                          row->tag == NULL ? "P" : tag, x);
}

/* Running text, set to both edges. */
static void
add_justified (Typesetter *self, SmePaperRow *row, const SmePaperText *text, double x)
{
  PangoLayout *layout =
    sme_paper_create_text (self->context, BODY, text, PANGO_ALIGN_LEFT, self->width - x);

  pango_layout_set_justify (layout, TRUE);
  row->splits = TRUE;
  /* What announces a list stands with it. */
  row->keep_with_next = g_str_has_suffix (text->text, ":");
  sme_paper_row_add_text (row, layout, NULL, x);
}

static SmePaperRow *
add_row (Typesetter *self, const char *tag, double before)
{
  SmePaperRow *row = sme_paper_row_new ();

  row->tag = tag;
  row->before = before;
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
set_nation (Typesetter *self, const SmePaperBlock *block)
{
  for (guint i = 0; i < 2; i++)
    {
      SmePaperRow *row = add_row (self, "P", 0);

      row->keep_with_next = TRUE;
      row->underlined = i == 1;
      add_text (self, row, sme_paper_block_get_cell (block, i), i == 0 ? "bold 12" : "bold 11",
                PANGO_ALIGN_CENTER, 0, self->width);
    }
}

static void
set_centred (Typesetter *self, const SmePaperBlock *block)
{
  gboolean is_title = block->kind == SME_PAPER_TITLE;
  const char *font = is_title ? "bold 15" : block->kind == SME_PAPER_SUBTITLE ? "bold 11" : BODY;
  SmePaperRow *row = add_row (self, is_title ? "H1" : "P", is_title ? 20 : 3);

  row->keep_with_next = TRUE;
  row->splits = TRUE;
  add_text (self, row, sme_paper_block_get_cell (block, 0), font, PANGO_ALIGN_CENTER, 0,
            self->width);
}

static void
set_heading (Typesetter *self, const SmePaperBlock *block)
{
  SmePaperRow *row = add_row (self, "H2", 12);
  const SmePaperText *text = sme_paper_block_get_cell (block, 0);

  row->keep_with_next = TRUE;
  row->outline = g_strdup (text->text);
  add_text (self, row, text, "bold 10.5", PANGO_ALIGN_LEFT, 0, self->width);
}

static void
set_paragraph (Typesetter *self, const SmePaperBlock *block)
{
  add_justified (self, add_row (self, "P", 4), sme_paper_block_get_cell (block, 0), 0);
}

static void
set_clause (Typesetter *self, const SmePaperBlock *block)
{
  SmePaperRow *row = add_row (self, "P", block->level == 1 ? 4 : 2.5);
  const SmePaperText *label = sme_paper_block_get_cell (block, 0);
  gboolean is_item = *label->text == '-';
  double x = block->level == 1 ? 0 : CLAUSE_INDENT;
  double indent = block->level == 1 && !is_item ? CLAUSE_INDENT : ITEM_INDENT;

  add_text (self, row, label, BODY, PANGO_ALIGN_LEFT, x, indent);
  add_justified (self, row, sme_paper_block_get_cell (block, 1), x + indent);
}

static void
set_field (Typesetter *self, const SmePaperBlock *block, gboolean begins)
{
  SmePaperRow *row = add_row (self, "TR", begins ? 6 : 0);
  double x = FIELD_LABEL_WIDTH + FIELD_GAP;

  row->table = SME_PAPER_FIELDS;
  row->padding = FIELD_PADDING;
  add_text (self, row, sme_paper_block_get_cell (block, 0), BODY, PANGO_ALIGN_LEFT, 0,
            FIELD_LABEL_WIDTH);
  add_text (self, row, sme_paper_block_get_cell (block, 1), BODY, PANGO_ALIGN_LEFT, x,
            self->width - x);
}

/* Left edges of the columns, and the right edge of the last. */
static double *
place_columns (const GArray *columns, double width)
{
  double *edges = g_new0 (double, columns->len + 1);
  guint shares = 0, share = 0;

  for (guint i = 0; i < columns->len; i++)
    shares += g_array_index (columns, SmePaperColumn, i).share;
  for (guint i = 0; i < columns->len; i++)
    {
      share += g_array_index (columns, SmePaperColumn, i).share;
      edges[i + 1] = width * share / shares;
    }

  return edges;
}

static void
set_grid (Typesetter *self, const SmePaperBlock *block)
{
  gboolean is_head = block->kind == SME_PAPER_GRID_HEAD;
  gboolean is_sum = block->kind == SME_PAPER_GRID_SUM;
  SmePaperRow *row = add_row (self, "TR", is_head ? 6 : 0);
  g_autofree double *edges = place_columns (block->columns, self->width);
  guint last = block->columns->len - 1;

  row->table = SME_PAPER_GRID;
  row->padding = GRID_PADDING;
  row->is_head = row->keep_with_next = is_head;
  for (guint i = 0; i < block->cells->len; i++)
    {
      guint column = is_sum && i == 1 ? last : i;
      double end = is_sum && i == 0 ? edges[last] : edges[column + 1];
      PangoAlignment alignment = g_array_index (block->columns, SmePaperColumn, column).alignment;

      add_text (self, row, sme_paper_block_get_cell (block, i), is_head ? BODY_BOLD : BODY,
                is_head            ? PANGO_ALIGN_CENTER
                : is_sum && i == 0 ? PANGO_ALIGN_RIGHT
                                   : alignment,
                edges[column] + SME_PAPER_GRID_INSET,
                end - edges[column] - 2 * SME_PAPER_GRID_INSET);
    }
}

/* One row of texts below the headings of the signatories: their cells number @index. */
static void
set_signatory_row (Typesetter *self, GPtrArray *blocks, guint from, guint n, guint index)
{
  static const char *const fonts[] = { BODY_BOLD, SMALL, BODY_BOLD, BODY_BOLD };
  SmePaperRow *row = add_row (self, NULL, index == 0 ? 18 : 3);
  double share = self->width / n;

  row->keep_with_next = index < 3;
  for (guint i = 0; i < n; i++)
    add_text (self, row, sme_paper_block_get_cell (g_ptr_array_index (blocks, from + i), index),
              fonts[index], PANGO_ALIGN_CENTER, i * share + 4, share - 8);
}

static void
set_signatories (Typesetter *self, GPtrArray *blocks, guint from, guint n)
{
  SmePaperRow *row;
  double share = self->width / n;
  double width = MIN (SIGNATURE_WIDTH, share - 16);

  /* Nobody signs a page with nothing else on it. */
  if (self->rows->len > 0)
    ((SmePaperRow *) g_ptr_array_index (self->rows, self->rows->len - 1))->keep_with_next = TRUE;
  for (guint index = 0; index < 3; index++)
    set_signatory_row (self, blocks, from, n, index);

  row = add_row (self, NULL, 3);
  row->keep_with_next = TRUE;
  for (guint i = 0; i < n; i++)
    sme_paper_row_add_box (row, ((SmePaperBlock *) g_ptr_array_index (blocks, from + i))->id,
                           i * share + (share - width) / 2, width, width * SIGNATURE_RATIO);

  set_signatory_row (self, blocks, from, n, 3);
}

static void
set_block (Typesetter *self, const SmePaperBlock *block, const SmePaperBlock *previous)
{
  switch (block->kind)
    {
    case SME_PAPER_NATION:
      set_nation (self, block);
      break;
    case SME_PAPER_TITLE:
    case SME_PAPER_SUBTITLE:
    case SME_PAPER_CENTRED:
      set_centred (self, block);
      break;
    case SME_PAPER_HEADING:
      set_heading (self, block);
      break;
    case SME_PAPER_PARAGRAPH:
      set_paragraph (self, block);
      break;
    case SME_PAPER_CLAUSE:
      set_clause (self, block);
      break;
    case SME_PAPER_FIELD:
      set_field (self, block, previous == NULL || previous->kind != SME_PAPER_FIELD);
      break;
    case SME_PAPER_GRID_HEAD:
    case SME_PAPER_GRID_ROW:
    case SME_PAPER_GRID_SUM:
      set_grid (self, block);
      break;
    case SME_PAPER_SIGNATORY: /* set together */
      break;
    }
}

GPtrArray *
sme_paper_set_type (PangoContext *context, GPtrArray *blocks, double width)
{
  Typesetter self = { context, width,
                      g_ptr_array_new_with_free_func ((GDestroyNotify) sme_paper_row_free) };

  for (guint i = 0; i < blocks->len; i++)
    {
      const SmePaperBlock *block = g_ptr_array_index (blocks, i);
      guint n = 0;

      set_block (&self, block, i > 0 ? g_ptr_array_index (blocks, i - 1) : NULL);
      while (i + n < blocks->len &&
             ((SmePaperBlock *) g_ptr_array_index (blocks, i + n))->kind == SME_PAPER_SIGNATORY)
        n++;
      if (n > 0)
        {
          set_signatories (&self, blocks, i, n);
          i += n - 1;
        }
    }

  return self.rows;
}
