/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/paper/sme-paper-template.h"

#include <gio/gio.h>
#include <string.h>

#include "backend/paper/sme-paper-error.h"
#include "sme-paper-resources.h"

#define RESOURCE_PATH "/vn/onesme/paper/"

/* Names are looked up from the innermost part (an entry of a list) outwards. */
typedef struct Scope
{
  SmePaperValues *values;
  const struct Scope *outer;
} Scope;

typedef struct
{
  char **lines;
  GPtrArray *blocks;
  GArray *columns;  /* of the table being filled */
  GString *pending; /* the block whose lines are being joined */
  gsize line;
  GError **error;
} Filler;

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (Filler *self, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (self->error, SME_PAPER_ERROR, SME_PAPER_ERROR_TEMPLATE,
               "Line %" G_GSIZE_FORMAT " of the template: %s", self->line + 1, what);
  return FALSE;
}

static const char *
look_up (const Scope *scope, const char *name)
{
  for (; scope != NULL; scope = scope->outer)
    {
      const char *text = sme_paper_values_get (scope->values, name);

      if (text != NULL)
        return text;
    }

  return NULL;
}

static void
emphasize (SmePaperText *text, PangoAttribute *attribute, gsize from, gsize to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  if (text->emphasis == NULL)
    text->emphasis = pango_attr_list_new ();
  pango_attr_list_insert (text->emphasis, attribute);
}

/* Puts the value of the name at *@p (behind "{{") into @out and moves *@p behind "}}". */
static gboolean
expand_name (Filler *self, const Scope *scope, const char **p, GString *out)
{
  const char *end = strstr (*p, "}}");
  g_autofree char *name = end != NULL ? g_strndup (*p, end - *p) : NULL;
  const char *value = name != NULL ? look_up (scope, name) : NULL;

  if (value == NULL)
    return refuse (self, "“%s” stands for nothing", name != NULL ? name : *p);

  g_string_append (out, value);
  *p = end + 2;
  return TRUE;
}

static SmePaperText *
expand (Filler *self, const Scope *scope, const char *source)
{
  g_autoptr (SmePaperText) text = sme_paper_text_new (NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  gssize bold = -1, italic = -1;

  for (const char *p = source; *p != '\0';)
    {
      gboolean is_bold = g_str_has_prefix (p, "**");
      gssize *start = is_bold ? &bold : &italic;

      if (g_str_has_prefix (p, "{{"))
        {
          p += 2;
          if (!expand_name (self, scope, &p, out))
            return NULL;
        }
      else if (!is_bold && !g_str_has_prefix (p, "__"))
        g_string_append_c (out, *p++);
      else
        {
          if (*start < 0)
            *start = (gssize) out->len;
          else
            {
              emphasize (text,
                         is_bold ? pango_attr_weight_new (PANGO_WEIGHT_BOLD)
                                 : pango_attr_style_new (PANGO_STYLE_ITALIC),
                         (gsize) *start, out->len);
              *start = -1;
            }
          p += 2;
        }
    }

  if (bold >= 0 || italic >= 0)
    return refuse (self, "an emphasis has no end"), NULL;

  text->text = g_strdup (out->str);
  return g_steal_pointer (&text);
}

static gboolean
add_cell (Filler *self, const Scope *scope, SmePaperBlock *block, const char *source)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (source));
  SmePaperText *text = expand (self, scope, trimmed);

  if (text == NULL)
    return FALSE;

  g_ptr_array_add (block->cells, text);
  return TRUE;
}

/* A block of @kind whose cells stand between the bars of @source; @n is how many are due. */
static SmePaperBlock *
make_cells (Filler *self, const Scope *scope, SmePaperBlockKind kind, const char *source, guint n)
{
  g_autoptr (SmePaperBlock) block = sme_paper_block_new (kind);
  g_auto (GStrv) cells = g_strsplit (source, "|", -1);

  if (g_strv_length (cells) != n)
    return refuse (self, "%u cells are due", n), NULL;

  for (guint i = 0; cells[i] != NULL; i++)
    if (!add_cell (self, scope, block, cells[i]))
      return NULL;

  return g_steal_pointer (&block);
}

