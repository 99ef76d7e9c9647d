/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-markup.h"

#include <string.h>

#include "backend/paper/sme-paper-error.h"

typedef struct
{
  const SmePaperScope *scope;
  GArray **columns;
  GPtrArray *blocks;
  GError **error;
} Reader;

static gboolean
refuse (Reader *self, const char *why)
{
  g_set_error_literal (self->error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE, why);
  return FALSE;
}

static gboolean
add_cell (Reader *self, SmePaperBlock *block, const char *source)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (source));
  SmePaperText *text = sme_paper_scope_expand (self->scope, trimmed, self->error);

  if (text == NULL)
    return FALSE;

  g_ptr_array_add (block->cells, text);
  return TRUE;
}

/* A block of @kind with the @n cells that stand between the bars of @source. */
static SmePaperBlock *
read_cells (Reader *self, SmePaperBlockKind kind, const char *source, guint n)
{
  g_autoptr (SmePaperBlock) block = sme_paper_block_new (kind);
  g_auto (GStrv) cells = g_strsplit (source, "|", -1);

  if (g_strv_length (cells) != n)
    {
      refuse (self, "more or fewer cells than are due");
      return NULL;
    }

  for (guint i = 0; i < n; i++)
    if (!add_cell (self, block, cells[i]))
      return NULL;

  return g_steal_pointer (&block);
}

static gboolean
keep (Reader *self, SmePaperBlock *block)
{
  if (block == NULL)
    return FALSE;

  g_ptr_array_add (self->blocks, block);
  return TRUE;
}

/* Lines of a title are given apart by bars. */
static gboolean
read_lines (Reader *self, SmePaperBlockKind kind, const char *source)
{
  g_auto (GStrv) lines = g_strsplit (source, "|", -1);
  g_autofree char *joined = NULL;
  g_autoptr (SmePaperBlock) block = sme_paper_block_new (kind);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  joined = g_strjoinv ("\n", lines);

  return add_cell (self, block, joined) && keep (self, g_steal_pointer (&block));
}

static gboolean
read_field (Reader *self, const char *source)
{
  gboolean is_optional = *source == '?';
  g_autoptr (SmePaperBlock) block =
    read_cells (self, SME_PAPER_FIELD, source + (is_optional ? 1 : 0), 2);

  if (block == NULL)
    return FALSE;
  if (is_optional && *sme_paper_block_get_cell (block, 1)->text == '\0')
    return TRUE;

  return keep (self, g_steal_pointer (&block));
}

