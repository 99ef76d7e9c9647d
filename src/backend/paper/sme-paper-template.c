/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-template.h"

#include <gio/gio.h>
#include <string.h>

#include "backend/paper/sme-paper-error.h"
#include "backend/paper/sme-paper-markup.h"
#include "sme-paper-resources.h"

#define RESOURCE_PATH "/vn/onesme/paper/"

/* @line is that of the block or part being read, for errors. */
typedef struct
{
  char **lines;
  GPtrArray *blocks;
  GArray *columns;
  GString *pending;
  gsize line;
  GError **error;
} Filler;

static gboolean fill_lines (Filler *self, const SmePaperScope *scope, gsize from, gsize to);

/* Makes the block whose lines were joined. */
static gboolean
flush (Filler *self, const SmePaperScope *scope)
{
  g_autofree char *source = NULL;

  if (self->pending->len == 0)
    return TRUE;

  source = g_strdup (self->pending->str);
  g_string_truncate (self->pending, 0);
  return sme_paper_markup_read (source, scope, &self->columns, self->blocks, self->error);
}

static gboolean
opens_part (const char *line)
{
  return g_str_has_prefix (line, "!if ") || g_str_has_prefix (line, "!unless ") ||
         g_str_has_prefix (line, "!each ");
}

/* The line of the "!end" that belongs to the part opened at @from; 0 if there is none. */
static gsize
find_end (Filler *self, gsize from)
{
  guint depth = 0;

  for (gsize i = from; self->lines[i] != NULL; i++)
    {
      if (opens_part (self->lines[i]))
        depth++;
      else if (g_str_equal (self->lines[i], "!end") && --depth == 0)
        return i;
    }

  return 0;
}

static gboolean
fill_each (Filler *self, const SmePaperScope *scope, const char *name, gsize from, gsize to)
{
  GPtrArray *entries = sme_paper_scope_find_list (scope, name, self->error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      SmePaperScope inner = { g_ptr_array_index (entries, i), scope };

      if (!fill_lines (self, &inner, from, to))
        return FALSE;
    }

  return entries != NULL;
}

/* The part that @line opens, whose own lines are @from up to @to. */
static gboolean
fill_part (Filler *self, const SmePaperScope *scope, const char *line, gsize from, gsize to)
{
  const char *name = strchr (line, ' ') + 1;
  const char *value;

  if (g_str_has_prefix (line, "!each "))
    return fill_each (self, scope, name, from, to);

  value = sme_paper_scope_find_text (scope, name, self->error);
  if (value == NULL)
    return FALSE;
  if ((*value != '\0') != g_str_has_prefix (line, "!if "))
    return TRUE;

  return fill_lines (self, scope, from, to);
}

/* Line @i opens a part: fills it, and moves @i to its end. */
static gboolean
pass_part (Filler *self, const SmePaperScope *scope, gsize *i)
{
  gsize begin = *i;

  *i = find_end (self, begin);
  if (*i > 0)
    return fill_part (self, scope, self->lines[begin], begin + 1, *i);

  g_set_error_literal (self->error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE,
                       "a part without an end");
  return FALSE;
}

/* The lines @from up to, not with, @to. */
static gboolean
fill_lines (Filler *self, const SmePaperScope *scope, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    {
      const char *line = self->lines[i];

      if (*line == ';')
        continue;
      if ((*line == '\0' || sme_paper_markup_begins_block (line)) && !flush (self, scope))
        return FALSE;

      if (self->pending->len == 0)
        self->line = i + 1;
      if (!opens_part (line))
        g_string_append_printf (self->pending, "%s%s", self->pending->len > 0 ? " " : "", line);
      else if (!pass_part (self, scope, &i))
        return FALSE;
    }

  return flush (self, scope);
}

char *
sme_paper_template_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sme_paper_resources_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL)
    {
      g_set_error (error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE, "There is no template “%s”",
                   name);
      return NULL;
    }

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GPtrArray *
sme_paper_template_fill (const char *source, SmePaperValues *values, GError **error)
{
  g_autoptr (GPtrArray) blocks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) sme_paper_block_free);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) pending = g_string_new (NULL);
  SmePaperScope scope = { values, NULL };
  Filler self = { .blocks = blocks, .pending = pending, .error = error };
  gboolean filled;

  g_return_val_if_fail (source != NULL && values != NULL, NULL);

  self.lines = lines = g_strsplit (source, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  filled = fill_lines (&self, &scope, 0, g_strv_length (lines));
  g_clear_pointer (&self.columns, g_array_unref);
  if (filled)
    return g_steal_pointer (&blocks);

  g_prefix_error (error, "Line %" G_GSIZE_FORMAT " of the template: ", self.line);
  return NULL;
}