static gboolean
keep (Filler *self, SmePaperBlock *block)
{
  if (block == NULL)
    return FALSE;

  g_ptr_array_add (self->blocks, block);
  return TRUE;
}

static gboolean
add_field (Filler *self, const Scope *scope, const char *source, gboolean optional)
{
  SmePaperBlock *block = make_cells (self, scope, SME_PAPER_FIELD, source, 2);

  if (block != NULL && optional && *sme_paper_block_get_cell (block, 1)->text == '\0')
    {
      sme_paper_block_free (block);
      return TRUE;
    }

  return keep (self, block);
}

/* "20 right HEAD": reads the first two words, *@source is then at the third. */
static gboolean
read_column (Filler *self, const char **source, SmePaperColumn *column)
{
  static const char *const words[] = { "left", "centre", "right" };
  char *p;

  column->share = (guint) g_ascii_strtoull (g_strchug ((char *) *source), &p, 10);
  while (*p == ' ')
    p++;
  for (gsize i = 0; i < G_N_ELEMENTS (words) && column->share > 0; i++)
    if (g_str_has_prefix (p, words[i]))
      {
        column->alignment = (PangoAlignment) i;
        *source = p + strlen (words[i]);
        return TRUE;
      }

  return refuse (self, "a column is its share, left, centre or right, and its head");
}

static gboolean
add_grid_head (Filler *self, const Scope *scope, const char *source)
{
  g_autoptr (SmePaperBlock) block = sme_paper_block_new (SME_PAPER_GRID_HEAD);
  g_auto (GStrv) cells = g_strsplit (source, "|", -1);

  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = g_array_new (FALSE, TRUE, sizeof (SmePaperColumn));
  for (guint i = 0; cells[i] != NULL; i++)
    {
      SmePaperColumn column;
      const char *head = cells[i];

      if (!read_column (self, &head, &column) || !add_cell (self, scope, block, head))
        return FALSE;
      g_array_append_val (self->columns, column);
    }

  block->columns = g_array_ref (self->columns);
  return keep (self, g_steal_pointer (&block));
}

static gboolean
add_grid_row (Filler *self, const Scope *scope, const char *source)
{
  gboolean is_sum = *source == '+';
  SmePaperBlock *block;

  if (self->columns == NULL || self->columns->len < 2)
    return refuse (self, "a row without the head of its table");

  block = is_sum ? make_cells (self, scope, SME_PAPER_GRID_SUM, source + 1, 2)
                 : make_cells (self, scope, SME_PAPER_GRID_ROW, source, self->columns->len);
  if (block != NULL)
    block->columns = g_array_ref (self->columns);
  return keep (self, block);
}

static gboolean
add_signatory (Filler *self, const Scope *scope, const char *source)
{
  const char *rest = strchr (source, ' ');
  SmePaperBlock *block =
    rest != NULL ? make_cells (self, scope, SME_PAPER_SIGNATORY, rest, 4) : NULL;

  if (block != NULL)
    block->id = g_strndup (source, rest - source);
  else if (rest == NULL)
    return refuse (self, "a signatory without a field");
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
  p = *line != '\0' ? g_utf8_next_char (line) : line;
  return g_unichar_islower (g_utf8_get_char (line)) && g_str_has_prefix (p, ") ")
           ? (gsize) (p + 1 - line)
           : 0;
}

static gboolean
add_paragraph (Filler *self, const Scope *scope, const char *source)
{
  guint level;
  gsize label = measure_label (source, &level);
  g_autoptr (SmePaperBlock) block = NULL;

  if (label == 0)
    return keep (self, make_cells (self, scope, SME_PAPER_PARAGRAPH, source, 1));

  block = sme_paper_block_new (SME_PAPER_CLAUSE);
  block->level = level;
  g_ptr_array_add (block->cells, sme_paper_text_new (NULL));
  ((SmePaperText *) g_ptr_array_index (block->cells, 0))->text = g_strndup (source, label);
  return add_cell (self, scope, block, source + label) && keep (self, g_steal_pointer (&block));
}

