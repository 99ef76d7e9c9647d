/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-block.h"

SmePaperText *
sme_paper_text_new (const char *text)
{
  SmePaperText *self = g_new0 (SmePaperText, 1);

  self->text = g_strdup (text);
  return self;
}

void
sme_paper_text_free (SmePaperText *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_clear_pointer (&self->emphasis, pango_attr_list_unref);
  g_free (self);
}

SmePaperBlock *
sme_paper_block_new (SmePaperBlockKind kind)
{
  SmePaperBlock *self = g_new0 (SmePaperBlock, 1);

  self->kind = kind;
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) sme_paper_text_free);
  return self;
}

void
sme_paper_block_free (SmePaperBlock *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->columns, g_array_unref);
  g_free (self);
}

const SmePaperText *
sme_paper_block_get_cell (const SmePaperBlock *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->cells->len ? g_ptr_array_index (self->cells, index) : NULL;
}

/* A label and its text stand in one line; the cells of a table are told apart. */
static const char *
separator_of (const SmePaperBlock *block)
{
  switch (block->kind)
    {
    case SME_PAPER_CLAUSE:
    case SME_PAPER_FIELD:
      return " ";
    case SME_PAPER_GRID_HEAD:
    case SME_PAPER_GRID_ROW:
    case SME_PAPER_GRID_SUM:
      return " | ";
    default:
      return "\n";
    }
}

char *
sme_paper_blocks_to_text (GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (blocks != NULL, NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const SmePaperBlock *block = g_ptr_array_index (blocks, i);

      if (i > 0)
        g_string_append (text, "\n\n");
      for (guint c = 0; c < block->cells->len; c++)
        {
          if (c > 0)
            g_string_append (text, separator_of (block));
          g_string_append (text, sme_paper_block_get_cell (block, c)->text);
        }
    }

  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
