/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/sme-csv.h"

#include <string.h>

#define MAX_BYTES (1 << 20)
#define MARK "\xef\xbb\xbf"

typedef struct
{
  GPtrArray *cells;
  guint line;
} Row;

struct _SmeCsv
{
  GArray *rows; /* Row */
};

/* Where the reading is. */
typedef struct
{
  const char *at;
  char separator;
  guint line;
} Reader;

/* clang-format off */
G_DEFINE_QUARK (sme-csv-error-quark, sme_csv_error)
/* clang-format on */

static void
row_clear (gpointer data)
{
  g_clear_pointer (&((Row *) data)->cells, g_ptr_array_unref);
}

void
sme_csv_free (SmeCsv *self)
{
  g_array_unref (self->rows);
  g_free (self);
}

/* Excel's "Unicode text" is UTF-16; without a mark nothing but UTF-8 is believed. */
static char *
decode (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  if (size > MAX_BYTES)
    {
      g_set_error_literal (error, SME_CSV_ERROR, SME_CSV_ERROR_TOO_LARGE, "More than 1 MiB");
      return NULL;
    }
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    text = g_convert (data, (gssize) size, "UTF-8", "UTF-16", NULL, &size, NULL);
  else
    text = g_strndup (data != NULL ? data : "", size);
  if (text == NULL || strlen (text) != size || !g_utf8_validate (text, (gssize) size, NULL))
    {
      g_free (text);
      g_set_error_literal (error, SME_CSV_ERROR, SME_CSV_ERROR_ENCODING, "Not UTF-8");
      return NULL;
    }
  return text;
}

/* A line "sep=;" is for the spreadsheet, not for us. */
static gboolean
read_separator_line (Reader *reader)
{
  const char *at = reader->at;

  if (g_ascii_strncasecmp (at, "sep=", 4) != 0 || at[4] == '\0' || strchr ("\r\n", at[4]) != NULL)
    return FALSE;
  if (at[5] != '\0' && strchr ("\r\n", at[5]) == NULL)
    return FALSE;
  reader->separator = at[4];
  reader->at = at + 5;
  if (g_str_has_prefix (reader->at, "\r\n"))
    reader->at += 2;
  else if (*reader->at != '\0')
    reader->at++;
  reader->line++;
  return TRUE;
}

static char
guess_separator (const char *text)
{
  static const char candidates[] = { ',', ';', '\t' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  gsize best = 0;

  for (; *text != '\0' && (quoted || strchr ("\r\n", *text) == NULL); text++)
    {
      if (*text == '"')
        quoted = !quoted;
      for (gsize i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *text == candidates[i];
    }
  for (gsize i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;
  return candidates[best];
}

static gboolean
is_line_end (char c)
{
  return c == '\r' || c == '\n';
}

static void
skip_line_end (Reader *reader)
{
  reader->at += g_str_has_prefix (reader->at, "\r\n") ? 2 : 1;
  reader->line++;
}

static gboolean
read_quoted (Reader *reader, GString *cell, GError **error)
{
  guint begun = reader->line;

  for (reader->at++;; reader->at++)
    {
      if (*reader->at == '"' && reader->at[1] == '"')
        reader->at++;
      else if (*reader->at == '"')
        break;
      if (*reader->at == '\0')
        {
          reader->line = begun;
          g_set_error_literal (error, SME_CSV_ERROR, SME_CSV_ERROR_QUOTES, "A quote without end");
          return FALSE;
        }
      if (*reader->at == '\n' || (*reader->at == '\r' && reader->at[1] != '\n'))
        reader->line++;
      g_string_append_c (cell, *reader->at);
    }
  reader->at++;
  while (*reader->at == ' ' && reader->separator != ' ')
    reader->at++;
  if (*reader->at == '\0' || *reader->at == reader->separator || is_line_end (*reader->at))
    return TRUE;
  g_set_error_literal (error, SME_CSV_ERROR, SME_CSV_ERROR_QUOTES, "Text after a quote's end");
  return FALSE;
}

static char *
read_cell (Reader *reader, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *start = reader->at;

  while (*start == ' ' && reader->separator != ' ')
    start++;
  if (*start == '"')
    {
      reader->at = start;
      if (!read_quoted (reader, cell, error))
        return NULL;
    }
  else
    {
      while (*reader->at != '\0' && *reader->at != reader->separator && !is_line_end (*reader->at))
        g_string_append_c (cell, *reader->at++);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&cell), FALSE));
}

/* To the end of the line. */
static gboolean
read_row (Reader *reader, Row *row, GError **error)
{
  row->line = reader->line;
  row->cells = g_ptr_array_new_with_free_func (g_free);
  for (;;)
    {
      char *cell = read_cell (reader, error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (row->cells, cell);
      if (*reader->at != reader->separator || *reader->at == '\0')
        break;
      reader->at++;
    }
  if (*reader->at != '\0')
    skip_line_end (reader);
  return TRUE;
}

static gboolean
is_empty (const Row *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (*(const char *) g_ptr_array_index (row->cells, i) != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
read_rows (SmeCsv *self, Reader *reader, GError **error)
{
  while (*reader->at != '\0')
    {
      Row row = { 0 };

      if (!read_row (reader, &row, error))
        {
          row_clear (&row);
          return FALSE;
        }
      if (is_empty (&row))
        row_clear (&row);
      else
        g_array_append_val (self->rows, row);
    }
  if (self->rows->len > 0)
    return TRUE;
  reader->line = 0;
  g_set_error_literal (error, SME_CSV_ERROR, SME_CSV_ERROR_EMPTY, "Nothing in it");
  return FALSE;
}

SmeCsv *
sme_csv_parse (GBytes *bytes, guint *line, GError **error)
{
  g_autoptr (SmeCsv) self = g_new0 (SmeCsv, 1);
  g_autofree char *text = NULL;
  Reader reader = { .line = 1 };
  gboolean read;

  if (line != NULL)
    *line = 0;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  text = decode (bytes, error);
  if (text == NULL)
    return NULL;
  reader.at = g_str_has_prefix (text, MARK) ? text + strlen (MARK) : text;
  if (!read_separator_line (&reader))
    reader.separator = guess_separator (reader.at);
  read = read_rows (self, &reader, error);
  if (!read && line != NULL)
    *line = reader.line;
  return read ? g_steal_pointer (&self) : NULL;
}

static const Row *
get_row (SmeCsv *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

guint
sme_csv_get_n_rows (SmeCsv *self)
{
  return self->rows->len;
}

guint
sme_csv_get_n_cells (SmeCsv *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return get_row (self, row)->cells->len;
}

const char *
sme_csv_get (SmeCsv *self, guint row, guint cell)
{
  g_return_val_if_fail (row < self->rows->len, "");

  return cell < get_row (self, row)->cells->len
           ? g_ptr_array_index (get_row (self, row)->cells, cell)
           : "";
}

guint
sme_csv_get_line (SmeCsv *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, 0);

  return get_row (self, row)->line;
}

void
sme_csv_append_cell (GString *to, const char *text, char separator)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };
  gboolean formula = *text != '\0' && strchr ("=+-@\t", *text) != NULL;

  if (!formula && strpbrk (text, special) == NULL)
    {
      g_string_append (to, text);
      return;
    }
  g_string_append_c (to, '"');
  if (formula)
    g_string_append_c (to, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (to, '"');
      g_string_append_c (to, *p);
    }
  g_string_append_c (to, '"');
}