/* The joined lines of one block. */
static gboolean
add_block (Filler *self, const Scope *scope, const char *source)
{
  static const struct
  {
    const char *mark;
    SmePaperBlockKind kind;
    guint n_cells;
  } marks[] = {
    { "!nation ", SME_PAPER_NATION, 2 },     { "!title ", SME_PAPER_TITLE, 1 },
    { "!subtitle ", SME_PAPER_SUBTITLE, 1 }, { "!centre ", SME_PAPER_CENTRED, 1 },
    { "# ", SME_PAPER_HEADING, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (source, marks[i].mark))
      return keep (self, make_cells (self, scope, marks[i].kind, source + strlen (marks[i].mark),
                                     marks[i].n_cells));

  if (g_str_has_prefix (source, "!grid "))
    return add_grid_head (self, scope, source + strlen ("!grid "));
  if (g_str_has_prefix (source, "!sign "))
    return add_signatory (self, scope, source + strlen ("!sign "));
  if (g_str_has_prefix (source, "||"))
    return add_grid_row (self, scope, source + 2);
  if (g_str_has_prefix (source, "|"))
    return add_field (self, scope, source + (source[1] == '?' ? 2 : 1), source[1] == '?');
  if (*source == '!')
    return refuse (self, "an unknown mark");

  return add_paragraph (self, scope, source);
}

static gboolean
flush (Filler *self, const Scope *scope)
{
  g_autofree char *source = NULL;

  if (self->pending->len == 0)
    return TRUE;

  source = g_strdup (self->pending->str);
  g_string_truncate (self->pending, 0);
  return add_block (self, scope, source);
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

static gboolean fill_lines (Filler *self, const Scope *scope, gsize from, gsize to);

static gboolean
fill_each (Filler *self, const Scope *scope, const char *name, gsize from, gsize to)
{
  GPtrArray *entries = NULL;

  for (const Scope *s = scope; s != NULL && entries == NULL; s = s->outer)
    entries = sme_paper_values_get_list (s->values, name);
  if (entries == NULL)
    return refuse (self, "“%s” is no list", name);

  for (guint i = 0; i < entries->len; i++)
    {
      Scope inner = { g_ptr_array_index (entries, i), scope };

      if (!fill_lines (self, &inner, from, to))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill_part (Filler *self, const Scope *scope, const char *line, gsize from, gsize to)
{
  const char *name = strchr (line, ' ') + 1;
  const char *value;

  if (g_str_has_prefix (line, "!each "))
    return fill_each (self, scope, name, from, to);

  value = look_up (scope, name);
  if (value == NULL)
    return refuse (self, "“%s” stands for nothing", name);
  if ((*value != '\0') != g_str_has_prefix (line, "!if "))
    return TRUE;

  return fill_lines (self, scope, from, to);
}

/* The lines @from up to, not with, @to. */
static gboolean
fill_lines (Filler *self, const Scope *scope, gsize from, gsize to)
{
  for (gsize i = from; i < to; i++)
    {
      const char *line = self->lines[i];
      gboolean is_part = opens_part (line);
      gsize end = is_part ? find_end (self, i) : 0;
      guint level;

      if (*line == ';')
        continue;
      if (*line == '\0' || strchr ("!#|", *line) != NULL || measure_label (line, &level) > 0)
        {
          if (!flush (self, scope))
            return FALSE;
        }

      self->line = i;
      if (is_part && (end == 0 || !fill_part (self, scope, line, i + 1, end)))
        return end == 0 ? refuse (self, "a part without an end") : FALSE;
      if (is_part)
        i = end;
      else if (*line != '\0')
        g_string_append_printf (self->pending, "%s%s", self->pending->len > 0 ? " " : "", line);
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
  Scope scope = { values, NULL };
  Filler self = { .blocks = blocks, .pending = pending, .error = error };
  gboolean filled;

  g_return_val_if_fail (source != NULL && values != NULL, NULL);

  self.lines = lines = g_strsplit (source, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  filled = fill_lines (&self, &scope, 0, g_strv_length (lines));
  g_clear_pointer (&self.columns, g_array_unref);

  return filled ? g_steal_pointer (&blocks) : NULL;
}