/* "20 right HEAD": the share, the alignment; returns the head, or NULL. */
static const char *
read_column (const char *source, SmePaperColumn *column)
{
  static const char *const words[] = { "left ", "centre ", "right " };
  char *p;

  column->share = (guint) g_ascii_strtoull (source, &p, 10);
  p += strspn (p, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (column->share > 0 && column->share <= 100 && g_str_has_prefix (p, words[i]))
      {
        column->alignment = (PangoAlignment) i;
        return p + strlen (words[i]);
      }

  return NULL;
}

static gboolean
read_grid_head (Reader *self, const char *source)
{
  g_autoptr (SmePaperBlock) block = sme_paper_block_new (SME_PAPER_GRID_HEAD);
  g_auto (GStrv) cells = g_strsplit (source, "|", -1);

  g_clear_pointer (self->columns, g_array_unref);
  block->columns = g_array_new (FALSE, TRUE, sizeof (SmePaperColumn));
  for (guint i = 0; cells[i] != NULL; i++)
    {
      SmePaperColumn column;
      const char *head = read_column (cells[i], &column);

      if (head == NULL)
        return refuse (self, "a column is its share, left, centre or right, and its head");
      if (!add_cell (self, block, head))
        return FALSE;
      g_array_append_val (block->columns, column);
    }

  *self->columns = g_array_ref (block->columns);
  return keep (self, g_steal_pointer (&block));
}

static gboolean
read_grid_row (Reader *self, const char *source)
{
  gboolean is_sum = *source == '+';
  SmePaperBlock *block;

  if (*self->columns == NULL || (*self->columns)->len < 2)
    return refuse (self, "a row without the head of its table");

  block = is_sum ? read_cells (self, SME_PAPER_GRID_SUM, source + 1, 2)
                 : read_cells (self, SME_PAPER_GRID_ROW, source, (*self->columns)->len);
  if (block != NULL)
    block->columns = g_array_ref (*self->columns);
  return keep (self, block);
}

static gboolean
read_signatory (Reader *self, const char *source)
{
  const char *rest = strchr (source, ' ');
  SmePaperBlock *block;

  if (rest == NULL)
    return refuse (self, "a signatory without a field");

  block = read_cells (self, SME_PAPER_SIGNATORY, rest, 4);
  if (block != NULL)
    block->id = g_strndup (source, rest - source);
  return keep (self, block);
}

/* How long the label of a clause is, 0 if @line has none: "1.", "2.11.", "a)", "đ)", "-". */
static gsize
measure_label (const char *line, guint *level)
{
  const char *p = line;

  *level = 1;
  if (g_str_has_prefix (line, "- "))
    return 1;

  while (g_ascii_isdigit (*p))
    {
      p += strspn (p, "0123456789");
      if (*p++ != '.')
        return 0;
    }
  if (p > line)
    return *p == ' ' ? (gsize) (p - line) : 0;

  *level = 2;
  if (!g_unichar_islower (g_utf8_get_char (line)))
    return 0;
  p = g_utf8_next_char (line);
  return g_str_has_prefix (p, ") ") ? (gsize) (p + 1 - line) : 0;
}

static gboolean
read_text (Reader *self, const char *source)
{
  guint level;
  gsize label = measure_label (source, &level);
  g_autoptr (SmePaperBlock) block =
    sme_paper_block_new (label > 0 ? SME_PAPER_CLAUSE : SME_PAPER_PARAGRAPH);

  if (label > 0)
    {
      g_autofree char *text = g_strndup (source, label);

      block->level = level;
      g_ptr_array_add (block->cells, sme_paper_text_new (text));
    }

  return add_cell (self, block, source + label) && keep (self, g_steal_pointer (&block));
}

static gboolean
read_nation (Reader *self, const char *source)
{
  return keep (self, read_cells (self, SME_PAPER_NATION, source, 2));
}

static gboolean
read_title (Reader *self, const char *source)
{
  return read_lines (self, SME_PAPER_TITLE, source);
}

static gboolean
read_subtitle (Reader *self, const char *source)
{
  return read_lines (self, SME_PAPER_SUBTITLE, source);
}

static gboolean
read_centred (Reader *self, const char *source)
{
  return read_lines (self, SME_PAPER_CENTRED, source);
}

static gboolean
read_heading (Reader *self, const char *source)
{
  return keep (self, read_cells (self, SME_PAPER_HEADING, source, 1));
}

/* The first that fits; "||" stands before "|". */
static const struct
{
  const char *mark;
  gboolean (*read) (Reader *self, const char *source);
} marks[] = {
  { "!nation ", read_nation },  { "!title ", read_title },    { "!subtitle ", read_subtitle },
  { "!centre ", read_centred }, { "!grid ", read_grid_head }, { "!sign ", read_signatory },
  { "# ", read_heading },       { "||", read_grid_row },      { "|", read_field },
};

gboolean
sme_paper_markup_begins_block (const char *line)
{
  guint level;

  g_return_val_if_fail (line != NULL, FALSE);

  return (*line != '\0' && strchr ("!#|", *line) != NULL) || measure_label (line, &level) > 0;
}

gboolean
sme_paper_markup_read (const char *source,
                       const SmePaperScope *scope,
                       GArray **columns,
                       GPtrArray *blocks,
                       GError **error)
{
  Reader self = { scope, columns, blocks, error };

  g_return_val_if_fail (source != NULL && scope != NULL && columns != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (source, marks[i].mark))
      return marks[i].read (&self, source + strlen (marks[i].mark));

  return *source == '!' ? refuse (&self, "an unknown mark") : read_text (&self, source);
}
